import { cellOf, type Columns } from './columns.js';
import { movementOf } from './csv-amount.js';
import type { Layout } from './layout.js';
import { readLocalAmount } from './local-amount.js';
import { rowStatus } from './row-words.js';

/** What a reading must have to be held against the balance column. */
export type Reading = Pick<Layout, 'decimalSign' | 'debitIsSigned' | 'creditIsNegated' | 'positiveIsDebit'>;

const rowsLookedAt = 400;
// Ten-thousandths, so that amounts of every currency are whole numbers.
const scaleDigits = 4;

/** How many times the step from one balance to the next is what the movement between them says, of how many steps, whichever way the rows run. */
export function balanceSteps(rows: readonly (readonly string[])[], columns: Columns, reading: Reading): { steps: number; held: number } {
  let steps = 0;
  let forward = 0;
  let backward = 0;
  const last = new Map<string, { balance: number; movement: number }>();
  if (columns.balance < 0) return { steps, held: 0 };
  for (const cells of rows.slice(0, rowsLookedAt)) {
    const step = stepOf(cells, columns, reading);
    if (step === null || step.balance === null) continue;
    const { account, movement, balance } = step;
    const before = last.get(account);
    if (before) {
      steps++;
      if (before.balance + movement === balance) forward++;
      if (balance + before.movement === before.balance) backward++;
    }
    last.set(account, { balance, movement });
  }
  return { steps, held: Math.max(forward, backward) };
}

/** What a booked row says, in ten-thousandths: what moves the balance, its fee taken off, and the balance behind it, if it has one. Null for any other row. */
export function stepOf(cells: readonly string[], columns: Columns, reading: Reading): { readonly account: string; readonly movement: number; readonly balance: number | null } | null {
  const movement = movementOf(cells, columns, reading as Layout);
  if ('fault' in movement || rowStatus(cellOf(cells, columns.status), cellOf(cells, columns.bookingDate)) !== 'booked') return null;
  const size = scaled({ ...movement.amount, negative: movement.negative })!;
  const fee = columns.fee < 0 ? 0 : Math.abs(scaled(readLocalAmount(cellOf(cells, columns.fee), reading.decimalSign)) ?? 0);
  return { account: `${cellOf(cells, columns.account)} ${cellOf(cells, columns.currency)}`, movement: size - fee, balance: scaled(readLocalAmount(cellOf(cells, columns.balance), reading.decimalSign)) };
}

function scaled(amount: { decimal: string; negative: boolean } | null): number | null {
  if (amount === null) return null;
  const [whole = '', fraction = ''] = amount.decimal.split('.');
  const value = Number(whole + fraction.slice(0, scaleDigits).padEnd(scaleDigits, '0'));
  return amount.negative ? -value : value;
}
