import { isCurrency } from '@lettrage/money';
import { limits } from '../limits.js';
import { balanceSteps, type Reading } from './balance-evidence.js';
import { columnsOf } from './columns.js';
import type { Role } from './column-roles.js';
import type { CsvProfile } from './csv-profile.js';
import { decimalSignOf } from './figures-evidence.js';
import { hasNegative, type Roles } from './header-roles.js';
import { readLocalAmount } from './local-amount.js';
import { readLocalDate } from './local-date.js';

const rowsLookedAt = 200;
const figureColumnsTried = 8;

export const isDateCell = (cell: string): boolean => readLocalDate(cell, 'dmy') !== null || readLocalDate(cell, 'mdy') !== null;
/** Ten figures in a row and nothing besides are the number of an account, a card or a payment. */
export const isAmountCell = (cell: string): boolean => !/^(?:0\d|\d{10,}$)/.test(cell) && readLocalAmount(cell, ',') !== null;

/** A row that may be a transaction: it has a date, and a figure besides. */
export function isDataRow(row: readonly string[]): boolean {
  if (row.length > limits.csvColumns) return false;
  const cells = row.map((cell) => cell.trim());
  const date = cells.findIndex(isDateCell);
  return date >= 0 && cells.some((cell, column) => column !== date && isAmountCell(cell));
}

/** Roles by the positions of a profile for exports without a header. */
export function rolesOfPositions(rows: readonly (readonly string[])[], profiles: readonly CsvProfile[]): Roles | null {
  for (const profile of profiles) {
    const { positions, cells } = profile;
    if (!positions || (cells && !rows.slice(0, 3).some((row) => cells.every((shape, column) => shape.test((row[column] ?? '').trim()))))) continue;
    const columns = new Map<Role, number[]>();
    positions.forEach((role, column) => {
      if (role !== 'ignored') columns.set(role, [...(columns.get(role) ?? []), column]);
    });
    return { columns, width: positions.length, titleCurrency: null, profile, otherAmounts: [] };
  }
  return null;
}

/** Roles by what the cells of the transactions look like, for files whose titles say nothing or are not there. `signIsCertain`: whether balances or signs tell income from expense. */
export function rolesOfContent(all: readonly (readonly string[])[]): (Roles & { readonly signIsCertain: boolean }) | 'no_amount_column' | null {
  const rows = ofUsualWidth(all.filter(isDataRow).slice(0, rowsLookedAt));
  if (rows.length === 0) return all.some((row) => row.some((cell) => isDateCell(cell.trim()))) ? 'no_amount_column' : null;
  const width = Math.max(...all.slice(0, rowsLookedAt).filter(isDataRow).map((row) => row.length));
  const places = Array.from({ length: width }, (_, column) => column);
  const share = (column: number, test: (cell: string) => boolean): number => rows.filter((row) => test((row[column] ?? '').trim())).length / rows.length;
  const dates = places.filter((column) => share(column, isDateCell) > 0.85);
  if (dates.length === 0) return null;
  const figures = places.filter((column) => !dates.includes(column) && share(column, isAmountCell) > 0.02 && share(column, (cell) => cell === '' || isAmountCell(cell)) > 0.9);
  const columns = new Map<Role, number[]>([['bookingDate', [dates[0]!]]]);
  if (dates[1] !== undefined) columns.set('valueDate', [dates[1]]);
  const currency = places.find((column) => share(column, (cell) => isCurrency(cell)) > 0.95);
  if (currency !== undefined) columns.set('currency', [currency]);
  const direction = places.find((column) => column !== currency && share(column, (cell) => /^(?:C|D|I|O|CR|DR|DB|S|H|\+|-|AF|BIJ|DEBIT|CREDIT|DEBET|SOLL|HABEN|CARGO|ABONO|DARE|AVERE)$/i.test(cell)) > 0.8);
  if (direction !== undefined) columns.set('direction', [direction]);
  const signIsCertain = moneyColumns(columns, figures, rows, share);
  if (signIsCertain === null) return 'no_amount_column';
  const taken = new Set([...columns.values(), dates].flat());
  for (const column of figures) if (share(column, (cell) => /^\d{6,}$/.test(cell)) < 1) taken.add(column);
  const texts = places.filter((column) => !taken.has(column) && share(column, (cell) => /\p{L}{2}/u.test(cell)) > 0);
  const ibans = texts.filter((column) => share(column, (cell) => cell === '' || /^[A-Z]{2}\d{2}[ A-Z0-9]{11,38}$/.test(cell)) === 1);
  // The same one in all rows is the account itself.
  const own = rows.length > 1 ? ibans.find((column) => share(column, (cell) => cell === (rows[0]![column] ?? '').trim()) === 1) : undefined;
  const other = ibans.find((column) => column !== own);
  if (own !== undefined) columns.set('account', [own]);
  if (other !== undefined) columns.set('partyAccount', [other]);
  // A number that is the same in all rows is that of the account.
  const numbered = places.find((column) => !taken.has(column) && rows.length > 1 && share(column, (cell) => /^\d{6,}$/.test(cell) && cell === (rows[0]![column] ?? '').trim()) === 1);
  if (numbered !== undefined && !columns.has('account')) columns.set('account', [numbered]);
  const labels = texts.filter((column) => !ibans.includes(column));
  if (labels.length > 0) columns.set('label', labels);
  return { columns, width, titleCurrency: null, profile: null, otherAmounts: [], signIsCertain };
}

