/** Numbers between two statements of an account, where both are numbered and the later one does not follow at once; null otherwise. Banks begin anew each year. */
export function missingNumbers(previous: string | null, current: string | null): { readonly first: bigint; readonly last: bigint } | null {
  const [before, now] = [numberOf(previous), numberOf(current)];
  if (before === null || now === null || now <= before + 1n) return null;
  return { first: before + 1n, last: now - 1n };
}

/** `12`, and of MT940's `12/3` the statement without its page. */
function numberOf(sequence: string | null): bigint | null {
  const [, digits] = /^\s*(\d{1,18})(?:\s*\/\s*\d+)?\s*$/.exec(sequence ?? '') ?? [];
  return digits === undefined ? null : BigInt(digits);
}
