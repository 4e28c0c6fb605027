import { cellOf, type Columns } from './columns.js';
import { movementOf } from './csv-amount.js';
import type { Layout } from './layout.js';
import { type DecimalSign, readLocalAmount } from './local-amount.js';
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
    const movement = movementOf(cells, columns, reading as Layout);
    const balance = scaledAmount(cellOf(cells, columns.balance), reading.decimalSign);
    if ('fault' in movement || balance === null || rowStatus(cellOf(cells, columns.status), cellOf(cells, columns.bookingDate)) !== 'booked') continue;
    const size = scaled({ ...movement.amount, negative: movement.negative })!;
    const fee = columns.fee < 0 ? 0 : Math.abs(scaledAmount(cellOf(cells, columns.fee), reading.decimalSign) ?? 0);
    const account = `${cellOf(cells, columns.account)} ${cellOf(cells, columns.currency)}`;
    const before = last.get(account);
    if (before) {
      steps++;
      if (before.balance + size - fee === balance) forward++;
      if (balance + before.movement === before.balance) backward++;
    }
    last.set(account, { balance, movement: size - fee });
  }
  return { steps, held: Math.max(forward, backward) };
}

/** The amount of a cell in ten-thousandths; null where it is none. */
export function scaledAmount(text: string, sign: DecimalSign): number | null {
  return scaled(readLocalAmount(text, sign));
}

function scaled(amount: { decimal: string; negative: boolean } | null): number | null {
  if (amount === null) return null;
  const [whole = '', fraction = ''] = amount.decimal.split('.');
  const value = Number(whole + fraction.slice(0, scaleDigits).padEnd(scaleDigits, '0'));
  return amount.negative ? -value : value;
}