/** Rows of the width that most have: a line above them may have a date and an amount as well. */
function ofUsualWidth(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const usual = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  const same = rows.filter((row) => row.length === usual);
  return same.length * 2 > rows.length ? same : rows;
}

type Share = (column: number, test: (cell: string) => boolean) => number;

/** Finds amount or debit and credit, and the balance: the columns that add up win over those that only look right. Null for none; else whether the sign is certain. */
function moneyColumns(columns: Map<Role, number[]>, figures: readonly number[], rows: readonly (readonly string[])[], share: Share): boolean | null {
  const filled = (row: readonly string[], column: number): boolean => isAmountCell((row[column] ?? '').trim());
  const isPair = (a: number, b: number): boolean => rows.every((row) => !filled(row, a) || !filled(row, b)) && rows.filter((row) => filled(row, a) || filled(row, b)).length > 0.85 * rows.length;
  const tried = figures.slice(0, figureColumnsTried);
  const pairs = tried.flatMap((a) => tried.filter((b) => b !== a && isPair(a, b)).map((b): [number, number] => [a, b]));
  const full = tried.filter((column) => share(column, isAmountCell) > 0.85);
  const adding = columnsThatAddUp(columns, tried, full, pairs, rows);
  if (adding) {
    for (const [role, column] of adding) columns.set(role, [column]);
    return true;
  }
  const signed = full.find((column) => hasNegative(rows, column));
  // Two columns that are filled in turn are outflow and inflow; a company that is alive has more payments out than in.
  const pair = pairs.find(([a]) => hasNegative(rows, a)) ?? pairs.find(([a, b]) => share(a, isAmountCell) >= share(b, isAmountCell));
  if (pair && signed === undefined) {
    columns.set('debit', [pair[0]]).set('credit', [pair[1]]);
    return hasNegative(rows, pair[0]);
  }
  const amount = signed ?? full.find((column) => share(column, (cell) => /[.,]\d{1,2}\D*$/.test(cell)) > 0.3) ?? full[0];
  if (amount === undefined) return null;
  columns.set('amount', [amount]);
  return signed !== undefined || columns.has('direction');
}

function columnsThatAddUp(known: ReadonlyMap<Role, number[]>, figures: readonly number[], full: readonly number[], pairs: readonly [number, number][], rows: readonly (readonly string[])[]): [Role, number][] | null {
  const ways: [Role, number][][] = [...full.map((amount): [Role, number][] => [['amount', amount]]), ...pairs.map(([debit, credit]): [Role, number][] => [['debit', debit], ['credit', credit]])];
  const decimalSign = decimalSignOf(rows, figures, []).value;
  let best: { way: [Role, number][]; held: number } | null = null;
  for (const way of ways) {
    for (const balance of figures) {
      if (way.some(([, column]) => column === balance)) continue;
      const candidate: [Role, number][] = [...way, ['balance', balance]];
      const reading: Reading = { decimalSign, debitIsSigned: way.some(([role, column]) => role === 'debit' && hasNegative(rows, column)), creditIsNegated: false, positiveIsDebit: false };
      const { steps, held } = balanceSteps(rows, columnsOf(new Map([...known, ...candidate.map(([role, column]): [Role, number[]] => [role, [column]])])), reading);
      if (steps >= 2 && held >= 0.8 * steps && held > (best?.held ?? 0)) best = { way: candidate, held };
    }
  }
  return best?.way ?? null;
}
