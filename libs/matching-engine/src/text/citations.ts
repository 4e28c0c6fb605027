import type { ItemBook } from '../books/item-book.js';
import type { ItemRecord } from '../books/item-record.js';
import { emptyHash, hashOn } from '../books/known-keys.js';
import type { Run } from './runs.js';

/** How an item is named in the text, the most telling first. */
export type Grade = 'structured' | 'full' | 'order' | 'tail' | 'edit' | 'cut';

/** A place in the text that names a document. */
export interface Citation {
  readonly grade: Grade;
  /** What was read, without punctuation. */
  readonly key: string;
  /** As it stands in the text. */
  readonly shown: string;
  readonly items: readonly ItemRecord[];
  /** The word before it, which says whether numbers of this place tend to be ours. */
  readonly word: string;
  readonly source: 'text' | 'end_to_end' | 'structured';
  /** Cited as part of a range whose ends are named. */
  readonly range: boolean;
  /** First and last run. */
  readonly from: number;
  readonly to: number;
}

/** A number that looks like one of ours and is not open. */
export interface StrangeNumber {
  readonly key: string;
  readonly shown: string;
}

export interface ReadNumbers {
  readonly citations: Citation[];
  readonly strange: StrangeNumber[];
  /** Runs that were read as part of a reference. */
  readonly used: number[];
}

export const postingLimit = 24;
const maxCitations = 60;
const maxRange = 60;
const rangeWords = new Set(['A', 'AU', 'TO', 'BIS', 'TOT', 'TM', 'AL', 'HASTA', 'THRU', 'UNTIL', 'ATE', 'DO']);

/** Reads whole document numbers, order numbers, tail digits, lists and ranges out of the runs of a text. */
export function readNumbers(folded: string, runs: readonly Run[], book: ItemBook, isPaid: (key: string) => boolean, source: 'text' | 'end_to_end'): ReadNumbers {
  const used: number[] = [];
  for (let i = 0; i < runs.length; i++) used.push(0);
  const read: ReadNumbers = { citations: [], strange: [], used };
  for (let i = 0; i < runs.length; i++) if (!used[i]) i = readShaped(folded, runs, i, book, isPaid, source, read);
  for (let i = 0; i < runs.length; i++) if (!used[i]) readJoined(folded, runs, i, book, source, read);
  for (let i = 0; i < runs.length; i++) if (!used[i]) readBare(folded, runs, i, book, isPaid, source, read);
  return read;
}

function push(read: ReadNumbers, citation: Citation): void {
  if (read.citations.length < maxCitations) read.citations.push(citation);
}

function shown(folded: string, runs: readonly Run[], from: number, to: number): string {
  return folded.slice(runs[from]!.start, runs[to]!.end);
}

function wordBefore(runs: readonly Run[], index: number): string {
  for (let i = index - 1; i >= 0 && i >= index - 2; i--) if (!runs[i]!.digits) return runs[i]!.text;
  return '';
}

/** Letters that end like one of our prefixes, and the digits after them. Returns the last run that was read. */
function readShaped(folded: string, runs: readonly Run[], index: number, book: ItemBook, isPaid: (key: string) => boolean, source: 'text' | 'end_to_end', read: ReadNumbers): number {
  const run = runs[index]!;
  if (run.digits || !runs[index + 1]?.digits) return index;
  let miss: { key: string; last: number; exact: boolean } | null = null;
  for (const shape of book.shapes.lettered()) {
    if (!run.text.endsWith(shape.letters)) continue;
    let digits = '';
    for (let last = index + 1; last < runs.length && runs[last]!.digits && last <= index + 6; last++) {
      if (last > index + 1 && runs[last]!.gap.length > 3) break;
      digits += runs[last]!.text;
      const key = shape.letters + digits;
      const items = book.byKey.get(key, postingLimit);
      const ordered = items.length > 0 ? [] : book.byOrder.get(key, postingLimit);
      if (items.length > 0 || ordered.length > 0) {
        read.used.fill(1, index, last + 1);
        push(read, { grade: items.length > 0 ? 'full' : 'order', key, shown: shown(folded, runs, index, last), items: items.length > 0 ? items : ordered, word: wordBefore(runs, index), source, range: false, from: index, to: last });
        return readList(folded, runs, last, key, book, source, read);
      }
      const exact = shape.lengths.has(digits.length);
      const near = exact || shape.lengths.has(digits.length - 1) || shape.lengths.has(digits.length + 1);
      if (near && digits.length >= 3 && (!miss || (exact && !miss.exact))) miss = { key, last, exact };
      if (exact && isPaid(key)) break;
    }
  }
  if (!miss) return index;
  read.used.fill(1, index, miss.last + 1);
  const text = shown(folded, runs, index, miss.last);
  if (!isPaid(miss.key)) {
    const near = oneEditAway(miss.key, book);
    if (near.length > 0) push(read, { grade: 'edit', key: miss.key, shown: text, items: near, word: wordBefore(runs, index), source, range: false, from: index, to: miss.last });
  }
  read.strange.push({ key: miss.key, shown: text });
  return readList(folded, runs, miss.last, miss.key, book, source, read);
}

