import { withRoom } from '../books/growing.js';
import { mark } from '../books/item-record.js';
import { hypothesesOf } from '../candidates/hypotheses.js';
import { smallSort } from '../candidates/small-sort.js';
import { areTwins, mayHaveTwin, twinHash } from '../candidates/twins.js';
import type { Answer, Hypothesis, HypothesisKind } from '../candidates/hypothesis.js';
import type { Reading } from '../evidence/reading.js';
import { signalCount } from '../evidence/signals.js';
import { signalsOf } from '../evidence/weigh-signals.js';
import type { State } from '../state.js';
import { score, softmax } from './softmax.js';

/** An answer with its probability: all that is kept of a hypothesis until everything of a call is decided. */
export interface Judged extends Answer {
  readonly probability: number;
}

/** Kept until the call is decided, so several items are copied: a list that grew has room for sixteen more. */
export function withProbability({ kind, customerId, items, amounts, difference, amountKind, paid }: Answer, probability: number): Judged {
  const grew = items.length > 1;
  return { kind, customerId, items: grew ? items.slice() : items, amounts: grew ? amounts.slice() : amounts, difference, amountKind, paid, probability };
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
// The scores of the hypotheses of one judgement, then their probabilities.
let probabilities = new Float64Array(64);

/** Every hypothesis of a reading with its probability, the likeliest first. */
export function judge(reading: Reading, state: State, weights: Float64Array): Judged[] {
  const hypotheses = hypothesesOf(reading, state);
  probabilities = withRoom(probabilities, hypotheses.length);
  for (let i = 0; i < hypotheses.length; i++) probabilities[i] = score(weights, signalsOf(hypotheses[i]!, reading, state, hypotheses, scratch));
  softmax(probabilities, hypotheses.length);
  const alone = isOneCertain(hypotheses);
  const all = smallSort(mergeTwins(hypotheses, reading, alone), likeliestFirst);
  // Twins may be certain together, where none of them is alone.
  return !alone && isCertain(all[0]!) ? all.filter(({ kind }) => isShownBesideItems(kind)) : all;
}

/** What is this certain is looked at again only where an item of its own was taken or reserved. */
const certainFrom = 0.999;

/** Whether it is certain which items are paid. */
export function isCertain({ kind, probability }: Judged): boolean {
  return kind === 'items' && probability >= certainFrom;
}

/** Beside items that are certain, nothing that allocates none can become the likeliest; but what is taken from items goes to what was not thought of. */
function isShownBesideItems(kind: HypothesisKind): boolean {
  return kind === 'items' || kind === 'unlisted';
}

export function likeliestFirst(a: Judged, b: Judged): number {
  return b.probability - a.probability;
}

function isOneCertain(hypotheses: readonly Hypothesis[]): boolean {
  for (let i = 0; i < hypotheses.length; i++) if (hypotheses[i]!.kind === 'items' && probabilities[i]! >= certainFrom) return true;
  return false;
}

/** Hypotheses that differ only in which of a customer's equal items they take are one answer: the likeliest stands for all. Where one is certain, what is not shown beside it is left out. */
function mergeTwins(hypotheses: readonly Hypothesis[], reading: Reading, certain: boolean): Judged[] {
  const merged: Judged[] = [];
  hashes = withRoom(hashes, hypotheses.length);
  for (let i = 0; i < hypotheses.length; i++) {
    const hypothesis = hypotheses[i]!;
    if (certain && !isShownBesideItems(hypothesis.kind)) continue;
    const probability = probabilities[i]!;
    const hash = mayHaveTwin(hypothesis, reading) ? twinHash(hypothesis) : 0;
    const at = hash === 0 ? -1 : twinOf(hypothesis, hash, merged);
    if (at < 0) {
      hashes[merged.length] = hash;
      merged.push(withProbability(hypothesis, probability));
      continue;
    }
    const before = merged[at]!;
    merged[at] = withProbability(isBetter(hypothesis, probability, before) ? hypothesis : before, before.probability + probability);
  }
  return merged;
}

/** Where the answer is that a hypothesis is the twin of; -1 for nowhere. */
function twinOf(hypothesis: Hypothesis, hash: number, merged: readonly Judged[]): number {
  for (let at = 0; at < merged.length; at++) if (hashes[at] === hash && areTwins(merged[at]!, hypothesis)) return at;
  return -1;
}

function isBetter(one: Answer, probability: number, other: Judged): boolean {
  const here = anyReserved(one);
  return here === anyReserved(other) ? probability > other.probability : !here;
}

/** Another payment takes an equal item where there is one that no sure payment names. */
function anyReserved({ items }: Answer): boolean {
  for (let i = 0; i < items.length; i++) if (items[i]!.marks & mark.reserved) return true;
  return false;
}
