/** The normal quantile of 90 %: a tenth lies above the band and a tenth below. */
const z = 1.2816;

/** An 80 % band of a sum of payments with this mean and variance: gamma-shaped (Wilson and Hilferty), so never below nothing when skewed. */
export function bandOf(mean: number, variance: number): { low: number; high: number } {
  if (variance <= 0) return { low: mean, high: mean };
  if (mean <= 0) return { low: mean - z * Math.sqrt(variance), high: mean + z * Math.sqrt(variance) };
  const skew = variance / (9 * mean * mean);
  const quantile = (at: number): number => mean * Math.max(0, 1 - skew + at * Math.sqrt(skew)) ** 3;
  return { low: quantile(-z), high: quantile(z) };
}