/** Numbers after a whole one: "FA2026-00617 / 618 / 20", "FA2026-00617 à 620": the last digits replaced. */
function readList(folded: string, runs: readonly Run[], last: number, key: string, book: ItemBook, source: 'text' | 'end_to_end', read: ReadNumbers): number {
  let previous = key;
  for (let i = last + 1; i < runs.length; i++) {
    const run = runs[i]!;
    let range = /^\s*[-–]\s*$/.test(run.gap);
    if (!run.digits) {
      if (!rangeWords.has(run.text) && run.text !== 'ET' && run.text !== 'E' && run.text !== 'U' && run.text !== 'UND' && run.text !== 'AND' && run.text !== 'EN' && run.text !== 'Y') return i - 1;
      range = rangeWords.has(run.text);
      if (!runs[i + 1]?.digits) return i - 1;
      i++;
    }
    const digits = runs[i]!.text;
    if (digits.length < 2 || digits.length > 12 || isDateAt(runs, i)) return i - 1;
    const next = key.length > digits.length ? key.slice(0, key.length - digits.length) + digits : digits;
    const whole = book.byKey.get(next, postingLimit);
    const items = whole.length > 0 ? whole : book.byOrder.get(next, postingLimit);
    if (range) pushRange(previous, next, run.gap, book, source, read);
    if (items.length === 0 && !range) return i - 1;
    if (items.length > 0) push(read, { grade: whole.length > 0 ? 'full' : 'order', key: next, shown: digits, items, word: '', source, range: false, from: i, to: i });
    read.used[i] = 1;
    previous = next;
    last = i;
  }
  return runs.length - 1;
}

/** Whether the text says "from … to …" between two citations that follow each other. */
export function isRangeBetween(runs: readonly Run[], before: Citation, after: Citation): boolean {
  if (before.to < 0 || after.from <= before.to) return false;
  const words = runs.slice(before.to + 1, after.from);
  if (words.length === 0) return /^\s*[-–]\s*$/.test(runs[after.from]!.gap);
  return words.length === 1 && rangeWords.has(words[0]!.text);
}

function pushRange(from: string, to: string, gap: string, book: ItemBook, source: 'text' | 'end_to_end', read: ReadNumbers): void {
  const start = /^(.*?)(\d{1,9})$/.exec(from);
  const end = /^(.*?)(\d{1,9})$/.exec(to);
  if (!start || !end || start[1] !== end[1] || start[2]!.length !== end[2]!.length) return;
  const first = Number(start[2]);
  const last = Number(end[2]);
  if (last <= first + 1 || last - first > maxRange) return;
  for (let value = first + 1; value < last; value++) {
    const key = start[1] + String(value).padStart(start[2]!.length, '0');
    const items = book.byKey.get(key, postingLimit);
    if (items.length > 0) push(read, { grade: 'full', key, shown: `${from}${gap}${to}`, items, word: '', source, range: true, from: -1, to: -1 });
  }
}

/** Whole references over up to five runs ("2026 F 123", "BC 401345", a bare order number), and else tail digits. */
function readJoined(folded: string, runs: readonly Run[], index: number, book: ItemBook, source: 'text' | 'end_to_end', read: ReadNumbers): void {
  const first = runs[index]!.text.charCodeAt(0);
  // Most texts begin with nothing that one of our numbers begins with.
  const longest = book.longestFrom(first);
  let length = 0;
  let digits = false;
  let hash = emptyHash;
  for (let last = index; last < runs.length && last < index + 5 && !read.used[last]; last++) {
    const run = runs[last]!;
    if (last > index && run.gap.length > 2) break;
    length += run.text.length;
    if (length > longest) return;
    digits ||= run.digits;
    hash = hashOn(hash, run.text);
    if (length < 4 || !digits || !book.mayHave(length, first) || !book.mayBe(hash)) continue;
    const key = joined(runs, index, last);
    const structured = book.byStructured.getHashed(hash, key, postingLimit);
    const items = structured.length > 0 ? structured : book.byKey.getHashed(hash, key, postingLimit);
    const found = items.length > 0 ? items : book.byOrder.getHashed(hash, key, postingLimit);
    if (found.length === 0) continue;
    read.used.fill(1, index, last + 1);
    push(read, { grade: structured.length > 0 ? 'structured' : items.length > 0 ? 'full' : 'order', key, shown: shown(folded, runs, index, last), items: found, word: wordBefore(runs, index), source, range: false, from: index, to: last });
    return;
  }
}

