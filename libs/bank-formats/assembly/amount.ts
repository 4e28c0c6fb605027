import { isFigure } from './bytes';

/** What stands for an amount that is not plain. */
export const noAmount = i64.MIN_VALUE;
// Sums of as many amounts as there are rows at once stay within 64 bits.
const largest: i64 = 1 << 50;

/** `plainMinor` of a cell as it stands, in minor units; `sign` is the code of the decimal sign. */
export function minorOf(from: usize, to: usize, sign: u8, decimals: i32): i64 {
  const first = load<u8>(from);
  const isNegative = first == 45;
  let at = isNegative || first == 43 ? from + 1 : from;
  if (at == to || to - from > 16) return noAmount;
  let value: i64 = 0;
  let fraction = -1;
  for (const start = at; at < to; at++) {
    const code = load<u8>(at);
    if (isFigure(code)) {
      value = value * 10 + (code - 48);
      if (fraction >= 0) fraction++;
    } else if (code == sign && fraction < 0 && at > start) fraction = 0;
    else return noAmount;
  }
  if (fraction == 0 || fraction > decimals) return noAmount;
  for (let missing = decimals - max(fraction, 0); missing > 0; missing--) value *= 10;
  if (value > largest) return noAmount;
  return isNegative ? -value : value;
}
