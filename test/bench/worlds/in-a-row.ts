/** The credits of each call, the same again and again until `total` are decided; the last call has what is left. */
export function* callsOf<T>(credits: readonly T[], total: number): Generator<readonly T[]> {
  if (credits.length === 0) throw new RangeError('there are no credits to decide');
  for (let left = total; left > 0; left -= credits.length) yield credits.slice(0, left);
}
