import type { CsvMapping } from './csv-mapping.js';
import { type Role, readTitle, repeatable } from './column-roles.js';
import { cellOf } from './columns.js';
import type { Draft, Layout } from './layout.js';
import { isCurrency } from '@lettrage/money';
import type { Delimiter } from './row-splitter.js';

/** The layout of a file as data that a person can read, correct and keep. */
export function mappingOfLayout(layout: Layout, dialect: { delimiter: Delimiter; backslash: boolean }, encoding: string, currency: string | null): CsvMapping {
  return {
    encoding,
    delimiter: dialect.delimiter,
    backslashEscapes: dialect.backslash,
    headerRecord: layout.header < 0 ? null : layout.header + 1,
    columns: rolesInOrder(layout.columns, layout.width).map((role, column) => ({ title: layout.titles === null ? null : cellOf(layout.titles, column), role })),
    dateOrder: layout.dateOrder,
    decimalSign: layout.decimalSign,
    currency,
    debitIsSigned: layout.debitIsSigned,
    positiveIsDebit: layout.positiveIsDebit,
  };
}

/** The role of every column, in the order of the file. */
export function rolesInOrder(columns: ReadonlyMap<Role, readonly number[]>, width: number): Role[] {
  const roles: Role[] = Array.from({ length: width }, () => 'ignored');
  // The booking date comes last: a column that is both is that.
  for (const [role, places] of [...columns].toReversed()) for (const column of places) if (roles[column] === 'ignored' || role === 'bookingDate') roles[column] = role;
  return roles;
}

/** A saved mapping held against the rows of a file: null where the file has not its header, or lacks what every mapping must name. */
export function draftOfMapping(mapping: CsvMapping, rows: readonly (readonly string[])[]): Draft | null {
  const columns = new Map<Role, number[]>();
  mapping.columns.forEach(({ role }, column) => {
    const held = columns.get(role);
    if (role === 'ignored') return;
    if (!held) columns.set(role, [column]);
    else if (repeatable.has(role)) held.push(column);
  });
  if (!columns.has('bookingDate') && columns.has('valueDate')) columns.set('bookingDate', columns.get('valueDate')!);
  if (!columns.has('bookingDate') || !(columns.has('amount') || columns.has('debit') || columns.has('credit'))) return null;
  const isHeader = (row: readonly string[]): boolean => mapping.columns.every(({ title }, column) => title === null || cellOf(row, column) === title);
  // Lines above that are no titles are as many in the next file.
  const header = mapping.headerRecord === null ? -1 : mapping.columns.every(({ title }) => title === null) ? mapping.headerRecord - 1 : rows.findIndex(isHeader);
  if (header < 0 && mapping.headerRecord !== null) return null;
  const titles = header < 0 || mapping.columns.every(({ title }) => title === null) ? null : rows[header]!;
  const money = (['amount', 'debit', 'credit', 'balance'] as const).flatMap((role) => columns.get(role) ?? []);
  const titleCurrency = titles === null ? null : (money.map((column) => readTitle(titles[column] ?? '', isCurrency).currency).find((code) => code !== null) ?? null);
  const { debitIsSigned, positiveIsDebit, currency } = mapping;
  return { columns, width: mapping.columns.length, titleCurrency, profile: null, otherAmounts: [], header, titles, columnsAreCertain: true, signIsCertain: true, debitIsSigned, positiveIsDebit, currency };
}
