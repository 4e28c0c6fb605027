import { hypothesesOf } from '../candidates/hypotheses.js';
import { smallSort } from '../candidates/small-sort.js';
import { twinKey } from '../candidates/twins.js';
import type { Hypothesis } from '../candidates/hypothesis.js';
import type { Reading } from '../evidence/reading.js';
import { signalCount } from '../evidence/signals.js';
import { signalsOf } from '../evidence/weigh-signals.js';
import type { State } from '../state.js';
import { score, softmax } from './softmax.js';

export interface Judged {
  readonly hypothesis: Hypothesis;
  readonly probability: number;
}

/** A transaction with all that it may be, the likeliest first. */
export interface Considered {
  readonly reading: Reading;
  readonly judged: readonly Judged[];
}

// The signals of the hypothesis that is being judged.
const scratch = new Float64Array(signalCount);

/** Every hypothesis of a reading with its probability, the likeliest first. */
export function judge(reading: Reading, state: State, weights: Float64Array): Judged[] {
  const hypotheses = hypothesesOf(reading, state);
  const probabilities = softmax(hypotheses.map((hypothesis) => score(weights, signalsOf(hypothesis, reading, state, hypotheses, scratch))));
  const judged = hypotheses.map((hypothesis, index) => ({ hypothesis, probability: probabilities[index]! }));
  return smallSort(mergeTwins(judged, reading, state), (a, b) => b.probability - a.probability);
}

/** Hypotheses that differ only in which of a customer's equal items they take are one answer: the likeliest stands for all. */
function mergeTwins(judged: readonly Judged[], reading: Reading, state: State): Judged[] {
  const merged = new Map<string, Judged>();
  for (const one of judged) {
    const key = twinKey(one.hypothesis, reading);
    const before = merged.get(key);
    if (!before) merged.set(key, one);
    else merged.set(key, { ...(isBetter(one, before, state) ? one : before), probability: before.probability + one.probability });
  }
  return [...merged.values()];
}

function isBetter(one: Judged, other: Judged, state: State): boolean {
  const [here, there] = [one, other].map(({ hypothesis }) => hypothesis.items.some((item) => state.reserved.has(item)));
  return here === there ? one.probability > other.probability : there!;
}
