import type { ItemRecord } from './books/item-record.js';

/** What a transaction would take if it were alone, and how sure that is. */
export interface Claim {
  readonly probability: number;
  /** Those that it pays whole or names: a part of what nobody named stands back behind who pays it for sure. */
  readonly items: readonly ItemRecord[];
  /** Those of them that the text names. */
  readonly named: readonly ItemRecord[];
}

/** What is this sure is decided before anything else of the same call. */
const sureFrom = 0.995;
/** A claim this likely on the same item, made earlier, is decided before a sure one: the second of two equal payments is the duplicate. */
const earlierFrom = 0.5;

const none: readonly number[] = [];

/**
 * The order in which the transactions of one call are decided: sure claims first, the rest after, each in the order given; but before a sure claim
 * come the earlier ones that claim an item of it.
 */
export function decisionOrder(claims: readonly (Claim | null)[]): number[] {
  const first = new Map<ItemRecord, number>();
  // Few items are claimed again.
  const later = new Map<ItemRecord, number[]>();
  for (let index = 0; index < claims.length; index++) {
    const claim = claims[index];
    if (!claim || claim.probability < earlierFrom) continue;
    for (const item of claim.items) {
      const list = later.get(item);
      if (list) list.push(index);
      else if (first.has(item)) later.set(item, [index]);
      else first.set(item, index);
    }
  }
  const placed = new Uint8Array(claims.length);
  const order: number[] = [];
  const place = (index: number): void => {
    if (placed[index]) return;
    placed[index] = 1;
    order.push(index);
  };
  for (let index = 0; index < claims.length; index++) {
    const claim = claims[index];
    if (!claim || claim.probability < sureFrom) continue;
    for (const item of claim.items) {
      if (first.get(item)! < index) place(first.get(item)!);
      for (const earlier of later.get(item) ?? none) if (earlier < index) place(earlier);
    }
    place(index);
  }
  for (let index = 0; index < claims.length; index++) place(index);
  return order;
}
