import { copy } from './bytes';

const mostFigures = 20;
const figures = memory.data(mostFigures + 16);

/** Writes the figures of a number, with zeros before them up to `least`, and answers where they end. */
export function writeFigures(value: u64, least: i32, into: usize): usize {
  const end = figures + mostFigures;
  let first = end;
  // Numbers of 32 bits are divided in a fraction of the time.
  for (; value > <u64>u32.MAX_VALUE; value /= 10) store<u8>(--first, <u8>(48 + (value % 10)));
  for (let rest = <u32>value; rest > 0; rest /= 10) store<u8>(--first, <u8>(48 + (rest % 10)));
  while (end - first < <usize>least) store<u8>(--first, 48);
  copy(into, first, end - first);
  return into + (end - first);
}

/** `2026-06-30` of a date in one number. */
export function writeDate(date: u32, into: usize): usize {
  writeFigures(date / 10000, 4, into);
  store<u8>(into, 45, 4);
  writeFigures((date / 100) % 100, 2, into + 5);
  store<u8>(into, 45, 7);
  return writeFigures(date % 100, 2, into + 8);
}
