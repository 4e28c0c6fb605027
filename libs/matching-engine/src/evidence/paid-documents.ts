import type { Directory } from '../books/directory.js';
import { HashTable } from '../books/hash-table.js';
import { tailOf } from '../books/item-record.js';
import { KnownKeys } from '../books/known-keys.js';
import type { PaidDocument } from '../state.js';

/** How many days before a payment the same amount of the same payer may make it a second one. */
export const repeatDays = 14;
const kept = 3 * repeatDays;
const crowded = 12;

// Of a document: received, day, closed.
const perDocument = 3;

/** Documents that were paid, by their key; and what customers have paid lately. */
export class PaidDocuments extends HashTable<string, PaidDocument> {
  // By the customer's place: the documents, and their numbers in the same order. Nearly every credit asks for them, and a list of numbers is found with one look.
  private readonly documents: (PaidDocument[] | undefined)[] = [];
  private readonly numbers: (number[] | undefined)[] = [];
  // Customers with each amount: most questions have no answer, and this says so without a look at the lists.
  private readonly amounts = new KnownKeys();

  constructor(private readonly directory: Directory) {
    super();
  }

  override setHashed(hash: number, key: string, document: PaidDocument): PaidDocument | undefined {
    const before = super.setHashed(hash, key, document);
    if (before) this.drop(before);
    if (document.customerId !== null) this.note(document, document.customerId);
    return before;
  }

  private note(document: PaidDocument, customerId: string): void {
    const place = this.directory.place(customerId);
    while (this.documents.length <= place) {
      this.documents.push(undefined);
      this.numbers.push(undefined);
    }
    const documents = (this.documents[place] ??= []);
    const numbers = (this.numbers[place] ??= []);
    numbers.push(document.received, document.day, document.closed);
    this.noteAmount(place, document.received);
    if (document.closed !== document.received) this.noteAmount(place, document.closed);
    if (documents.push(document) > crowded) keepLatest(documents, numbers);
  }

  override delete(key: string): boolean {
    const before = this.get(key);
    if (before) this.drop(before);
    return super.delete(key);
  }

  /** The last day from `from` on and before `day` on which the customer of this place paid just this amount; -1 for none. */
  lastPaid(place: number, received: number, from: number, day: number): number {
    if (!this.mayHavePaid(place, received)) return -1;
    const numbers = this.numbersAt(place);
    let last = -1;
    for (let at = 0; at < numbers.length; at += perDocument)
      if (numbers[at] === received) {
        const on = numbers[at + 1]!;
        if (on >= from && on < day && on > last) last = on;
      }
    return last;
  }

  /** Whether the customer of this place may have paid just this amount, or closed it on a document. */
  mayHavePaid(place: number, amount: number): boolean {
    return this.amounts.may(hashOfAmount(place, amount));
  }

  private noteAmount(place: number, amount: number): void {
    this.amounts.add(hashOfAmount(place, amount), () => this.amountHashes());
  }

  private *amountHashes(): IterableIterator<number> {
    for (const [place, numbers] of this.numbers.entries()) {
      if (!numbers) continue;
      for (let at = 0; at < numbers.length; at += perDocument) {
        yield hashOfAmount(place, numbers[at]!);
        if (numbers[at + 2] !== numbers[at]) yield hashOfAmount(place, numbers[at + 2]!);
      }
    }
  }

  /** What the customer of this place paid from day `from` on with just this amount, and whose running number this is; undefined for nothing. */
  paidAs(place: number, tail: number, amount: number, from: number): PaidDocument | undefined {
    const numbers = this.numbersAt(place);
    for (let at = 0; at < numbers.length; at += perDocument)
      if ((numbers[at] === amount || numbers[at + 2] === amount) && numbers[at + 1]! >= from) {
        const document = this.documents[place]![at / perDocument]!;
        if (tailOf(document.number) === tail) return document;
      }
    return undefined;
  }

  private numbersAt(place: number): readonly number[] {
    return (place >= 0 && place < this.numbers.length ? this.numbers[place] : undefined) ?? none;
  }

  private drop(document: PaidDocument): void {
    if (document.customerId === null) return;
    const place = this.directory.at(document.customerId);
    const documents = this.documents[place];
    const at = documents ? documents.indexOf(document) : -1;
    if (at < 0) return;
    documents!.splice(at, 1);
    this.numbers[place]!.splice(at * perDocument, perDocument);
  }
}

const none: readonly number[] = [];

function hashOfAmount(place: number, amount: number): number {
  return Math.imul(place, 0x85ebca6b) ^ amount;
}

/** Lets go of what is long before the last document. */
function keepLatest(documents: PaidDocument[], numbers: number[]): void {
  let last = -Infinity;
  for (const { day } of documents) if (day > last) last = day;
  let left = 0;
  for (let i = 0; i < documents.length; i++) {
    const document = documents[i]!;
    if (document.day <= last - kept) continue;
    documents[left] = document;
    for (let j = 0; j < perDocument; j++) numbers[left * perDocument + j] = numbers[i * perDocument + j]!;
    left++;
  }
  documents.length = left;
  numbers.length = left * perDocument;
}
