import type { Reading } from '../evidence/reading.js';
import type { State } from '../state.js';
import type { Collector } from './collector.js';
import { paidLately } from '../evidence/repeats.js';
import { special } from './fit.js';

// The same for all.
const notAnInvoice = special('not_an_invoice', 0, null);

/** What is always possible: money on account, an invoice paid before, no customer's money, and something that was not thought of. */
export function addSpecials(reading: Reading, state: State, found: Collector): void {
  const payer = reading.payer.candidates[0];
  found.add(notAnInvoice);
  found.add(special('unlisted', reading.amount, payer?.customerId ?? null));
  if (payer) found.add(special('on_account', reading.amount, payer.customerId));
  let named = false;
  for (const { key } of reading.strange) {
    const paid = state.paid.get(key);
    if (!paid) continue;
    named = true;
    found.add(special('duplicate', reading.amount, paid.customerId, paid));
  }
  if (!payer || named) return;
  state.customers.directory.expect(payer);
  const day = paidLately(payer.customerId, reading, state);
  if (day >= 0) found.add(special('duplicate', reading.amount, payer.customerId, { number: '', customerId: payer.customerId, day, received: reading.amount, closed: reading.amount }));
}
