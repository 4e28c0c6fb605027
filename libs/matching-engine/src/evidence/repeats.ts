import type { State } from '../state.js';
import { repeatDays } from './paid-documents.js';
import type { Reading } from './reading.js';

/** The day within the last two weeks on which the customer has paid just this amount before, in this call or as it was learned; -1 for none. */
export function paidLately(customerId: string, { amount, day }: Reading, state: State): number {
  const place = state.customers.directory.at(customerId);
  const from = day - repeatDays;
  return Math.max(state.nearby.lastBefore(place, amount, from, day), state.paid.lastPaid(place, amount, from, day));
}
