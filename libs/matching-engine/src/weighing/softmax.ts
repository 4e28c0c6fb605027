/** Weighted sum of signals. */
export function score(weights: Float64Array, signals: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * signals[i]!;
  return sum;
}

/** Scores to probabilities that add up to one. */
export function softmax(scores: readonly number[]): number[] {
  let highest = -Infinity;
  for (const value of scores) if (value > highest) highest = value;
  const parts: number[] = [];
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    const part = Math.exp(scores[i]! - highest);
    parts.push(part);
    sum += part;
  }
  for (let i = 0; i < parts.length; i++) parts[i]! /= sum;
  return parts;
}
