import { withRoom } from '../books/growing.js';
import { mark } from '../books/item-record.js';
import { hypothesesOf } from '../candidates/hypotheses.js';
import { smallSort } from '../candidates/small-sort.js';
import { mayHaveTwin, twinHash, twinKey } from '../candidates/twins.js';
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
// The hashes of the answers of one judgement; 0 for what has no twin.
let hashes = new Int32Array(64);

/** Every hypothesis of a reading with its probability, the likeliest first. */
export function judge(reading: Reading, state: State, weights: Float64Array): Judged[] {
  const hypotheses = hypothesesOf(reading, state);
  const scores: number[] = [];
  for (let i = 0; i < hypotheses.length; i++) scores.push(score(weights, signalsOf(hypotheses[i]!, reading, state, hypotheses, scratch)));
  return smallSort(mergeTwins(hypotheses, softmax(scores), reading), likeliestFirst);
}

function likeliestFirst(a: Judged, b: Judged): number {
  return b.probability - a.probability;
}

/** Hypotheses that differ only in which of a customer's equal items they take are one answer: the likeliest stands for all. */
function mergeTwins(hypotheses: readonly Hypothesis[], probabilities: readonly number[], reading: Reading): Judged[] {
  const merged: Judged[] = [];
  hashes = withRoom(hashes, hypotheses.length);
  for (let i = 0; i < hypotheses.length; i++) {
    const hypothesis = hypotheses[i]!;
    const probability = probabilities[i]!;
    const hash = mayHaveTwin(hypothesis, reading) ? twinHash(hypothesis) : 0;
    const at = hash === 0 ? -1 : twinOf(hypothesis, hash, merged, reading);
    if (at < 0) {
      hashes[merged.length] = hash;
      merged.push({ hypothesis, probability });
      continue;
    }
    const before = merged[at]!;
    merged[at] = { hypothesis: isBetter(hypothesis, probability, before) ? hypothesis : before.hypothesis, probability: before.probability + probability };
  }
  return merged;
}

/** Where the answer is that a hypothesis is the twin of; -1 for nowhere. */
function twinOf(hypothesis: Hypothesis, hash: number, merged: readonly Judged[], reading: Reading): number {
  for (let at = 0; at < merged.length; at++) if (hashes[at] === hash && twinKey(merged[at]!.hypothesis, reading) === twinKey(hypothesis, reading)) return at;
  return -1;
}

function isBetter(one: Hypothesis, probability: number, other: Judged): boolean {
  const here = anyReserved(one);
  return here === anyReserved(other.hypothesis) ? probability > other.probability : !here;
}

/** Another payment takes an equal item where there is one that no sure payment names. */
function anyReserved({ items }: Hypothesis): boolean {
  for (let i = 0; i < items.length; i++) if (items[i]!.marks & mark.reserved) return true;
  return false;
}
