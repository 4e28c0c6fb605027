import type { ItemRecord } from '../books/item-record.js';
import type { State } from '../state.js';
import type { Reading } from './reading.js';

/** What came into the books, grew, or was corrected: ids of open items and of customers. What the books do not hold concerns nothing. */
export interface BookNews {
  readonly itemIds: Iterable<string>;
  readonly customerIds: Iterable<string>;
}

/** News made ready for many credits: whether one concerns a credit is seen from what the credit's reading found by index. */
export class ReadyNews {
  private readonly items = new Set<ItemRecord>();
  /** Open amounts by currency. */
  private readonly amounts = new Map<string, Set<number>>();
  /** Places of the items' customers. */
  private readonly owners = new Set<number>();
  /** Those, and the customers'. */
  private readonly places = new Set<number>();

  constructor({ itemIds, customerIds }: BookNews, { items, customers }: State) {
    for (const id of customerIds) this.places.add(customers.directory.at(id));
    for (const id of itemIds) {
      const item = items.get(id);
      if (!item) continue;
      this.items.add(item);
      this.owners.add(item.place);
      this.places.add(item.place);
      const amounts = this.amounts.get(item.currency);
      if (amounts) amounts.add(item.open);
      else this.amounts.set(item.currency, new Set([item.open]));
    }
  }

  /** Whether the credit is of just the amount of a new item, or may be money of a customer of whom there is something new, by its payer or, where an item is new, by any that it names. */
  concerns({ amount, currency, cited, payer, cutKey }: Reading): boolean {
    if (this.amounts.get(currency)?.has(amount)) return true;
    for (const { place } of cited.items) if (this.owners.has(place)) return true;
    for (const { place } of payer.candidates) if (this.places.has(place)) return true;
    if (cutKey !== '') for (const { key } of this.items) if (key.startsWith(cutKey)) return true;
    return false;
  }
}
