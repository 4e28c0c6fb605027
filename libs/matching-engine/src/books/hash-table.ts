import { hashOf } from './known-keys.js';

/** So many places at first; always a power of two. */
const leastPlaces = 16;

/**
 * A map by text or number that walks in the order in which its keys came, as `Map` does. A place holds the whole hash of its key beside where the key stands, so that a look touches no
 * other key than the one that is meant: among a million, each text touched in vain is a wait for memory. What hash a text has can be foreseen, so this is not for keys that
 * strangers can choose by the thousand: they might all have one.
 */
export class HashTable<K extends string | number, V> {
  // Two numbers a place: the hash, and where the key stands in `cells`, from 1; 0 for a free one.
  private places = new Int32Array(leastPlaces * 2);
  private mask = leastPlaces - 1;
  // Key, value, key, value, ...; both undefined where the key has gone.
  private cells: (K | V | undefined)[] = [];
  size = 0;

  get(key: K): V | undefined {
    return this.getHashed(hashOf(key), key);
  }

  /** The same, where the hash of the key is at hand. */
  getHashed(hash: number, key: K): V | undefined {
    const at = this.places[this.find(hash, key) * 2 + 1]!;
    return at === 0 ? undefined : (this.cells[at] as V);
  }

  has(key: K): boolean {
    return this.places[this.find(hashOf(key), key) * 2 + 1] !== 0;
  }

  set(key: K, value: V): this {
    this.setHashed(hashOf(key), key, value);
    return this;
  }

  /** Sets a value; the one before it, undefined for none. */
  setHashed(hash: number, key: K, value: V): V | undefined {
    const place = this.find(hash, key) * 2;
    const at = this.places[place + 1]!;
    if (at !== 0) {
      const before = this.cells[at] as V;
      this.cells[at] = value;
      return before;
    }
    this.places[place] = hash;
    this.places[place + 1] = this.cells.length + 1;
    this.cells.push(key, value);
    this.size++;
    if (this.size * 3 > this.mask * 2) this.rebuild((this.mask + 1) * 2);
    return undefined;
  }

  delete(key: K): boolean {
    const place = this.find(hashOf(key), key);
    const at = this.places[place * 2 + 1]!;
    if (at !== 0) this.deleteAt(place, at);
    return at !== 0;
  }

  /** Deletes a key that has just this value; undefined then, as for a key that is not there, else the value that it has. */
  deleteWith(hash: number, key: K, value: V): V | undefined {
    const place = this.find(hash, key);
    const at = this.places[place * 2 + 1]!;
    if (at === 0) return undefined;
    const found = this.cells[at] as V;
    if (found !== value) return found;
    this.deleteAt(place, at);
    return undefined;
  }

  private deleteAt(place: number, at: number): void {
    this.cells[at - 1] = this.cells[at] = undefined;
    this.size--;
    this.free(place);
    if (this.cells.length > leastPlaces * 2 && this.size * 4 < this.cells.length) this.rebuild(this.mask + 1);
  }

  *entries(): IterableIterator<[K, V]> {
    for (let at = 0; at < this.cells.length; at += 2) if (this.cells[at] !== undefined) yield [this.cells[at] as K, this.cells[at + 1] as V];
  }

  [Symbol.iterator](): IterableIterator<[K, V]> {
    return this.entries();
  }

  /** The hashes of the keys, in no order. */
  *hashes(): IterableIterator<number> {
    for (let place = 0; place < this.places.length; place += 2) if (this.places[place + 1] !== 0) yield this.places[place]!;
  }

  *values(): IterableIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  /** The place of a key, or the free one where it would be. */
  private find(hash: number, key: K): number {
    // Apart, because the comparison of two texts is quicker where nothing else is ever compared.
    return typeof key === 'string' ? this.findText(hash, key) : this.findNumber(hash, key);
  }

  private findText(hash: number, key: string): number {
    const { places, mask, cells } = this;
    let place = homeOf(hash, mask);
    for (let at = places[place * 2 + 1]!; at !== 0; at = places[place * 2 + 1]!) {
      if (places[place * 2] === hash && (cells[at - 1] as string) === key) return place;
      place = (place + 1) & mask;
    }
    return place;
  }

  private findNumber(hash: number, key: number): number {
    const { places, mask, cells } = this;
    let place = homeOf(hash, mask);
    for (let at = places[place * 2 + 1]!; at !== 0; at = places[place * 2 + 1]!) {
      if (places[place * 2] === hash && (cells[at - 1] as number) === key) return place;
      place = (place + 1) & mask;
    }
    return place;
  }

  /** Empties a place and moves up those behind it that stand there only because it was taken. */
  private free(place: number): void {
    const { places, mask } = this;
    let gap = place;
    for (let next = (gap + 1) & mask; places[next * 2 + 1] !== 0; next = (next + 1) & mask) {
      const home = homeOf(places[next * 2]!, mask);
      if (((next - home) & mask) < ((next - gap) & mask)) continue;
      places[gap * 2] = places[next * 2]!;
      places[gap * 2 + 1] = places[next * 2 + 1]!;
      gap = next;
    }
    places[gap * 2 + 1] = 0;
  }

  /** Makes so many places, and leaves no gaps where keys have gone. */
  private rebuild(count: number): void {
    const before = this.places;
    this.mask = count - 1;
    this.places = new Int32Array(count * 2);
    const moved = this.closeGaps();
    for (let place = 0; place < before.length; place += 2) {
      const at = before[place + 1]!;
      if (at !== 0) this.put(before[place]!, moved ? moved[at >> 1]! : at);
    }
  }

  /** Closes the gaps in `cells`; where each of them stands now, by half of where it stood. Null where there was no gap. */
  private closeGaps(): Int32Array | null {
    if (this.size * 2 === this.cells.length) return null;
    const moved = new Int32Array(this.cells.length >> 1);
    const cells: (K | V | undefined)[] = [];
    for (let at = 0; at < this.cells.length; at += 2) {
      if (this.cells[at] === undefined) continue;
      moved[at >> 1] = cells.length + 1;
      cells.push(this.cells[at], this.cells[at + 1]);
    }
    this.cells = cells;
    return moved;
  }

  private put(hash: number, at: number): void {
    let place = homeOf(hash, this.mask);
    while (this.places[place * 2 + 1] !== 0) place = (place + 1) & this.mask;
    this.places[place * 2] = hash;
    this.places[place * 2 + 1] = at;
  }
}

function homeOf(hash: number, mask: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & mask;
}
