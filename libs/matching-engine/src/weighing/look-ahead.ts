import type { ItemRecord } from '../books/item-record.js';
import type { Reading } from '../evidence/reading.js';
import type { State } from '../state.js';

/** So many readings are looked at together. */
export const aheadBy = 32;
/** Of the items that a payer owes so many, the oldest; fewer where the text says what is paid. */
const owedLooked = 24;
const owedLookedBesideNamed = 4;

// What the looks have added up to: without a use of them the compiler would leave them out.
const seen = new Float64Array(1);

/**
 * Looks at what judging the next readings will look at first. Nothing but the time depends on it: what lies far apart in memory is waited for together, where judging
 * one reading after the other waits for each piece in turn. So each question is asked of all readings before the next, whose place its answer says.
 */
export function lookAhead(readings: readonly (Reading | null)[], from: number, state: State): void {
  const { items, customers, nearby, paid, habits } = state;
  const next: Reading[] = [];
  const owed: (readonly ItemRecord[])[] = [];
  let sum = 0;
  for (let i = from; i < readings.length && i < from + aheadBy; i++) {
    const reading = readings[i];
    if (!reading || reading.payer.candidates.length === 0) continue;
    next.push(reading);
    sum += reading.cited.size;
  }
  for (let i = 0; i < next.length; i++) {
    const { amount, payer, cited } = next[i]!;
    if (paid.mayHavePaid(payer.candidates[0]!.place, amount)) sum++;
    for (let j = 0; j < cited.items.length; j++) sum += cited.items[j]!.open + cited.items[j]!.id.charCodeAt(0);
  }
  for (let i = 0; i < next.length; i++) {
    const payer = next[i]!.payer.candidates[0]!;
    customers.directory.expect(payer);
    owed.push(items.ofCustomer(payer.customerId));
    if (nearby.has(payer.place, 0, 0)) sum++;
    sum += habits.settlements.manyShare(payer.customerId, habits.lastDay) + habits.amounts.shares(payer.customerId, false, customers)[0]!;
  }
  for (let i = 0; i < next.length; i++) {
    const list = owed[i]!;
    const most = next[i]!.cited.size > 0 ? owedLookedBesideNamed : owedLooked;
    for (let j = 0; j < list.length && j < most; j++) sum += list[j]!.open + list[j]!.marks;
  }
  seen[0] = sum;
}
