import { HashTable } from './hash-table.js';

/**
 * Gives each customer id a small number, its place, by which everything that is known of the customer is found without another search. A place is
 * kept for good, and its id is one string wherever it is held.
 */
export class Directory {
  private readonly places = new HashTable<string, number>();
  private readonly ids: string[] = [];
  // The customer that was asked for last is asked for again and again.
  private lastId = '';
  private lastPlace = -1;

  /** The place of an id; -1 where it has none. */
  at(id: string): number {
    if (id === this.lastId) return this.lastPlace;
    this.lastId = id;
    return (this.lastPlace = this.places.get(id) ?? -1);
  }

  /** The place of an id, which is given one where it had none. */
  place(id: string): number {
    const known = this.at(id);
    if (known >= 0) return known;
    this.lastPlace = this.ids.length;
    this.places.set(id, this.lastPlace);
    this.ids.push(id);
    return this.lastPlace;
  }

  /** The customer of an item is asked for next, by its id: it need not be searched. */
  expect({ customerId, place }: { readonly customerId: string; readonly place: number }): void {
    this.lastId = customerId;
    this.lastPlace = place;
  }

  /** Whether this very customer was asked for last, or is expected. */
  expects(id: string): boolean {
    return id === this.lastId;
  }

  /** The text of an id that is held wherever it is: of many equal texts, one stays in memory. */
  same(id: string): string {
    return this.ids[this.place(id)]!;
  }

  idAt(place: number): string {
    return this.ids[place]!;
  }
}
