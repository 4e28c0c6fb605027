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
  const parts = scores.map((value) => Math.exp(value - highest));
  const sum = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => part / sum);
}
