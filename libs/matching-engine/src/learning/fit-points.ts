/** Fewer settled credits teach habits, not weights. */
export const leastForWeights = 150;
/** Beyond this many, weights by the last of them change little. */
const lastFit = 19_200;

/**
 * The number of settled credits after which weights are fitted the next time, where they were last fitted after so many: 150, and then at each doubling up
 * to 19,200; null when they stay. A count of lessons and nothing else, so that whoever learns the same lessons in the same order fits
 * at the same places.
 */
export function nextFit(fittedAfter: number): number | null {
  let next = leastForWeights;
  while (next <= fittedAfter) next *= 2;
  return next <= lastFit ? next : null;
}

/** Whether weights that were fitted after so many settled credits are to be fitted anew now that there are `settled`: a point of `nextFit` lies between. */
export function isFitDue(fittedAfter: number, settled: number): boolean {
  const next = nextFit(fittedAfter);
  return next !== null && settled >= next;
}
