import { addDays, daysBetween } from '@lettrage/calendar';
import { wordsOf } from './words-of.js';

/** A line that its own day did not explain. */
export interface LeftLine {
  readonly bankAccountId: string;
  readonly money: string;
  readonly bookingDate: string;
  readonly valueDate: string | null;
  readonly endToEndId: string | null;
  readonly text: string;
}

export interface LeftFresh extends LeftLine {
  readonly place: number;
}

export interface LeftStored extends LeftLine {
  readonly transactionId: string;
}

/** Banks write the day of the operation in one format and the day of the booking in another; a weekend and a holiday lie between. */
const mostDays = 5;
const mostLookedAt = 100;

/**
 * Lines of a file that may be transactions which another format told under another date: the same money and end-to-end id within five days, or the same words
 * where the one's value date is the other's date. Never more than a question, because a payer may pay the same again.
 */
export function recogniseNearDays(fresh: readonly LeftFresh[], stored: readonly LeftStored[]): { readonly place: number; readonly transactionId: string }[] {
  const waiting = new Map<string, LeftStored[]>();
  for (const line of stored) {
    for (const key of keysOf(line)) {
      const list = waiting.get(key);
      if (list) list.push(line);
      else waiting.set(key, [line]);
    }
  }
  const taken = new Set<LeftStored>();
  const found: { place: number; transactionId: string }[] = [];
  for (const line of fresh) {
    const other = keysOf(line).flatMap((key) => nearest(waiting.get(key) ?? [], line)).find((candidate) => !taken.has(candidate) && isNear(line, candidate));
    if (!other) continue;
    taken.add(other);
    found.push({ place: line.place, transactionId: other.transactionId });
  }
  return found;
}

/** Of the lines with one key, in the order of their dates, those of the days around; not all of them where a payer pays the same every day. */
function nearest(lines: readonly LeftStored[], { bookingDate }: LeftFresh): readonly LeftStored[] {
  let low = 0;
  let high = lines.length;
  const earliest = addDays(bookingDate, -mostDays);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.bookingDate < earliest) low = middle + 1;
    else high = middle;
  }
  return lines.slice(low, low + mostLookedAt);
}

function keysOf(line: LeftLine): string[] {
  const words = wordsOf(line.text).join(' ');
  const money = `${line.bankAccountId} ${line.money}`;
  return [...(line.endToEndId === null ? [] : [`${money} id ${line.endToEndId}`]), ...(words === '' ? [] : [`${money} words ${words}`])];
}

function isNear(a: LeftLine, b: LeftLine): boolean {
  if (Math.abs(daysBetween(a.bookingDate, b.bookingDate)) > mostDays) return false;
  if (a.endToEndId !== null && b.endToEndId !== null) return a.endToEndId === b.endToEndId;
  return a.valueDate === b.bookingDate || b.valueDate === a.bookingDate || (a.valueDate !== null && a.valueDate === b.valueDate);
}
