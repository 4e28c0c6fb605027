const zero = 48;

/** `plainMinor` of a cell that stands in bytes; `sign` is the code of the decimal sign. */
export function plainMinorOf(bytes: Uint8Array, from: number, to: number, sign: number, decimals: number): number {
  const first = bytes[from]!;
  const isNegative = first === 45;
  let at = isNegative || first === 43 ? from + 1 : from;
  // 15 figures and a sign fit a number exactly.
  if (at === to || to - from > 16) return Number.NaN;
  let value = 0;
  let fraction = -1;
  for (const start = at; at < to; at++) {
    const code = bytes[at]!;
    if (code >= zero && code <= zero + 9) {
      value = value * 10 + code - zero;
      if (fraction >= 0) fraction++;
    } else if (code === sign && fraction < 0 && at > start) fraction = 0;
    else return Number.NaN;
  }
  if (fraction === 0 || fraction > decimals) return Number.NaN;
  for (let missing = decimals - Math.max(fraction, 0); missing > 0; missing--) value *= 10;
  if (value > Number.MAX_SAFE_INTEGER) return Number.NaN;
  return isNegative ? -value : value;
}
