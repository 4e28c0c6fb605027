/** The 97.5th percentile of the normal distribution. */
const z = 1.959964;

/**
 * The 95 % interval of Wilson (1927) for the share that lies behind `kept` of `made`: unlike the plain one it says something sensible of few
 * trials and of shares near 1.
 */
export function wilsonInterval(kept: number, made: number): { low: number; high: number } | null {
  if (made === 0) return null;
  const share = kept / made;
  const middle = share + (z * z) / (2 * made);
  const reach = z * Math.sqrt((share * (1 - share)) / made + (z * z) / (4 * made * made));
  const whole = 1 + (z * z) / made;
  return { low: Math.max(0, (middle - reach) / whole), high: Math.min(1, (middle + reach) / whole) };
}
