import { type CalendarDate } from '@lettrage/calendar';
import { type AgedTotals } from '@lettrage/contracts';
import { type Transaction } from '@lettrage/persistence';
import { totalsOf } from '../domain/aged-figures.js';
import { owedByDueDate } from './positions.js';

/** The aged totals of all customers as of today, per currency: one pass over the index of what is open. */
export async function readTotals(tx: Transaction, today: CalendarDate): Promise<AgedTotals[]> {
  const sums = await tx.query<{ currency: string; dueDate: CalendarDate | null; minor: bigint }[]>(owedByDueDate);
  return totalsOf(sums, today);
}
