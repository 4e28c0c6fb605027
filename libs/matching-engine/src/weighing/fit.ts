import type { Example } from '../learning/replay.js';
import { keepSigns } from './weights.js';
import { signalCount } from '../evidence/signals.js';

const steps = 120;
const rate = 0.05;
/** How strongly a weight is held to its start: the number of examples that speak as loud as the start does. */
const hold = 2;

/**
 * Weights under which the right hypotheses of the examples are likeliest (a conditional logit), held to their start by a quadratic penalty,
 * found by Adam with a fixed number of steps: the same examples give the same weights.
 */
export function fitWeights(examples: readonly Example[], start: Float64Array): Float64Array {
  const weights = Float64Array.from(start);
  if (examples.length === 0) return weights;
  const sparse = examples.map(sparseOf);
  const gradient = new Float64Array(signalCount);
  const first = new Float64Array(signalCount);
  const second = new Float64Array(signalCount);
  for (let step = 1; step <= steps; step++) {
    gradient.fill(0);
    for (const example of sparse) addGradient(example, weights, gradient);
    const shrink = step > steps * 0.7 ? 0.3 : 1;
    for (let i = 0; i < signalCount; i++) {
      const g = (gradient[i]! - hold * (weights[i]! - start[i]!)) / examples.length;
      first[i] = 0.9 * first[i]! + 0.1 * g;
      second[i] = 0.99 * second[i]! + 0.01 * g * g;
      weights[i]! += (rate * shrink * (first[i]! / (1 - 0.9 ** step))) / (Math.sqrt(second[i]! / (1 - 0.99 ** step)) + 1e-6);
    }
    keepSigns(weights);
  }
  return weights;
}

/** Most signals of a hypothesis are zero: where they are not, and what they are there. */
interface SparseExample {
  readonly at: readonly Uint8Array[];
  readonly values: readonly Float64Array[];
  readonly right: readonly boolean[];
}

function sparseOf({ signals, right }: Example): SparseExample {
  const at = signals.map((values) => Uint8Array.from([...values.keys()].filter((index) => values[index] !== 0)));
  return { at, values: at.map((indices, h) => Float64Array.from(indices, (index) => signals[h]![index]!)), right };
}

function addGradient({ at, values, right }: SparseExample, weights: Float64Array, gradient: Float64Array): void {
  const scores = new Float64Array(at.length);
  let highest = -Infinity;
  for (let h = 0; h < at.length; h++) {
    const [indices, x] = [at[h]!, values[h]!];
    let sum = 0;
    for (let i = 0; i < indices.length; i++) sum += weights[indices[i]!]! * x[i]!;
    scores[h] = sum;
    if (sum > highest) highest = sum;
  }
  let all = 0;
  let good = 0;
  for (let h = 0; h < at.length; h++) {
    scores[h] = Math.exp(scores[h]! - highest);
    all += scores[h]!;
    if (right[h]) good += scores[h]!;
  }
  for (let h = 0; h < at.length; h++) {
    const pull = (right[h] ? scores[h]! / Math.max(good, 1e-300) : 0) - scores[h]! / all;
    if (Math.abs(pull) < 1e-9) continue;
    const [indices, x] = [at[h]!, values[h]!];
    for (let i = 0; i < indices.length; i++) gradient[indices[i]!]! += pull * x[i]!;
  }
}
