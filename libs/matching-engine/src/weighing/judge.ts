import { hypothesesOf } from '../candidates/hypotheses.js';
import type { Hypothesis } from '../candidates/hypothesis.js';
import type { Reading } from '../evidence/reading.js';
import { signalsOf } from '../evidence/weigh-signals.js';
import type { State } from '../state.js';
import { score, softmax } from './softmax.js';

export interface Judged {
  readonly hypothesis: Hypothesis;
  readonly signals: Float64Array;
  readonly score: number;
  readonly probability: number;
}

/** Every hypothesis of a reading with its probability, the likeliest first. */
export function judge(reading: Reading, state: State, weights: Float64Array): Judged[] {
  const hypotheses = hypothesesOf(reading, state);
  const signals = hypotheses.map((hypothesis) => signalsOf(hypothesis, reading, state, hypotheses));
  const scores = signals.map((values) => score(weights, values));
  const probabilities = softmax(scores);
  const judged = hypotheses.map((hypothesis, index) => ({ hypothesis, signals: signals[index]!, score: scores[index]!, probability: probabilities[index]! }));
  return judged.sort((a, b) => b.probability - a.probability);
}
