import type { ItemRecord } from '../books/item-record.js';
import type { Citation } from '../text/citations.js';

/** The items that a text names, each with its best citation, in the order in which they were named: a few, mostly one. */
export class CitedItems {
  constructor(readonly items: readonly ItemRecord[], private readonly citations: readonly Citation[]) {}

  get size(): number {
    return this.items.length;
  }

  get(item: ItemRecord): Citation | undefined {
    const at = this.items.indexOf(item);
    return at < 0 ? undefined : this.citations[at];
  }

  has(item: ItemRecord): boolean {
    return this.items.includes(item);
  }
}
