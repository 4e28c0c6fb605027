/** Most combinations looked at for one transaction; a search that reaches it stops and says so by its short result. */
export const maxSteps = 6_000;

/** A set of positions whose values add up to the target. */
export interface SubsetSearch {
  readonly sets: number[][];
  /** Sets that were looked at or skipped by a bound: what chance could have drawn from. */
  readonly combinations: number;
  readonly complete: boolean;
}

/**
 * Sets of 2 to `maxSize` of the values (any sign) that add up to the target exactly, at most `maxSets`. Depth first with bounds from what is left
 * to add and to take off; stops after `maxSteps`. The order of the values is the order of preference.
 */
export function subsetsOf(values: readonly number[], target: number, maxSize: number, maxSets: number, steps = maxSteps): SubsetSearch {
  const n = values.length;
  const highest = new Float64Array(n + 1);
  const lowest = new Float64Array(n + 1);
  for (let i = n - 1; i >= 0; i--) {
    highest[i] = highest[i + 1]! + Math.max(0, values[i]!);
    lowest[i] = lowest[i + 1]! + Math.min(0, values[i]!);
  }
  const sets: number[][] = [];
  const chosen: number[] = [];
  let left = steps;
  const walk = (from: number, rest: number): void => {
    if (left-- <= 0 || sets.length >= maxSets) return;
    if (rest === 0 && chosen.length >= 2) {
      sets.push([...chosen]);
      return;
    }
    if (chosen.length >= maxSize) return;
    for (let i = from; i < n; i++) {
      if (rest > highest[i]! || rest < lowest[i]!) return;
      chosen.push(i);
      walk(i + 1, rest - values[i]!);
      chosen.pop();
      if (left <= 0 || sets.length >= maxSets) return;
    }
  };
  walk(0, target);
  let combinations = 0;
  let ways = n;
  for (let k = 2; k <= Math.min(maxSize, n); k++) combinations += ways = (ways * (n - k + 1)) / k;
  return { sets, combinations, complete: left > 0 };
}
