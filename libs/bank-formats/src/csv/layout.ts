import { isCurrency } from '@lettrage/money';
import { readTitle, repeatable, type Role, usualRole } from './column-roles.js';
import type { CsvProfile } from './csv-profile.js';
import { decimalEvidence, type DecimalSign, readLocalAmount } from './local-amount.js';
import { type DateOrder, isOrderOpen, orderEvidence, readLocalDate } from './local-date.js';

/** How the rows of one file are to be read. */
export interface Layout {
  /** Index of the header row; -1 where there is none. */
  readonly header: number;
  /** Columns of each role, from left to right. */
  readonly columns: ReadonlyMap<Role, readonly number[]>;
  readonly width: number;
  /** Currency named in the titles of the amount columns. */
  readonly titleCurrency: string | null;
  readonly profile: CsvProfile | null;
  readonly decimalSign: DecimalSign;
  readonly decimalIsCertain: boolean;
  readonly dateOrder: DateOrder;
  readonly dateOrderIsCertain: boolean;
  /** Debits stand in their column with a minus already. */
  readonly debitIsSigned: boolean;
  /** Transactions that the sample yields under this layout: what competing readings are compared by. */
  readonly score: number;
}

const headerSearchRows = 60;

/** The best reading of the sample rows, or why there is none: the file has no column of dates, or none of amounts. */
export function findLayout(rows: readonly string[][], profiles: readonly CsvProfile[], europeanDelimiter: boolean): Layout | 'no_date_column' | 'no_amount_column' {
  let datesSeen = false;
  for (let index = 0; index < Math.min(rows.length, headerSearchRows); index++) {
    const roles = rolesOfHeader(rows[index]!, profiles, rows.slice(index + 1, index + 50));
    if (!roles) continue;
    datesSeen ||= roles.columns.has('bookingDate');
    if (!isUsable(roles.columns)) continue;
    return completed({ ...roles, header: index }, rows.slice(index + 1), rows.slice(0, index), europeanDelimiter);
  }
  const headerless = headerlessProfile(rows, profiles) ?? rolesOfContent(rows);
  if (headerless === 'no_amount_column') datesSeen = true;
  if (headerless === null || headerless === 'no_amount_column') return datesSeen ? 'no_amount_column' : 'no_date_column';
  return completed({ ...headerless, header: -1 }, rows, [], europeanDelimiter);
}

interface Roles {
  readonly columns: Map<Role, number[]>;
  readonly width: number;
  readonly titleCurrency: string | null;
  readonly profile: CsvProfile | null;
}

function isUsable(columns: ReadonlyMap<Role, readonly number[]>): boolean {
  return columns.has('bookingDate') && (columns.has('amount') || columns.has('debit') || columns.has('credit'));
}

function rolesOfHeader(cells: readonly string[], profiles: readonly CsvProfile[], below: readonly string[][]): Roles | null {
  const read = cells.map((cell) => readTitle(cell, isCurrency));
  const present = new Set(read.map((title) => title.text));
  const profile = profiles.find((candidate) => candidate.signature?.every((title) => present.has(title))) ?? null;
  const claims = read.map((title, column) => {
    const given = profile?.columns?.[title.text];
    const claim = given ? { role: given, rank: -1 } : usualRole(title.text);
    return claim && { ...claim, column };
  });
  const columns = new Map<Role, number[]>();
  for (const claim of claims.filter((each) => each !== null).sort((a, b) => a.rank - b.rank || a.column - b.column)) {
    if (claim.role === 'ignored' || !fits(claim.role, claim.column, below)) continue;
    const held = columns.get(claim.role);
    if (!held) columns.set(claim.role, [claim.column]);
    else if (repeatable.has(claim.role)) held.push(claim.column);
    // "Date" beside "Date de valeur": a second date is no booking date but may be the value date, and so on.
    else if (claim.role === 'bookingDate' && !claims.some((each) => each?.role === 'valueDate')) columns.set('valueDate', columns.get('valueDate') ?? [claim.column]);
    else if (claim.role === 'party' || claim.role === 'reference' || claim.role === 'code') continue;
  }
  columns.get('label')?.sort((a, b) => a - b);
  // The only date that the file has is when the money counts.
  if (!columns.has('bookingDate') && columns.has('valueDate')) columns.set('bookingDate', columns.get('valueDate')!);
  if (columns.size < 2) return null;
  // The bank writes the amount once more in two columns: the signed one is enough.
  if (columns.has('amount') && columns.has('debit') && columns.has('credit')) {
    columns.delete('debit');
    columns.delete('credit');
  }
  // A single column of inflows or outflows is the amount.
  if (!columns.has('amount') && columns.has('credit') !== columns.has('debit') && hasNegative(below, (columns.get('credit') ?? columns.get('debit'))![0]!)) {
    columns.set('amount', (columns.get('credit') ?? columns.get('debit'))!);
    columns.delete('credit');
    columns.delete('debit');
  }
  // "Buchungstext" is the kind of movement beside a purpose, and the purpose itself where there is none.
  const kinds = claims.filter((claim) => claim?.role === 'code').map((claim) => claim!.column);
  if (!columns.has('label') && kinds.length > 0) {
    columns.set('label', [kinds.at(-1)!]);
    if (kinds.length > 1) columns.set('code', [kinds[0]!]);
  }
  const untitled = cells.map((_, column) => column).filter((column) => read[column]!.text === '' && below.some((row) => /^(?:CR|DR|C|D)$/.test(row[column] ?? '')) && below.every((row) => /^(?:|CR|DR|C|D)$/.test((row[column] ?? '').trim())));
  if (untitled.length > 0 && !columns.has('direction')) columns.set('direction', [untitled[0]!]);
  const currencyColumns = [columns.get('amount'), columns.get('debit'), columns.get('credit'), columns.get('balance')].flatMap((held) => held ?? []);
  return { columns, width: cells.length, titleCurrency: currencyColumns.map((column) => read[column]!.currency).find((code) => code !== null) ?? null, profile };
}

