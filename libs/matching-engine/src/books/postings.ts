import { HashTable } from './hash-table.js';
import type { ItemRecord } from './item-record.js';
import { hashOf, KnownKeys } from './known-keys.js';

const none: readonly never[] = [];
/** More values of a key than this are kept as a set. */
const few = 32;

/** A multimap that costs one entry where a key has one value, which is nearly always. A list that was handed out never changes. */
export class Postings<K extends string | number, V extends object | string> {
  private readonly entries = new HashTable<K, V | readonly V[] | Set<V>>();
  private readonly known = new KnownKeys();

  add(key: K, value: V): void {
    const entry = this.entries.get(key);
    if (entry === undefined) {
      this.entries.set(key, value);
      this.known.add(hashOf(key), () => this.entries.hashes());
    } else if (entry instanceof Set) entry.add(value);
    else if (isList(entry)) {
      if (!entry.includes(value)) this.entries.set(key, entry.length < few ? [...entry, value] : new Set([...entry, value]));
    } else if (entry !== value) this.entries.set(key, [entry, value]);
  }

  remove(key: K, value: V): void {
    const others = this.entries.deleteWith(hashOf(key), key, value);
    if (others === undefined) return;
    if (others instanceof Set) {
      others.delete(value);
      if (others.size === 0) this.entries.delete(key);
    } else if (isList(others)) {
      const rest = others.filter((other) => other !== value);
      this.entries.set(key, rest.length === 1 ? rest[0]! : rest);
    }
  }

  /** Whether a key of this hash (see `hashOf`) may have values. */
  mayHave(hash: number): boolean {
    return this.known.may(hash);
  }

  count(key: K): number {
    const entry = this.entries.get(key);
    return entry === undefined ? 0 : entry instanceof Set ? entry.size : isList(entry) ? entry.length : 1;
  }

  /** The values of a key where there are at most `limit`, else none: a key that common tells nothing. */
  get(key: K, limit: number): readonly V[] {
    return this.getHashed(hashOf(key), key, limit);
  }

  /** The same, where the hash of the key is at hand. */
  getHashed(hash: number, key: K, limit: number): readonly V[] {
    const entry = this.entryOf(hash, key);
    if (entry === undefined) return none;
    if (entry instanceof Set) return entry.size <= limit ? [...entry] : none;
    if (isList(entry)) return entry.length <= limit ? entry : none;
    return [entry];
  }

  protected entryOf(hash: number, key: K): V | readonly V[] | Set<V> | undefined {
    return this.known.may(hash) ? this.entries.getHashed(hash, key) : undefined;
  }
}

/** Items by what names them. What has left the book may still stand here: who meets it passes it over. */
export class ItemPostings<K extends string | number> extends Postings<K, ItemRecord> {
  override getHashed(hash: number, key: K, limit: number): readonly ItemRecord[] {
    const entry = this.entryOf(hash, key);
    if (entry === undefined) return none;
    if (entry instanceof Set) return fewOpen(entry, limit);
    if (!isList(entry)) return entry.gone ? none : [entry];
    const open = entry.some(isGone) ? entry.filter((item) => !item.gone) : entry;
    return open.length <= limit ? open : none;
  }
}

/** Lets go of those that have gone, so that nobody meets them twice, and looks no further than tells that the others are too many. */
function fewOpen(items: Set<ItemRecord>, limit: number): readonly ItemRecord[] {
  const open: ItemRecord[] = [];
  for (const item of items) {
    if (item.gone) items.delete(item);
    else if (open.push(item) > limit) return none;
  }
  return open;
}

function isGone(item: ItemRecord): boolean {
  return item.gone;
}

function isList<V>(entry: V | readonly V[] | Set<V>): entry is readonly V[] {
  return Array.isArray(entry);
}
