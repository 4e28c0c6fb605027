import { type CalendarDate, dateOfInstant } from '@lettrage/calendar';
import { type Transaction } from '@lettrage/persistence';

export type Clock = () => Date;
export const CLOCK = Symbol('clock');

/** The organisation's own calendar date; UTC's until the organisation has been heard of. */
export async function todayOf(tx: Transaction, now: Clock): Promise<CalendarDate> {
  const [row] = await tx.query<{ timeZone: string }[]>(`select time_zone as "timeZone" from organisation`);
  return dateOfInstant(now(), row?.timeZone ?? 'UTC');
}
