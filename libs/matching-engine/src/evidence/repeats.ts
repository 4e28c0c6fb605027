import type { State } from '../state.js';
import { repeatDays } from './paid-documents.js';
import type { Reading } from './reading.js';

/** The day within the last two weeks on which the customer has paid just this amount before, in this call or as it was learned; -1 for none. */
export function paidLately(customerId: string, { amount, day }: Reading, state: State): number {
  const from = day - repeatDays;
  return Math.max(state.nearby.lastBefore(customerId, amount, from, day), state.paid.lastPaid(customerId, amount, from, day));
}
