import type { Directory } from './directory.js';

const start = 64;

/** Sums of customers, eight each and side by side: those of one are found with one look. Slots are in the order in which customers came. */
export class Slots {
  private slotAt = new Int32Array(start);
  private readonly owners: number[] = [];
  sums = new Float64Array(start * 8);

  constructor(private readonly directory: Directory) {}

  /** Where in `sums` those of a customer begin; below zero for none. */
  of(customerId: string): number {
    return this.ofPlace(this.directory.at(customerId));
  }

  ofPlace(place: number): number {
    return place >= 0 && place < this.slotAt.length ? (this.slotAt[place]! - 1) * 8 : -8;
  }

  /** The same; a customer that has none is given eight zeros. */
  make(customerId: string): number {
    const place = this.directory.place(customerId);
    const known = this.ofPlace(place);
    if (known >= 0) return known;
    if (place >= this.slotAt.length) {
      const more = new Int32Array(Math.max(place + 1, this.slotAt.length * 2));
      more.set(this.slotAt);
      this.slotAt = more;
    }
    this.owners.push(place);
    this.slotAt[place] = this.owners.length;
    if (this.owners.length * 8 > this.sums.length) {
      const more = new Float64Array(this.sums.length * 2);
      more.set(this.sums);
      this.sums = more;
    }
    return (this.owners.length - 1) * 8;
  }

  dump(): (readonly [string, readonly number[]])[] {
    return this.owners.map((place, index) => [this.directory.idAt(place), [...this.sums.subarray(index * 8, index * 8 + 8)]] as const);
  }

  load(customers: readonly (readonly [string, readonly number[]])[]): void {
    for (const [id, sums] of customers) {
      const at = this.make(id);
      this.sums.set(sums.slice(0, 8), at);
    }
  }
}
