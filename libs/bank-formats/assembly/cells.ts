import { isFigure, quote, space } from './bytes';

/** `limits.csvColumns`. */
export const mostColumns = 256;
/** More of them than a label can have that is told apart; who reads one sees that there is no room. */
export const mostSigns = 64;
const lineFeed = 10;

// What a byte is to the scan; zero is nothing, which most are.
const isDelimiter: u8 = 1;
const isLineFeed: u8 = 2;
const isReturn: u8 = 4;
const isQuote: u8 = 8;
const isSign: u8 = 32;
const isRefused: u8 = 64;
const isWide: u8 = 128;
const isDoubtful: u8 = isWide | isSign;

const kinds = memory.data(256);
/** Classes of bytes that are something, by either half of the byte: it is something if the halves have a class in common. */
const lowClasses = memory.data(16);
const highClasses = memory.data(16);

/** Of each cell of the row where it begins and where it ends. */
export const cells = memory.data(8 * mostColumns);
export let cellCount: i32 = 0;
/** Where the row has signs by which a label may be told, from left to right: a colon, slash or plus, the end of `BQ`, an F before a figure. */
export const signs = memory.data(4 * mostSigns);
export let signCount: i32 = 0;
/** Whether it has a character beyond ASCII. */
export let hasWide: bool = false;

/** The sixteen bytes that are looked through, and which of them are something and have not been looked at. */
let block: usize = 0;
let found: i32 = 0;

export function startOf(cell: i32): usize {
  return load<usize>(cells + (<usize>cell << 3));
}

export function endOf(cell: i32): usize {
  return load<usize>(cells + (<usize>cell << 3), 4);
}

export function isEmpty(cell: i32): bool {
  return startOf(cell) == endOf(cell);
}

/** Whether the layout has the column, and the row something in it. */
export function isGivenIn(cell: i32): bool {
  return cell >= 0 && !isEmpty(cell);
}

export function setDelimiter(delimiter: u8): void {
  memory.fill(kinds, 0, 256);
  // Control characters, and the backslash that JSON escapes.
  memory.fill(kinds, isRefused, space);
  setKind(0x7f, isRefused);
  setKind(0x5c, isRefused);
  memory.fill(kinds + 0x80, isWide, 0x80);
  // Among the characters that begin so are white space of other kinds, and the byte order mark.
  setKind(0xc2, isDoubtful);
  setKind(0xe2, isDoubtful);
  setKind(0xe1, isRefused);
  setKind(0xe3, isRefused);
  setKind(0xef, isRefused);
  for (let i = 0; i < 6; i++) setKind(load<u8>(signLetters + i), isSign);
  setKind(quote, isQuote);
  setKind(lineFeed, isLineFeed);
  setKind(13, isReturn);
  setKind(delimiter, isDelimiter);
  memory.fill(lowClasses, 0, 16);
  for (let byte: usize = 0; byte < 256; byte++) {
    const high = byte >> 4;
    // All control characters are something, and all bytes beyond ASCII: a class for each of them, and one for every other half.
    const bit: u8 = 1 << <u8>(high < 2 ? 0 : high > 7 ? 1 : high);
    store<u8>(highClasses + high, bit);
    if (load<u8>(kinds + byte) != 0) store<u8>(lowClasses + (byte & 15), load<u8>(lowClasses + (byte & 15)) | bit);
  }
}

const signLetters = memory.data<u8>([58, 47, 43, 81, 70, 102]);

function setKind(byte: usize, kind: u8): void {
  store<u8>(kinds + byte, kind);
}

function foundIn(at: usize): i32 {
  const bytes = v128.load(at);
  const low = i8x16.swizzle(v128.load(lowClasses), v128.and(bytes, i8x16.splat(15)));
  const high = i8x16.swizzle(v128.load(highClasses), i8x16.shr_u(bytes, 4));
  return i8x16.bitmask(i8x16.ne(v128.and(low, high), i8x16.splat(0)));
}

/** To be called before the first of the rows that follow one another. */
export function beginRows(from: usize): void {
  block = from;
  found = foundIn(from);
}

/** The next byte that is something. */
function next(): usize {
  let mask = found;
  if (mask == 0) {
    let at = block;
    do {
      at += 16;
      mask = foundIn(at);
    } while (mask == 0);
    block = at;
  }
  found = mask & (mask - 1);
  return block + <usize>ctz(mask);
}

/**
 * Finds the cells of a row that is made as most are: in one line, each cell bare or quoted as a whole, without white space but blanks within texts.
 * Answers where the row ends, its line end included, and 0 for any other row, of which none may be asked for afterwards. A line feed must stand somewhere.
 */
export function scanRow(from: usize): usize {
  let start = from;
  let cell = cells;
  signCount = 0;
  hasWide = false;
  while (true) {
    let at = next();
    let kind = load<u8>(kinds + load<u8>(at));
    if (kind == isSign) {
      signAt(at);
      continue;
    }
    if (kind & isWide) {
      if (isWideSpace(at, kind)) return 0;
      continue;
    }
    let end = at;
    if (kind == isQuote) {
      if (at != start++) return 0;
      end = closing();
      if (end == 0) return 0;
      at = next();
      if (at != end + 1) return 0;
      kind = load<u8>(kinds + load<u8>(at));
    }
    if (kind & (isQuote | isRefused | isSign | isWide) || load<u8>(start) == space || load<u8>(end - 1) == space) return 0;
    store<usize>(cell, start);
    store<usize>(cell, end, 4);
    cell += 8;
    if (kind != isDelimiter) {
      cellCount = <i32>((cell - cells) >> 3);
      if (kind == isLineFeed) return at + 1;
      return load<u8>(at, 1) == lineFeed ? next() + 1 : 0;
    }
    if (cell == cells + 8 * mostColumns) return 0;
    start = at + 1;
  }
}

/** The mark that closes a cell which has none within; 0 for any other cell. */
function closing(): usize {
  while (true) {
    const at = next();
    const kind = load<u8>(kinds + load<u8>(at));
    if (kind == isQuote) return at;
    if (kind == isDelimiter) continue;
    if (kind == isSign) signAt(at);
    else if (!(kind & isWide) || isWideSpace(at, kind)) return 0;
  }
}

function signAt(at: usize): void {
  const code = load<u8>(at);
  if (code == 81 ? load<u8>(at - 1) != 66 : (code | 32) == 102 && !isFigure(load<u8>(at, 1))) return;
  if (signCount == mostSigns) return;
  store<usize>(signs + (<usize>signCount << 2), at);
  signCount++;
}

/** Notes a character beyond ASCII; whether it is white space: U+00A0, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F. */
function isWideSpace(at: usize, kind: u8): bool {
  hasWide = true;
  if (kind != isDoubtful) return false;
  const second = load<u8>(at, 1);
  if (load<u8>(at) == 0xc2) return second == 0xa0;
  const third = load<u8>(at, 2);
  return second == 0x81 || (second == 0x80 && (third <= 0x8a || third == 0xa8 || third == 0xa9 || third == 0xaf));
}
