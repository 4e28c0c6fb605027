import { type CalendarDate } from '@lettrage/calendar';
import { type AgedTotals } from '@lettrage/contracts';
import { type Transaction } from '@lettrage/persistence';
import { totalsOf } from '../domain/aged-figures.js';
import { positionsSql } from './positions.js';

/** The aged totals of all customers as of today, per currency: one pass over the index of what is open. */
export async function readTotals(tx: Transaction, today: CalendarDate): Promise<AgedTotals[]> {
  const sums = await tx.query<{ currency: string; dueDate: CalendarDate | null; minor: bigint }[]>(
    `with ${positionsSql(today, today)} select currency, due_date as "dueDate", sum(minor)::bigint as minor from position group by currency, due_date`,
    [today, null],
  );
  return totalsOf(sums, today);
}
