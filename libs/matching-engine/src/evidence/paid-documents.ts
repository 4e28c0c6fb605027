import type { Directory } from '../books/directory.js';
import type { PaidDocument } from '../state.js';
import { lastOf, removePair } from './nearby.js';

/** How many days before a payment the same amount of the same payer may make it a second one. */
export const repeatDays = 14;
const kept = 3 * repeatDays;
const crowded = 12;

/** Documents that were paid, by their key; and what customers have paid lately. */
export class PaidDocuments extends Map<string, PaidDocument> {
  // By the customer's place: received, day, received, day, ... Nearly every credit asks for them, and a list of numbers is found with one look.
  private readonly lately: (number[] | undefined)[] = [];

  constructor(private readonly directory: Directory) {
    super();
  }

  override set(key: string, document: PaidDocument): this {
    const before = this.get(key);
    if (before) this.drop(before);
    super.set(key, document);
    if (document.customerId === null) return this;
    const place = this.directory.place(document.customerId);
    while (this.lately.length <= place) this.lately.push(undefined);
    const list = this.lately[place];
    if (!list) this.lately[place] = [document.received, document.day];
    else if (list.push(document.received, document.day) > crowded * 2) this.lately[place] = onlyLatest(list);
    return this;
  }

  override delete(key: string): boolean {
    const before = this.get(key);
    if (before) this.drop(before);
    return super.delete(key);
  }

  /** The last day from `from` on and before `day` on which the customer of this place paid just this amount; -1 for none. */
  lastPaid(place: number, received: number, from: number, day: number): number {
    const list = place >= 0 && place < this.lately.length ? this.lately[place] : undefined;
    return list ? lastOf(list, received, from, day) : -1;
  }

  private drop({ customerId, received, day }: PaidDocument): void {
    const list = customerId === null ? undefined : this.lately[this.directory.at(customerId)];
    if (list) removePair(list, received, day);
  }
}

function onlyLatest(pairs: readonly number[]): number[] {
  let last = -Infinity;
  for (let i = 1; i < pairs.length; i += 2) if (pairs[i]! > last) last = pairs[i]!;
  const latest: number[] = [];
  for (let i = 0; i < pairs.length; i += 2) if (pairs[i + 1]! > last - kept) latest.push(pairs[i]!, pairs[i + 1]!);
  return latest;
}
