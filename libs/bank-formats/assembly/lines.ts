import { copy } from './bytes';
import { writeDate, writeFigures } from './figures';
import { writeReferences } from './host';
import { bookingDates, digestBytes, digests, further, hasReferences, longestRow, minor, occurrences, remittance, textsBytes, textsOf, valueDates } from './rows';

const quote = 34;
const point = 46;
const space = 32;

// What stands in a line: the texts of a row by their places, and these.
const remittanceField = <i32>remittance / 4;
const fingerprintField = textsBytes / 4;
const bookingDateField = fingerprintField + 1;
const valueDateField = fingerprintField + 2;
const amountField = fingerprintField + 3;
const referencesField = fingerprintField + 4;

/** The parts of a line, as the host has put them here: of each where its letters begin and end, and the field that follows them, -1 for none. */
export const parts = memory.data(12 * 64);
export let partCount: i32 = 0;
/** The letters of the parts. */
const lettersBytes = 16384;
export const letters = memory.data(lettersBytes);
/** Figures behind the decimal sign of the amounts. */
export let lineDecimals: i32 = 0;

/** Lines that were written last, and where they end. */
const linesBytes = 131072;
export const lines = memory.data(linesBytes, 16);
export let linesEnd: usize = 0;
// All letters of the parts, a row, and the references that were found in it.
const longestLine = lettersBytes + 4 * <i32>longestRow;

/** Writes the lines of the rows that there is room for, and answers the first row that has none. */
export function writeLines(from: i32, to: i32): i32 {
  let row = from;
  let at = lines;
  for (const full = lines + linesBytes - longestLine; row < to && at < full; row++) at = writeLine(row, at);
  linesEnd = at;
  return row;
}

function writeLine(row: i32, into: usize): usize {
  let at = into;
  for (let part = parts, end = parts + 12 * <usize>partCount; part < end; part += 12) {
    const from = load<usize>(part);
    const length = load<usize>(part, 4) - from;
    copy(at, from, length);
    at = writeField(load<i32>(part, 8), row, at + length);
  }
  return at;
}

function writeField(field: i32, row: i32, at: usize): usize {
  if (field < 0) return at;
  if (field == remittanceField) return writeRemittance(textsOf(row), at);
  if (field < fingerprintField) return writeText(textsOf(row) + (<usize>field << 2), at);
  if (field == fingerprintField) return writeFingerprint(row, at);
  if (field == bookingDateField) return writeDay(load<u32>(bookingDates + (<usize>row << 2)), at);
  if (field == valueDateField) return writeDay(load<u32>(valueDates + (<usize>row << 2)), at);
  if (field == amountField) return writeAmount(load<i64>(minor + (<usize>row << 3)), at);
  if (load<u8>(hasReferences + <usize>row)) return writeReferences(row, at);
  store<u16>(at, 0x5d5b);
  return at + 2;
}

function writeNull(at: usize): usize {
  store<u32>(at, 0x6c6c756e);
  return at + 4;
}

/** A text in quotation marks, or null. */
function writeText(text: usize, into: usize): usize {
  const from = load<usize>(text);
  if (from == 0) return writeNull(into);
  const length = load<usize>(text, 4) - from;
  store<u8>(into, quote);
  copy(into + 1, from, length);
  store<u8>(into + 1 + length, quote);
  return into + length + 2;
}

function writeRemittance(texts: usize, into: usize): usize {
  const more = load<usize>(texts, further);
  const at = writeText(texts + remittance, into);
  if (more == 0) return at;
  const length = load<usize>(texts, further + 4) - more;
  // In the place of the quotation mark at the end, behind a blank unless there is nothing before it.
  let end = at - 1;
  if (end > into + 1) store<u8>(end++, space);
  copy(end, more, length);
  store<u8>(end + length, quote);
  return end + length + 1;
}

const hex = memory.data<u8>([48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 97, 98, 99, 100, 101, 102]);

function writeFingerprint(row: i32, into: usize): usize {
  const bytes = v128.load(digests + <usize>row * digestBytes);
  const high = i8x16.swizzle(v128.load(hex), i8x16.shr_u(bytes, 4));
  const low = i8x16.swizzle(v128.load(hex), v128.and(bytes, i8x16.splat(15)));
  store<u8>(into, quote);
  v128.store(into + 1, v128.shuffle<i8>(high, low, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
  v128.store(into + 17, v128.shuffle<i8>(high, low, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31));
  store<u8>(into, point, 25);
  const at = writeFigures(load<u32>(occurrences + (<usize>row << 2)), 1, into + 26);
  store<u8>(at, quote);
  return at + 1;
}

/** The day that was written last, in quotation marks: rows come by the day. */
const written = memory.data(16);
let dayWritten: u32 = 0;

function writeDay(day: u32, at: usize): usize {
  if (day == 0) return writeNull(at);
  if (day != dayWritten) {
    dayWritten = day;
    store<u8>(written, quote);
    store<u8>(writeDate(day, written + 1), quote);
  }
  v128.store(at, v128.load(written));
  return at + 12;
}

function writeAmount(value: i64, into: usize): usize {
  let at = into;
  store<u8>(at++, quote);
  if (value < 0) store<u8>(at++, 45);
  let unit: u64 = 1;
  for (let i = 0; i < lineDecimals; i++) unit *= 10;
  const size = <u64>abs(value);
  const whole = size / unit;
  at = writeFigures(whole, 1, at);
  if (lineDecimals > 0) {
    store<u8>(at, point);
    at = writeFigures(size - whole * unit, lineDecimals, at + 1);
  }
  store<u8>(at, quote);
  return at + 1;
}
