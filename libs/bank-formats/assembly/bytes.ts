export const space = 32;
export const quote = 34;

/** Bytes 16 - n to 32 - n are a mask of the first n bytes of sixteen. */
const masks = memory.data<u8>([255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

/** The first bytes of what stands there, sixteen at most, and zeros behind them. */
export function firstBytes(at: usize, count: usize): v128 {
  return v128.and(v128.load(at), v128.load(masks + 16 - count));
}

export function isFigure(code: u8): bool {
  return <u8>(code - 48) < 10;
}

export function isCapital(code: u8): bool {
  return <u8>(code - 65) < 26;
}

/** Copies sixteen bytes at a time, so up to fifteen behind the last one are written besides. */
export function copy(into: usize, from: usize, length: usize): void {
  for (let i: usize = 0; i < length; i += 16) v128.store(into + i, v128.load(from + i));
}

export function isSame(at: usize, other: usize, length: usize): bool {
  for (let i: usize = 0; i < length; i++) if (load<u8>(at + i) != load<u8>(other + i)) return false;
  return true;
}

/** Where the first two blanks stand side by side, 0 for nowhere. */
export function doubleBlank(from: usize, to: usize): usize {
  const blanks = i8x16.splat(<i8>space);
  for (let at = from; at + 1 < to; at += 16) {
    const found = i8x16.bitmask(v128.and(i8x16.eq(v128.load(at), blanks), i8x16.eq(v128.load(at, 1), blanks)));
    if (found == 0) continue;
    const first = at + <usize>ctz(found);
    return first + 1 < to ? first : 0;
  }
  return 0;
}
