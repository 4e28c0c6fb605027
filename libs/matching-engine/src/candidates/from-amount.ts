import { byAge, type ItemRecord } from '../books/item-record.js';
import type { Reading } from '../evidence/reading.js';
import type { State } from '../state.js';
import type { Collector } from './collector.js';
import { fitItems } from './fit.js';
import { origin } from './hypothesis.js';

/** An amount that more items have than this tells nothing about who paid. */
const amountLimit = 12;

/** Items of anybody whose open amount is what was received, or that and a usual fee. */
export function fromAmount(reading: Reading, state: State, found: Collector): void {
  const book = state.items;
  const amounts: number[] = [reading.amount];
  for (const fee of state.habits.amounts.common('bank_fee')) amounts.push(reading.amount + fee);
  for (const amount of amounts)
    for (const item of inOrder(book.byAmount.get(amount, amountLimit)))
      if (item.currency === reading.currency && !item.credit) found.add(fitItems(reading, state, item.customerId, [item], origin.amount, book.byAmount.count(amount) / 10));
}

function inOrder(items: readonly ItemRecord[]): readonly ItemRecord[] {
  return items.length < 2 ? items : [...items].sort(byAge);
}