function hasNegative(rows: readonly string[][], column: number): boolean {
  return rows.some((row) => /^\s*-/.test(row[column] ?? ''));
}

/** Some titles mean two things ("Valuta" is a date or a currency, "Info" a status or a text): the cells below decide. */
function fits(role: Role, column: number, below: readonly string[][]): boolean {
  const cells = below.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
  if (cells.length === 0) return role !== 'status';
  if (role === 'valueDate') return cells.some((cell) => readLocalDate(cell, 'dmy') !== null || readLocalDate(cell, 'mdy') !== null);
  if (role === 'bookingDate') return cells.slice(0, 60).some((cell) => readLocalDate(cell, 'dmy') !== null || readLocalDate(cell, 'mdy') !== null);
  if (role === 'currency' || role === 'originalCurrency') return cells.some((cell) => /^[A-Z]{3}$/.test(cell));
  if (role === 'amount' || role === 'debit' || role === 'credit') return cells.some((cell) => readLocalAmount(cell, '.') !== null || readLocalAmount(cell, ',') !== null);
  return true;
}

function headerlessProfile(rows: readonly string[][], profiles: readonly CsvProfile[]): Roles | null {
  for (const profile of profiles) {
    const { positions, cells } = profile;
    if (!positions || (cells && !rows.slice(0, 3).some((row) => cells.every((shape, column) => shape.test((row[column] ?? '').trim()))))) continue;
    const columns = new Map<Role, number[]>();
    positions.forEach((role, column) => {
      if (role !== 'ignored') columns.set(role, [...(columns.get(role) ?? []), column]);
    });
    return { columns, width: positions.length, titleCurrency: null, profile };
  }
  return null;
}

/** Roles by what the cells look like, for files that begin with their first transaction. */
function rolesOfContent(rows: readonly string[][]): Roles | 'no_amount_column' | null {
  const usual = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const width = Math.max(0, ...usual.slice(0, 200).map((row) => row.length));
  const share = (column: number, test: (cell: string) => boolean): number => usual.filter((row) => test((row[column] ?? '').trim())).length / usual.length;
  const is = { date: (cell: string) => readLocalDate(cell, 'dmy') !== null || readLocalDate(cell, 'mdy') !== null, amount: (cell: string) => !/^0\d/.test(cell) && readLocalAmount(cell, ',') !== null, empty: (cell: string) => cell === '' };
  const all = Array.from({ length: width }, (_, column) => column);
  const dates = all.filter((column) => share(column, is.date) > 0.85);
  if (dates.length === 0) return null;
  const figures = all.filter((column) => !dates.includes(column) && share(column, is.amount) > 0.02 && share(column, (cell) => is.amount(cell) || is.empty(cell)) > 0.9);
  const full = figures.filter((column) => share(column, is.amount) > 0.85);
  const filled = (row: readonly string[], column: number): boolean => is.amount((row[column] ?? '').trim());
  const isPair = (a: number, b: number): boolean => usual.every((row) => !filled(row, a) || !filled(row, b)) && usual.filter((row) => filled(row, a) || filled(row, b)).length > 0.85 * usual.length;
  // Two columns that are filled in turn are inflow and outflow; a company that is alive has more payments out than in.
  const pair = figures.flatMap((a) => figures.filter((b) => a < b && isPair(a, b)).map((b) => (share(a, is.amount) >= share(b, is.amount) ? [a, b] : [b, a])))[0];
  const columns = new Map<Role, number[]>([['bookingDate', [dates[0]!]]]);
  if (dates[1] !== undefined) columns.set('valueDate', [dates[1]]);
  if (pair && !full.some((column) => hasNegative(usual, column))) {
    columns.set('debit', [pair[0]!]);
    columns.set('credit', [pair[1]!]);
  } else if (full.length > 0) {
    const signed = full.find((column) => hasNegative(usual, column)) ?? full[0]!;
    columns.set('amount', [signed]);
  } else return 'no_amount_column';
  const direction = all.find((column) => share(column, (cell) => /^(?:C|D|I|O|CR|DR|DB|S|H)$/i.test(cell)) > 0.8);
  if (direction !== undefined) columns.set('direction', [direction]);
  const currency = all.find((column) => share(column, (cell) => isCurrency(cell)) > 0.95);
  if (currency !== undefined) columns.set('currency', [currency]);
  const taken = new Set([...columns.values(), dates, figures].flat());
  const texts = all.filter((column) => !taken.has(column) && share(column, (cell) => /\p{L}{2}/u.test(cell)) > 0);
  if (texts.length > 0) columns.set('label', texts);
  return { columns, width, titleCurrency: null, profile: null };
}

