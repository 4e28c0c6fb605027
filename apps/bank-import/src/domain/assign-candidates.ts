/** An entry that is one of several transactions, in the order in which they should be tried. */
export interface Undecided {
  readonly transactionId: string;
  readonly candidates: readonly string[];
}

/**
 * Which candidate each entry is, if each is one and no two are the same one: as many entries get one as can. What an entry could be stands for the same money, so
 * that any such assignment leaves the books the same. `taken` are given to nobody. Entries for which none is left are missing from the answer.
 */
export function assignCandidates(entries: readonly Undecided[], taken: ReadonlySet<string>): ReadonlyMap<string, string> {
  const holderOf = new Map<string, number>();
  const heldBy: (string | undefined)[] = [];
  for (const start of entries.keys()) {
    const reachedFrom = new Map<string, number>();
    const free = findFree(start, reachedFrom);
    if (free !== null) handOver(free, start, reachedFrom);
  }
  return new Map(entries.flatMap(({ transactionId }, index) => (heldBy[index] === undefined ? [] : [[transactionId, heldBy[index]] as const])));

  /** Breadth first over who could give up a candidate for another one. */
  function findFree(start: number, reachedFrom: Map<string, number>): string | null {
    const queue = [start];
    for (const entry of queue) {
      for (const candidate of entries[entry]!.candidates) {
        if (taken.has(candidate) || reachedFrom.has(candidate)) continue;
        reachedFrom.set(candidate, entry);
        const holder = holderOf.get(candidate);
        if (holder === undefined) return candidate;
        queue.push(holder);
      }
    }
    return null;
  }

  function handOver(free: string, start: number, reachedFrom: ReadonlyMap<string, number>): void {
    for (let candidate = free; ; ) {
      const entry = reachedFrom.get(candidate)!;
      const before = heldBy[entry];
      holderOf.set(candidate, entry);
      heldBy[entry] = candidate;
      if (entry === start) return;
      candidate = before!;
    }
  }
}