/** The texts of some runs, without what is between them. */
export function joined(runs: readonly Run[], from: number, to: number): string {
  let text = runs[from]!.text;
  for (let i = from + 1; i <= to; i++) text += runs[i]!.text;
  return text;
}

/** Digits that begin and are as long as our numbers without letters, and are none that is open: paid before, or one slip away. */
function readBare(folded: string, runs: readonly Run[], index: number, book: ItemBook, isPaid: (key: string) => boolean, source: 'text' | 'end_to_end', read: ReadNumbers): void {
  let key = '';
  for (let last = index; last < runs.length && last < index + 3 && runs[last]!.digits && !read.used[last] && !isDateAt(runs, last); last++) {
    key += runs[last]!.text;
    if (!book.shapes.isBareLike(key)) continue;
    read.used.fill(1, index, last + 1);
    const text = shown(folded, runs, index, last);
    const near = isPaid(key) ? [] : oneEditAway(key, book);
    if (near.length > 0) push(read, { grade: 'edit', key, shown: text, items: near, word: wordBefore(runs, index), source, range: false, from: index, to: last });
    read.strange.push({ key, shown: text });
    return;
  }
}

/** Tail digits and cut numbers among the runs that nothing else has read; dates are left out. */
export function readTails(folded: string, runs: readonly Run[], book: ItemBook, read: ReadNumbers): void {
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    if (!run.digits || read.used[i] || run.text.length < 2 || run.text.length > 12) continue;
    const word = wordBefore(runs, i);
    pushTail(run.text, run.text, word, i, book, read);
    const next = runs[i + 1];
    if (next?.digits && !read.used[i + 1] && next.gap === ' ' && run.text.length + next.text.length <= 8) pushTail(run.text + next.text, `${run.text} ${next.text}`, word, i, book, read);
  }
}

function pushTail(digits: string, text: string, word: string, at: number, book: ItemBook, read: ReadNumbers): void {
  const value = Number(digits);
  const items = value > 0 ? book.byTail.get(value, postingLimit) : [];
  if (items.length > 0) push(read, { grade: 'tail', key: digits, shown: text, items, word, source: 'text', range: false, from: at, to: at });
}

export function isDateAt(runs: readonly Run[], index: number): boolean {
  const b = runs[index + 1];
  if (!b?.digits || (b.gap !== '/' && b.gap !== '.' && b.gap !== '-')) return false;
  const a = runs[index]!;
  const c = runs[index + 2];
  if (!a.digits || !c?.digits || b.gap !== c.gap) return false;
  if (a.text.length <= 2 && b.text.length <= 2 && (c.text.length === 4 || c.text.length === 2)) return inRange(a.text, 31) && inRange(b.text, 12);
  return a.text.length === 4 && b.text.length === 2 && c.text.length === 2 && inRange(b.text, 12) && inRange(c.text, 31);
}

function inRange(text: string, high: number): boolean {
  const value = Number(text);
  return value >= 1 && value <= high;
}

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Open items whose number is one slip away: a digit changed, left out, doubled, or two neighbours swapped. */
export function oneEditAway(key: string, book: ItemBook): ItemRecord[] {
  const start = key.search(/\d*$/);
  const found = new Set<ItemRecord>();
  // Nearly all that is tried is nobody's number: its hash says so, and its text is not made.
  const look = (hash: number, before: string, between: string, after: string): void => {
    if (book.byKey.mayHave(hash)) for (const item of book.byKey.getHashed(hash, before + between + after, postingLimit)) found.add(item);
    if (book.byOrder.mayHave(hash)) for (const item of book.byOrder.getHashed(hash, before + between + after, postingLimit)) found.add(item);
  };
  const first = key.charCodeAt(0);
  let begun = hashOn(emptyHash, key.slice(0, start));
  for (let i = start; i < key.length; i++) {
    const before = key.slice(0, i);
    const here = key.slice(i);
    const after = key.slice(i + 1);
    for (const digit of digits) {
      const on = hashOn(begun, digit);
      const begins = i === 0 ? digit.charCodeAt(0) : first;
      if (book.mayHave(key.length, begins)) look(hashOn(on, after), before, digit, after);
      if (book.mayHave(key.length + 1, begins)) look(hashOn(on, here), before, digit, here);
    }
    const begins = i === 0 ? key.charCodeAt(1) : first;
    if (book.mayHave(key.length - 1, begins)) look(hashOn(begun, after), before, '', after);
    if (i + 1 < key.length && book.mayHave(key.length, begins)) {
      const swapped = key[i + 1]! + key[i]!;
      const rest = key.slice(i + 2);
      look(hashOn(hashOn(begun, swapped), rest), before, swapped, rest);
    }
    begun = hashOn(begun, key[i]!);
  }
  if (book.mayHave(key.length + 1, first)) for (const digit of digits) look(hashOn(begun, digit), key, digit, '');
  return [...found];
}
