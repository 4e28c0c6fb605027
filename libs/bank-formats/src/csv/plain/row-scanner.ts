import { limits } from '../../limits.js';
import type { Delimiter } from '../row-splitter.js';

const space = 32;
const quote = 34;
const lineFeed = 10;
/** What a label may be told by: marks of fields, `BQ`, and the beginning of a creditor reference. */
const signs = [':', '/', '+', 'Q', 'F', 'f'];
export const mostSigns = 64;
const longestKept = 64;

// What a byte is to the scan; zero is nothing, which most are.
const isDelimiter = 1;
const isLineFeed = 2;
const isReturn = 4;
const isQuote = 8;
const isSign = 32;
const isRefused = 64;
const isWide = 128;
const isDoubtful = isWide | isSign;

function kindsOf(delimiter: Delimiter): Uint8Array {
  const kinds = new Uint8Array(256);
  // Control characters, and the backslash that JSON escapes.
  kinds.fill(isRefused, 0, space);
  kinds[0x7f] = kinds[0x5c] = isRefused;
  kinds.fill(isWide, 0x80);
  // Among the characters that begin so are white space of other kinds, and the byte order mark.
  kinds[0xc2] = kinds[0xe2] = isDoubtful;
  kinds[0xe1] = kinds[0xe3] = kinds[0xef] = isRefused;
  for (const letter of signs) kinds[letter.charCodeAt(0)] = isSign;
  kinds[quote] = isQuote;
  kinds[lineFeed] = isLineFeed;
  kinds[13] = isReturn;
  kinds[delimiter.charCodeAt(0)] = isDelimiter;
  return kinds;
}

/** White space beyond ASCII: U+00A0, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F. */
function isWideSpace(bytes: Uint8Array, at: number): boolean {
  const second = bytes[at + 1]!;
  if (bytes[at] === 0xc2) return second === 0xa0;
  const third = bytes[at + 2]!;
  return second === 0x81 || (second === 0x80 && (third <= 0x8a || third === 0xa8 || third === 0xa9 || third === 0xaf));
}

function isFigure(code: number): boolean {
  return code >= 48 && code <= 57;
}

/**
 * Finds the cells of a row that is made as most are: in one line, each cell bare or quoted as a whole, without white space but blanks within texts.
 * Whatever else a row may have is left to `RowSplitter`, which reads all of them.
 */
export class RowScanner {
  readonly starts = new Int32Array(limits.csvColumns);
  readonly ends = new Int32Array(limits.csvColumns);
  /** Cells of the last row. */
  count = 0;
  /** Where it has signs by which a label may be told, from left to right: a colon, slash or plus, the end of `BQ`, an F before a figure. */
  readonly signs = new Int32Array(mostSigns);
  signCount = 0;
  /** Whether it has a character beyond ASCII. */
  hasWide = false;
  /** Whether the last row begins with the cells that were kept: they need not be read again. */
  isAsKept = false;
  private readonly kinds: Uint8Array;
  private readonly kept = new Uint8Array(longestKept);
  private keptBytes = 0;
  private keptCells = 0;

  constructor(delimiter: Delimiter) {
    this.kinds = kindsOf(delimiter);
  }

  /** Keeps the first cells of the row that was found last, which began at `from`, for the rows below that have the same ones: most begin with the same day. */
  keep(bytes: Uint8Array, from: number, cells: number): void {
    const { starts, ends } = this;
    if (this.hasWide || cells >= this.count || starts[0] !== from) return;
    for (let cell = 1; cell <= cells; cell++) if (starts[cell] !== ends[cell - 1]! + 1) return;
    const length = starts[cells]! - from;
    if (length > longestKept) return;
    for (let i = 0; i < length; i++) this.kept[i] = bytes[from + i]!;
    this.keptBytes = length;
    this.keptCells = cells;
  }

