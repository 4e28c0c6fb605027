/** The largest total of an invoice in minor units, 2^53 - 1 (some 90 trillion euros): beyond it the matching engine could not tell cents apart. */
const largestTotalMinor = 9_007_199_254_740_991n;

export function isTooLarge(totalMinor: bigint): boolean {
  return totalMinor > largestTotalMinor || totalMinor < -largestTotalMinor;
}
