import { withRoom } from '../books/growing.js';
import { byIdentity, hashOf, isSame, type Hypothesis } from './hypothesis.js';
import { smallSort } from './small-sort.js';

// Of what the newest collector has found; there is one at a time.
let hashes = new Int32Array(256);

/** Gathers hypotheses; the same allocation found again adds how it was found. */
export class Collector {
  private readonly found: Hypothesis[] = [];

  add(hypothesis: Hypothesis | null): void {
    if (!hypothesis) return;
    const hash = hashOf(hypothesis);
    const at = this.find(hash, hypothesis);
    if (at < 0) {
      hashes = withRoom(hashes, this.found.length + 1);
      hashes[this.found.length] = hash;
      this.found.push(hypothesis);
      return;
    }
    const before = this.found[at]!;
    if (before.origins === hypothesis.origins) return;
    const better = before.amountLog >= hypothesis.amountLog ? before : hypothesis;
    const chance = Math.min(before.chance, hypothesis.chance);
    better.origins = before.origins | hypothesis.origins;
    better.chance = chance;
    this.found[at] = better;
  }

  private find(hash: number, hypothesis: Hypothesis): number {
    for (let at = 0; at < this.found.length; at++) if (hashes[at] === hash && isSame(this.found[at]!, hypothesis)) return at;
    return -1;
  }

  get size(): number {
    return this.found.length;
  }

  some(test: (hypothesis: Hypothesis) => boolean): boolean {
    for (let i = 0; i < this.found.length; i++) if (test(this.found[i]!)) return true;
    return false;
  }

  /** In a fixed order, whatever order they were found in. Nothing is added afterwards. */
  all(): Hypothesis[] {
    return smallSort(this.found, byIdentity);
  }
}
