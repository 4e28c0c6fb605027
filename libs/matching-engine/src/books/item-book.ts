import type { OpenItem } from '../border.js';
import { Directory } from './directory.js';
import { byAge, itemRecord, safeMinor, type ItemRecord } from './item-record.js';
import { Forms } from './forms.js';
import { HashTable } from './hash-table.js';
import { ItemPostings, Postings } from './postings.js';
import { SameTexts } from './same-texts.js';
import { Shapes } from './shapes.js';

const none: ItemRecord[] = [];

/** The open items with their indexes: by reference, by tail digits, by amount, by customer. Nothing here scans. */
export class ItemBook {
  private readonly byId = new HashTable<string, ItemRecord>();
  // By the customer's place: its items, and whether they are out of order.
  private readonly lists: (ItemRecord[] | undefined)[] = [];
  private unsorted = new Uint8Array(64);
  readonly byKey = new ItemPostings<string>();
  readonly byTail = new ItemPostings<number>();
  readonly byStructured = new ItemPostings<string>();
  readonly byOrder = new ItemPostings<string>();
  readonly byAmount = new Postings<number, ItemRecord>();
  private readonly forms = new Forms();
  private readonly currencies = new SameTexts();
  readonly shapes = new Shapes();
  readonly orderShapes = new Shapes();

  constructor(private readonly directory = new Directory()) {}

  /** Upsert by id; an item with nothing open leaves the book. Whether anything changed. */
  put(item: OpenItem): boolean {
    const known = this.stillKnown(item.id);
    const open = safeMinor(item.openMinor, item.number);
    if (open === 0) {
      if (known) this.remove(known);
      return known !== undefined;
    }
    const record = itemRecord(item, this.directory, this.currencies);
    if (known && isSameBut(known, record)) {
      if (known.open === open) return false;
      known.lastPart = 0; // what was taken of it was not so
      this.setOpen(known, open);
      return true;
    }
    if (known) this.remove(known);
    this.insert(record);
    return true;
  }

  /** The open item of this id; what the indexes still hold of one that was taken goes, now that something is said of it. */
  private stillKnown(id: string): ItemRecord | undefined {
    const known = this.byId.get(id);
    if (!known?.gone) return known;
    this.forget(known);
    return undefined;
  }

  get(id: string): ItemRecord | undefined {
    const item = this.byId.get(id);
    return item?.gone ? undefined : item;
  }

  *all(): IterableIterator<ItemRecord> {
    for (const item of this.byId.values()) if (!item.gone) yield item;
  }

  /** Whether some reference has this length and first character. */
  mayHave(length: number, first: number): boolean {
    return this.forms.has(length, first);
  }

  /** The length of the longest reference that begins with this character; 0 where none does. */
  longestFrom(first: number): number {
    return this.forms.longestFrom(first);
  }

  /** Whether a reference of this hash (see `hashOf`) may be known as a number, an order number or a structured reference. */
  mayBe(hash: number): boolean {
    return this.byKey.mayHave(hash) || this.byOrder.mayHave(hash) || this.byStructured.mayHave(hash);
  }

  insert(item: ItemRecord): void {
    if (item.gone) this.forget(item);
    item.gone = false;
    this.forms.add(item.key);
    if (item.structuredKey) this.forms.add(item.structuredKey);
    if (item.orderKey) this.forms.add(item.orderKey);
    this.byId.set(item.id, item);
    this.byKey.add(item.key, item);
    this.shapes.add(item.key);
    if (item.tail >= 0) this.byTail.add(item.tail, item);
    if (item.structuredKey) this.byStructured.add(item.structuredKey, item);
    if (item.orderKey) {
      this.byOrder.add(item.orderKey, item);
      this.shapes.add(item.orderKey);
      this.orderShapes.add(item.orderKey);
    }
    this.byAmount.add(item.open, item);
    const { place } = item;
    while (this.lists.length <= place) this.lists.push(undefined);
    const list = this.lists[place];
    if (!list) this.lists[place] = [item];
    else {
      if (byAge(list[list.length - 1]!, item) > 0) this.setUnsorted(place);
      list.push(item);
    }
  }

  private setUnsorted(place: number): void {
    if (place >= this.unsorted.length) {
      const more = new Uint8Array(Math.max(place + 1, this.unsorted.length * 2));
      more.set(this.unsorted);
      this.unsorted = more;
    }
    this.unsorted[place] = 1;
  }

  private remove(item: ItemRecord): void {
    this.close(item);
    this.forget(item);
  }

  /** Takes an item out of where nobody could tell that it has gone. */
  private close(item: ItemRecord): void {
    this.byAmount.remove(item.open, item);
    const list = this.lists[item.place]!;
    list.splice(list.indexOf(item), 1);
    if (list.length === 0) this.lists[item.place] = undefined;
  }

  private forget(item: ItemRecord): void {
    this.byId.delete(item.id);
    this.byKey.remove(item.key, item);
    if (item.tail >= 0) this.byTail.remove(item.tail, item);
    if (item.structuredKey) this.byStructured.remove(item.structuredKey, item);
    if (item.orderKey) this.byOrder.remove(item.orderKey, item);
  }

  /**
   * Takes an amount from an item; what is used up leaves the book. Refuses to take more than is open. Where it is named it is passed over until `put` tells
   * what became of it: mostly nobody asks, and each of those indexes is a wait for memory.
   */
  take(item: ItemRecord, amount: number): void {
    const left = item.open - amount;
    if (item.open >= 0 ? left < 0 || amount < 0 : left > 0 || amount > 0) throw new RangeError(`${item.number}: ${amount} cannot be taken of ${item.open}`);
    if (left === 0) {
      this.close(item);
      item.open = 0;
      item.gone = true;
    } else {
      this.setOpen(item, left);
      item.lastPart = amount;
    }
  }

  private setOpen(item: ItemRecord, open: number): void {
    this.byAmount.remove(item.open, item);
    item.open = open;
    this.byAmount.add(open, item);
  }

  /** The open items of a customer, the oldest debt first. The array is the book's own: do not change it. */
  ofCustomer(customerId: string): readonly ItemRecord[] {
    const place = this.directory.at(customerId);
    const list = place >= 0 && place < this.lists.length ? this.lists[place] : undefined;
    if (list === undefined) return none;
    if (place < this.unsorted.length && this.unsorted[place] === 1) {
      this.unsorted[place] = 0;
      list.sort(byAge);
    }
    return list;
  }
}

/** Whether two records of an item differ in nothing but what is open. */
function isSameBut(a: ItemRecord, b: ItemRecord): boolean {
  return (
    a.number === b.number && a.customerId === b.customerId && a.credit === b.credit && a.issueDay === b.issueDay && a.dueDay === b.dueDay && a.currency === b.currency &&
    a.total === b.total && a.structuredKey === b.structuredKey && a.orderKey === b.orderKey
  );
}