  /** Takes the cells that were kept where the row begins with them, else forgets them; answers where the next cell begins. */
  private asKept(bytes: Uint8Array, from: number, to: number): number {
    const { starts, ends, kept, keptBytes, keptCells } = this;
    this.isAsKept = false;
    this.keptBytes = 0;
    if (keptBytes === 0 || to - from < keptBytes) return from;
    for (let i = 0; i < keptBytes; i++) if (bytes[from + i] !== kept[i]) return from;
    this.isAsKept = true;
    this.keptBytes = keptBytes;
    const moved = from - starts[0]!;
    for (let cell = 0; cell < keptCells; cell++) {
      starts[cell]! += moved;
      ends[cell]! += moved;
    }
    return from + keptBytes;
  }

  /** Where the row that begins at `from` ends, its line end included; -1 where it is not made so. `to` is where the last line ends, which is complete. */
  scan(bytes: Uint8Array, from: number, to: number): number {
    const { kinds, starts, ends } = this;
    let start = this.asKept(bytes, from, to);
    let count = this.isAsKept ? this.keptCells : 0;
    let wide = 0;
    this.signCount = 0;
    for (let at = start; at < to; at++) {
      let kind = 0;
      // The line feed at the end, at the latest, is something.
      while ((kind = kinds[bytes[at]!]!) === 0) at++;
      if (kind === isDelimiter) {
        if (bytes[start] === space || bytes[at - 1] === space) return -1;
        starts[count] = start;
        ends[count] = at;
        if (++count === limits.csvColumns) return -1;
        start = at + 1;
      } else if (kind === isSign) this.signAt(bytes, at);
      else if ((kind & isWide) !== 0) {
        wide = 1;
        if (kind === isDoubtful && isWideSpace(bytes, at)) return -1;
      } else if (kind === isQuote) {
        if (at !== start) return -1;
        at = this.closing(bytes, at + 1, to);
        if (at < 0) return -1;
        starts[count] = start + 1;
        ends[count] = at;
        wide |= Number(this.hasWide);
        if (++count === limits.csvColumns) return -1;
        start = at + 2;
        if (kinds[bytes[++at]!] === isDelimiter) continue;
        this.hasWide = wide !== 0;
        this.count = count;
        return this.lineEnd(bytes, at, to);
      } else if (kind === isRefused) return -1;
      else {
        if (bytes[start] === space || bytes[at - 1] === space) return -1;
        starts[count] = start;
        ends[count] = at;
        this.count = count + 1;
        this.hasWide = wide !== 0;
        return this.lineEnd(bytes, at, to);
      }
    }
    return -1;
  }

  private signAt(bytes: Uint8Array, at: number): void {
    const code = bytes[at]!;
    if (code === 81 ? bytes[at - 1] !== 66 : (code | 32) === 102 && !isFigure(bytes[at + 1]!)) return;
    // More than that no label has that can be told apart; who reads one sees that there is no room.
    if (this.signCount < mostSigns) this.signs[this.signCount++] = at;
  }

  private lineEnd(bytes: Uint8Array, at: number, to: number): number {
    if (bytes[at] === lineFeed) return at < to ? at + 1 : -1;
    return bytes[at] === 13 && bytes[at + 1] === lineFeed && at + 1 < to ? at + 2 : -1;
  }

  /** The mark that closes a cell which has none within; -1 for any other cell. */
  private closing(bytes: Uint8Array, from: number, to: number): number {
    const { kinds } = this;
    this.hasWide = false;
    for (let at = from; at < to; at++) {
      const kind = kinds[bytes[at]!]!;
      if (kind === 0 || kind === isDelimiter) continue;
      if (kind === isQuote) return bytes[from] === space || bytes[at - 1] === space ? -1 : at;
      if (kind === isSign) this.signAt(bytes, at);
      else if ((kind & isWide) === 0) return -1;
      else {
        this.hasWide = true;
        if (kind === isDoubtful && isWideSpace(bytes, at)) return -1;
      }
    }
    return -1;
  }
}