function completed(roles: Roles & { header: number }, rows: readonly string[][], preamble: readonly string[][], europeanDelimiter: boolean): Layout {
  const { columns, profile } = roles;
  const amounts = ['amount', 'debit', 'credit', 'balance'].flatMap((role) => columns.get(role as Role) ?? []);
  const decimal = decimalSignOf(rows, amounts, preamble);
  const dates = [...(columns.get('bookingDate') ?? []), ...(columns.get('valueDate') ?? [])];
  const order = dateOrderOf(rows, dates, columns.get('bookingDate')![0]!);
  const decimalSign = profile?.decimalSign ?? decimal.sign;
  const dateOrder = profile?.dateOrder ?? order.order;
  // Only American and British-spelling exports use the comma as delimiter with slashes or dashes in dates; the others are European.
  const openDates = !order.certain && !europeanDelimiter && !rows.some((row) => dates.some((column) => (row[column] ?? '').includes('.')));
  const debit = columns.get('debit')?.[0];
  const signed = debit === undefined ? [] : rows.map((row) => (row[debit] ?? '').trim()).filter((cell) => cell !== '' && !/^[-+]?0+([.,]0+)?$/.test(cell));
  return {
    ...roles,
    decimalSign,
    decimalIsCertain: profile?.decimalSign !== undefined || decimal.certain,
    dateOrder,
    dateOrderIsCertain: profile?.dateOrder !== undefined || !openDates,
    debitIsSigned: signed.filter((cell) => /^[-\u2212(]|-$/.test(cell)).length * 2 > signed.length,
    score: rows.filter((row) => readLocalDate((row[columns.get('bookingDate')![0]!] ?? '').trim(), dateOrder) !== null && amounts.some((column) => readLocalAmount(row[column] ?? '', decimalSign) !== null)).length,
  };
}

/** Cells that are certain decide by majority; then the figures above the header; then the sign that no cell contradicts. */
function decimalSignOf(rows: readonly string[][], columns: readonly number[], preamble: readonly string[][]): { sign: DecimalSign; certain: boolean } {
  const votes = (texts: Iterable<string>): number => {
    let balance = 0;
    for (const text of texts) {
      const sign = decimalEvidence(text);
      balance += sign === ',' ? 1 : sign === '.' ? -1 : 0;
    }
    return balance;
  };
  const cells = rows.flatMap((row) => columns.map((column) => row[column] ?? ''));
  const open = cells.find((cell) => /[.,]/.test(cell) && decimalEvidence(cell) === null && readLocalAmount(cell, '.') !== null);
  const vote = votes(cells) || votes(preamble.flat());
  if (vote !== 0) return { sign: vote > 0 ? ',' : '.', certain: true };
  // `1.000` alone: an amount has no three decimals, so the sign separates thousands; but that is an assumption.
  return { sign: open?.includes('.') ? ',' : '.', certain: open === undefined };
}

/** Cells that are certain decide; else the order in which the dates of the file run in one direction. */
function dateOrderOf(rows: readonly string[][], columns: readonly number[], booking: number): { order: DateOrder; certain: boolean } {
  let open = false;
  for (const row of rows) {
    for (const column of columns) {
      const cell = (row[column] ?? '').trim();
      const proven = orderEvidence(cell);
      if (proven) return { order: proven, certain: true };
      open ||= isOrderOpen(cell);
    }
  }
  if (!open) return { order: 'dmy', certain: true };
  const isSorted = (order: DateOrder): boolean => {
    const dates = rows.map((row) => readLocalDate((row[booking] ?? '').trim(), order)).filter((date) => date !== null);
    return dates.every((date, i) => i === 0 || date >= dates[i - 1]!) || dates.every((date, i) => i === 0 || date <= dates[i - 1]!);
  };
  const [dmy, mdy] = [isSorted('dmy'), isSorted('mdy')];
  return dmy === mdy ? { order: 'dmy', certain: false } : { order: dmy ? 'dmy' : 'mdy', certain: true };
}
