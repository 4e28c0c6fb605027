import { identity, type Hypothesis } from './hypothesis.js';
import { smallSort } from './small-sort.js';

/** Gathers hypotheses; the same allocation found again adds how it was found. */
export class Collector {
  private readonly found = new Map<string, Hypothesis>();

  add(hypothesis: Hypothesis | null): void {
    if (!hypothesis) return;
    const key = identity(hypothesis);
    const before = this.found.get(key);
    if (!before) this.found.set(key, hypothesis);
    else if (before.origins !== hypothesis.origins) this.found.set(key, { ...(before.amountLog >= hypothesis.amountLog ? before : hypothesis), origins: before.origins | hypothesis.origins, chance: Math.min(before.chance, hypothesis.chance) });
  }

  get size(): number {
    return this.found.size;
  }

  some(test: (hypothesis: Hypothesis) => boolean): boolean {
    for (const hypothesis of this.found.values()) if (test(hypothesis)) return true;
    return false;
  }

  /** In a fixed order, whatever order they were found in. */
  all(): Hypothesis[] {
    return smallSort([...this.found.values()], (a, b) => (a.key < b.key ? -1 : 1));
  }
}
