import { byAge, type ItemRecord } from '../books/item-record.js';
import type { Reading } from '../evidence/reading.js';
import type { State } from '../state.js';
import type { Collector } from './collector.js';
import { fitItems } from './fit.js';
import { origin } from './hypothesis.js';
import { smallSort } from './small-sort.js';

/** An amount that more items have than this tells nothing about who paid. */
const amountLimit = 12;
/** An amount that with a fee is what more than this many owe tells nothing at all. */
const feeLimit = 3;
/** A payer this well known, who owes just this amount, need not be looked for among all who owe it. */
const knownStrength = 4;

/** Items of anybody whose open amount is what was received, or that and a usual fee. */
export function fromAmount(reading: Reading, state: State, found: Collector): void {
  const payer = reading.payer.candidates[0];
  if (payer && payer.strength >= knownStrength && found.some(({ amountKind, items, customerId }) => amountKind === 0 && items.length === 1 && customerId === payer.customerId)) return;
  fromSameAmount(reading, state, found);
  for (const fee of state.habits.amounts.common('bank_fee')) owing(reading, state, reading.amount + fee, feeLimit, found);
}

/** Items of anybody whose open amount is what was received. */
export function fromSameAmount(reading: Reading, state: State, found: Collector): void {
  owing(reading, state, reading.amount, amountLimit, found);
}

function owing(reading: Reading, state: State, amount: number, limit: number, found: Collector): void {
  const items = state.items.byAmount.get(amount, limit);
  for (const item of inOrder(items)) {
    if (item.currency !== reading.currency || item.credit) continue;
    state.customers.directory.expect(item);
    found.add(fitItems(reading, state, item.customerId, [item], origin.amount, items.length / 10));
  }
}

function inOrder(items: readonly ItemRecord[]): readonly ItemRecord[] {
  return items.length < 2 ? items : smallSort([...items], byAge);
}
