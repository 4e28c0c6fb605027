import { tailOf } from '../books/item-record.js';
import type { PaidDocument } from '../state.js';

/** How many days before a payment the same amount of the same payer may make it a second one. */
export const repeatDays = 14;
const kept = 3 * repeatDays;
const crowded = 12;

/** Documents that were paid, by their key; and what customers have paid lately. */
export class PaidDocuments extends Map<string, PaidDocument> {
  private readonly lately = new Map<string, PaidDocument[]>();

  override set(key: string, document: PaidDocument): this {
    const before = this.get(key);
    if (before) this.drop(before);
    super.set(key, document);
    if (document.customerId === null) return this;
    const list = this.lately.get(document.customerId);
    if (!list) this.lately.set(document.customerId, [document]);
    else if (list.push(document) > crowded) this.lately.set(document.customerId, onlyLatest(list));
    return this;
  }

  override delete(key: string): boolean {
    const before = this.get(key);
    if (before) this.drop(before);
    return super.delete(key);
  }

  /** The last day from `from` on and before `day` on which the customer paid just this amount; -1 for none. */
  lastPaid(customerId: string, received: number, from: number, day: number): number {
    const list = this.lately.get(customerId);
    let last = -1;
    if (list) for (const document of list) if (document.received === received && document.day >= from && document.day < day && document.day > last) last = document.day;
    return last;
  }

  /** What the customer paid lately with just this amount, and whose running number this is; undefined for nothing. */
  paidAs(customerId: string, tail: number, amount: number): PaidDocument | undefined {
    return this.lately.get(customerId)?.find((document) => (document.received === amount || document.closed === amount) && tailOf(document.number) === tail);
  }

  private drop(document: PaidDocument): void {
    const list = document.customerId === null ? undefined : this.lately.get(document.customerId);
    const index = list ? list.indexOf(document) : -1;
    if (index >= 0) list!.splice(index, 1);
  }
}

function onlyLatest(list: readonly PaidDocument[]): PaidDocument[] {
  let last = -Infinity;
  for (const { day } of list) if (day > last) last = day;
  return list.filter(({ day }) => day > last - kept);
}
