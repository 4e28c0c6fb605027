const none: readonly never[] = [];

/** A multimap that costs one map entry where a key has one value, which is nearly always. */
export class Postings<K, V extends object> {
  private readonly entries = new Map<K, V | Set<V>>();

  add(key: K, value: V): void {
    const entry = this.entries.get(key);
    if (entry === undefined) this.entries.set(key, value);
    else if (entry instanceof Set) entry.add(value);
    else if (entry !== value) this.entries.set(key, new Set([entry, value]));
  }

  remove(key: K, value: V): void {
    const entry = this.entries.get(key);
    if (entry === value) this.entries.delete(key);
    else if (entry instanceof Set) {
      entry.delete(value);
      if (entry.size === 0) this.entries.delete(key);
    }
  }

  count(key: K): number {
    const entry = this.entries.get(key);
    return entry === undefined ? 0 : entry instanceof Set ? entry.size : 1;
  }

  has(key: K): boolean {
    return this.entries.has(key);
  }

  /** Visits the values of a key without copying them. */
  each(key: K, visit: (value: V) => void): void {
    const entry = this.entries.get(key);
    if (entry instanceof Set) for (const value of entry) visit(value);
    else if (entry !== undefined) visit(entry);
  }

  /** The values of a key where there are at most `limit`, else none: a key that common tells nothing. */
  get(key: K, limit: number): readonly V[] {
    const entry = this.entries.get(key);
    if (entry === undefined) return none;
    if (!(entry instanceof Set)) return [entry];
    return entry.size <= limit ? [...entry] : none;
  }
}
