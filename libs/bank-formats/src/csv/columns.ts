import type { Role } from './column-roles.js';

type Many = 'label' | 'structuredReference';
export type SingleRole = Exclude<Role, Many | 'ignored'>;

export const singles: readonly SingleRole[] = [
  'bookingDate', 'valueDate', 'amount', 'debit', 'credit', 'balance', 'currency', 'direction', 'status', 'fee', 'reference', 'party', 'payer', 'payee', 'partyAccount', 'payerAccount', 'payeeAccount', 'account',
  'originalAmount', 'originalCurrency', 'endToEndId', 'mandateId', 'code', 'returnReason',
];

/** Where each role stands in a row, -1 for nowhere; of roles that repeat, all places from left to right. Reading a cell is then one array access. */
export type Columns = Readonly<Record<SingleRole, number>> & Readonly<Record<Many, readonly number[]>>;

export function columnsOf(roles: ReadonlyMap<Role, readonly number[]>): Columns {
  const single = Object.fromEntries(singles.map((role) => [role, roles.get(role)?.[0] ?? -1])) as Record<SingleRole, number>;
  return { ...single, label: roles.get('label') ?? [], structuredReference: roles.get('structuredReference') ?? [] };
}

const space = 32;

/** The cell, trimmed; empty where there is none. */
export function cellOf(cells: readonly string[], column: number): string {
  if (column < 0) return '';
  const text = cells[column];
  return text === undefined ? '' : trimmed(text);
}

export function trimmed(text: string): string {
  const last = text.length - 1;
  if (last < 0) return text;
  return isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(last)) ? text : text.trim();
}

/** Certainly no white space. */
function isInk(code: number): boolean {
  return code > space && code !== 0xa0 && code < 0x1680;
}

/** All cells of the columns that hold something, each once. */
export function cellsOf(cells: readonly string[], columns: readonly number[]): string[] {
  const values: string[] = [];
  for (const column of columns) {
    const value = cellOf(cells, column);
    if (value !== '' && !values.includes(value)) values.push(value);
  }
  return values;
}
