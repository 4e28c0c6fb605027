/** Most combinations looked at for one transaction; a search that reaches it stops and says so by its short result. */
export const maxSteps = 3_000;

/** More values than this are not searched. */
export const maxValues = 240;
// Shared by all searches, which never overlap: the values, and what is left to add, and to take off, from each position on.
const held = new Float64Array(maxValues);
const highest = new Float64Array(maxValues + 1);
const lowest = new Float64Array(maxValues + 1);
// A place for each value that a set may have: the position chosen, and what is missing before it.
const chosen = new Int32Array(maxValues + 1);
const rests = new Float64Array(maxValues + 1);

/** A set of positions whose values add up to the target. */
export interface SubsetSearch {
  readonly sets: number[][];
  /** Sets that were looked at or skipped by a bound: what chance could have drawn from. */
  readonly combinations: number;
  readonly complete: boolean;
}

/**
 * Sets of 2 to `maxSize` of the values (any sign) that add up to the target, give or take the tolerance, at most `maxSets`. Depth first with bounds from what is left
 * to add and to take off; stops after `maxSteps`. The order of the values is the order of preference.
 */
export function subsetsOf(values: readonly number[], target: number, maxSize: number, maxSets: number, steps = maxSteps, tolerance = 0): SubsetSearch {
  const n = values.length;
  if (n > maxValues) return { sets: [], combinations: 0, complete: false };
  highest[n] = 0;
  lowest[n] = 0;
  for (let i = n - 1; i >= 0; i--) {
    const value = (held[i] = values[i]!);
    highest[i] = highest[i + 1]! + Math.max(0, value);
    lowest[i] = lowest[i + 1]! + Math.min(0, value);
  }
  const sets: number[][] = [];
  if (target > highest[0]! + tolerance || target < lowest[0]! - tolerance) return { sets, combinations: 0, complete: true };
  let left = steps - 1;
  let depth = 0;
  let i = 0;
  let rest = target;
  for (;;) {
    if (i >= n || rest > highest[i]! + tolerance || rest < lowest[i]! - tolerance) {
      if (--depth < 0) break;
      i = chosen[depth]! + 1;
      rest = rests[depth]!;
      continue;
    }
    if (left-- <= 0) break;
    const after = rest - held[i]!;
    if (after <= tolerance && after >= -tolerance && depth >= 1) {
      chosen[depth] = i;
      sets.push(positions(depth + 1));
      if (sets.length >= maxSets) break;
    } else if (depth + 1 < maxSize) {
      chosen[depth] = i;
      rests[depth] = rest;
      rest = after;
      depth++;
    }
    i++;
  }
  let combinations = 0;
  let ways = n;
  for (let k = 2; k <= Math.min(maxSize, n); k++) combinations += ways = (ways * (n - k + 1)) / k;
  return { sets, combinations, complete: left > 0 };
}

function positions(count: number): number[] {
  const set: number[] = [];
  for (let i = 0; i < count; i++) set.push(chosen[i]!);
  return set;
}

/** What is open on each of some items. */
export function openOf(items: readonly { readonly open: number }[]): number[] {
  const values: number[] = [];
  for (let i = 0; i < items.length; i++) values.push(items[i]!.open);
  return values;
}

/** The items at some positions. Made by adding, because to the compiler an array that `map` has made is another kind, and what reads it gets slower. */
export function itemsAt<T>(items: readonly T[], set: readonly number[]): T[] {
  const chosenItems: T[] = [];
  for (let i = 0; i < set.length; i++) chosenItems.push(items[set[i]!]!);
  return chosenItems;
}
