import type { Directory } from '../books/directory.js';
import { HashTable } from '../books/hash-table.js';
import { tailOf } from '../books/item-record.js';
import type { PaidDocument } from '../state.js';
import { lastOf, removePair } from './nearby.js';

/** How many days before a payment the same amount of the same payer may make it a second one. */
export const repeatDays = 14;
const kept = 3 * repeatDays;
const crowded = 12;

/** Documents that were paid, by their key; and what customers have paid lately. */
export class PaidDocuments extends HashTable<string, PaidDocument> {
  // By the customer's place: received, day, received, day, ... Nearly every credit asks for them, and a list of numbers is found with one look.
  private readonly lately: (number[] | undefined)[] = [];
  // The same by their documents, for the few credits whose digits may be those of one.
  private readonly documents: (PaidDocument[] | undefined)[] = [];

  constructor(private readonly directory: Directory) {
    super();
  }

  override set(key: string, document: PaidDocument): this {
    const before = this.get(key);
    if (before) this.drop(before);
    super.set(key, document);
    if (document.customerId === null) return this;
    const place = this.directory.place(document.customerId);
    while (this.lately.length <= place) {
      this.lately.push(undefined);
      this.documents.push(undefined);
    }
    const list = this.lately[place];
    const documents = this.documents[place];
    if (!list || !documents) {
      this.lately[place] = [document.received, document.day];
      this.documents[place] = [document];
    } else {
      documents.push(document);
      if (list.push(document.received, document.day) > crowded * 2) {
        const from = latestDay(list) - kept;
        this.lately[place] = onlyAfter(from, list);
        this.documents[place] = documents.filter(({ day }) => day > from);
      }
    }
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

  /** What the customer of this place paid from day `from` on with just this amount, and whose running number this is; undefined for nothing. */
  paidAs(place: number, tail: number, amount: number, from: number): PaidDocument | undefined {
    const documents = place >= 0 && place < this.documents.length ? this.documents[place] : undefined;
    if (documents)
      for (let i = 0; i < documents.length; i++) {
        const document = documents[i]!;
        if ((document.received === amount || document.closed === amount) && document.day >= from && tailOf(document.number) === tail) return document;
      }
    return undefined;
  }

  private drop(document: PaidDocument): void {
    if (document.customerId === null) return;
    const place = this.directory.at(document.customerId);
    const list = this.lately[place];
    if (list) removePair(list, document.received, document.day);
    const documents = this.documents[place];
    const index = documents ? documents.indexOf(document) : -1;
    if (index >= 0) documents!.splice(index, 1);
  }
}

function latestDay(pairs: readonly number[]): number {
  let last = -Infinity;
  for (let i = 1; i < pairs.length; i += 2) if (pairs[i]! > last) last = pairs[i]!;
  return last;
}

function onlyAfter(from: number, pairs: readonly number[]): number[] {
  const latest: number[] = [];
  for (let i = 0; i < pairs.length; i += 2) if (pairs[i + 1]! > from) latest.push(pairs[i]!, pairs[i + 1]!);
  return latest;
}
