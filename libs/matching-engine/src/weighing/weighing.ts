import type { Example } from '../learning/replay.js';
import { fitWeights } from './fit.js';
import { noDecisions, type PastDecisions, pastDecisions, thresholdFor } from './threshold.js';
import { startingWeights } from './weights.js';

/** The weights of the signals, and from which confidence on a decision by them needs nobody. */
export class Weighing {
  private readonly thresholds = new Map<number, number>();

  private constructor(
    readonly weights: Float64Array,
    readonly decisions: PastDecisions,
    /** Fitted to an organisation's own history. */
    readonly isFitted: boolean,
  ) {}

  static unfitted(): Weighing {
    return new Weighing(startingWeights(), noDecisions, false);
  }

  static fitted(examples: readonly Example[]): Weighing {
    const weights = fitWeights(examples, startingWeights());
    return new Weighing(weights, pastDecisions(examples, weights), true);
  }

  /** What was fitted before. */
  static known(weights: readonly number[], decisions: PastDecisions): Weighing {
    return new Weighing(Float64Array.from(weights), decisions, true);
  }

  /** The confidence from which an allocation is automatic, where so many of those are to be right. */
  automaticFrom(targetPrecision: number): number {
    let threshold = this.thresholds.get(targetPrecision);
    if (threshold === undefined) this.thresholds.set(targetPrecision, (threshold = thresholdFor(this.decisions, targetPrecision)));
    return threshold;
  }
}
