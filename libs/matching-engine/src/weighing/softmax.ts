/** Weighted sum of signals. */
export function score(weights: Float64Array, signals: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * signals[i]!;
  return sum;
}

/** Makes probabilities that add up to one of so many scores, in their place. */
export function softmax(scores: Float64Array, count = scores.length): Float64Array {
  let highest = -Infinity;
  for (let i = 0; i < count; i++) if (scores[i]! > highest) highest = scores[i]!;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const part = Math.exp(scores[i]! - highest);
    scores[i] = part;
    sum += part;
  }
  for (let i = 0; i < count; i++) scores[i]! /= sum;
  return scores;
}
