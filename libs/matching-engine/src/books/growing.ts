/** A longer copy of an array of numbers, where it holds fewer than so many. */
export function withRoom<T extends Int32Array | Uint16Array | Float64Array | Uint8Array>(array: T, length: number): T {
  if (length <= array.length) return array;
  const longer = new (array.constructor as new (length: number) => T)(Math.max(length, array.length * 2));
  longer.set(array);
  return longer;
}

const empty: readonly never[] = [];

/** A list as it is kept for long: one for all where it is empty, else a copy of just its length, because a list that grew has room for sixteen more. */
export function kept<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? empty : list.slice();
}
