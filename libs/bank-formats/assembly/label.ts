import { doubleBlank, isFigure, space } from './bytes';
import { mostSigns, signCount, signs } from './cells';
import { mayBeTransfer } from './host';
import { beforeSlash, endToEnd, fieldBits, iban, ignored, longestMark, mandate, mayBeginTransfer, meaningOf, otherPair, party, reference, remittance, second, smallPairAt } from './words';
import { isGiven } from './given';

const colon = 58;
const slash = 47;
const mostMarks = 32;
const figuresOfOgm = 12;
const figuresOfQrr = 27;

// What was found in the label that was read last: places, 0 where there is none.
export let nameAt: usize = 0;
export let nameEnd: usize = 0;
export let remittanceAt: usize = 0;
export let remittanceEnd: usize = 0;
export let referenceAt: usize = 0;
export let referenceEnd: usize = 0;
export let endToEndAt: usize = 0;
export let endToEndEnd: usize = 0;
export let mandateAt: usize = 0;
export let mandateEnd: usize = 0;
/** Whether there may be a creditor reference in it. */
export let mayRefer: bool = false;

let start: usize = 0;
let end: usize = 0;
/** The marks in the label: where each begins, where it ends, and its field. */
const marks = memory.data(12 * mostMarks);
let found: i32 = 0;

function markAt(index: i32): usize {
  return marks + 12 * <usize>index;
}

/**
 * Reads a label as it stands, one line and trimmed, of the row that was scanned last: one without any grammar, or a French one whose fields have their marks.
 * False where only `readLabel` can tell.
 */
export function readLabel(from: usize, to: usize): bool {
  start = remittanceAt = from;
  end = remittanceEnd = to;
  found = 0;
  nameAt = referenceAt = endToEndAt = mandateAt = 0;
  mayRefer = false;
  if (from == to) return true;
  const first = load<u8>(from);
  if (first == 39 || (first == slash && isAt(from, trtp, 6))) return false;
  if (mayBeginTransfer(from) && mayBeTransfer(from, to)) return false;
  if (signCount == mostSigns || !findMarks()) return false;
  const gap = doubleBlank(from, to);
  return (gap == 0 || isBetweenFields(gap)) && (found == 0 || takeFields());
}

const trtp = memory.data<u8>([47, 84, 82, 84, 80, 47]);
const mandat = memory.data<u8>([77, 65, 78, 68, 65, 84]);

function isAt(at: usize, word: usize, length: usize): bool {
  for (let i: usize = 0; i < length; i++) if (load<u8>(at + i) != load<u8>(word + i)) return false;
  return true;
}

/** Whether the two blanks are the only ones side by side, and stand before a mark of one word: the end of a name that was cut to its width. */
function isBetweenFields(gap: usize): bool {
  if (doubleBlank(gap + 1, end) != 0) return false;
  for (let i = 0; i < found; i++) {
    const mark = markAt(i);
    if (load<usize>(mark) != gap + 1) continue;
    const markEnd = load<usize>(mark, 4);
    for (let at = gap + 2; at < markEnd; at++) if (load<u8>(at) == space) return false;
    return !(meaningOf(gap + 2, markEnd - 1) & second);
  }
  return false;
}

/** False where another grammar may have its say. */
function findMarks(): bool {
  let from = start;
  let isOther = false;
  mayRefer = mayHoldFigures();
  for (let i = 0; i < signCount; i++) {
    const at = load<usize>(signs + (<usize>i << 2));
    // Signs within a mark are its own.
    if (at < from) continue;
    if (at >= end) break;
    const code = load<u8>(at);
    if (code == colon || code == slash) {
      if (code == slash) mayRefer = mayRefer || isWithinReference(at);
      else if (endsOtherWord(at)) return false;
      else isOther = isOther || load<u8>(at - 1) == 116;
      if (!(code == colon ? markBefore(at, from) : markBehind(at) || markBefore(at, from))) continue;
      if (found == mostMarks) return false;
      from = load<usize>(markAt(found - 1), 4);
    } else if (code == 43) isOther = true;
    else if (code == 81) return false;
    else mayRefer = true;
  }
  mandateAtEnd(from);
  return found > 0 || !isOther;
}

/** Whether a Belgian reference may be parted by the slash, three figures before it and four behind, with a blank or none. */
function isWithinReference(at: usize): bool {
  const last = load<u8>(at - 1) == space ? at - 2 : at - 1;
  const next = load<u8>(at, 1) == space ? at + 2 : at + 1;
  return isFigure(load<u8>(last)) && isFigure(load<u8>(last - 1)) && isFigure(load<u8>(last - 2)) && isFigure(load<u8>(next)) && isFigure(load<u8>(next, 3));
}

/** A figure, or the blank between two groups of them. */
function isOfFigures(at: usize): bool {
  const code = load<u8>(at);
  return isFigure(code) || code == space;
}

/** Whether there may be a Belgian or a Swiss reference, of 12 figures or of 27 in groups: every twelfth character would be one of them, or a blank between. */
function mayHoldFigures(): bool {
  for (let probe = start + figuresOfOgm - 1; probe < end; probe += figuresOfOgm) {
    // One half of either is longer than six characters.
    if (!isOfFigures(probe) || !((isOfFigures(probe + 3) && isOfFigures(probe + 6)) || (isOfFigures(probe - 3) && isOfFigures(probe - 6)))) continue;
    let at = probe;
    while (at > start && isOfFigures(at - 1)) at--;
    let all = 0;
    let group = 0;
    for (; at < end && isOfFigures(at); at++) {
      if (load<u8>(at) == space) group = 0;
      else if (++all >= figuresOfQrr || (++group == figuresOfOgm && !isFigure(load<u8>(at, 1)))) return true;
    }
  }
  return false;
}

/** `AUFTRAGGEBER:`, `AGG.:`, `NAAM :`, `Nazwa nadawcy:` and the like: words of other grammars before the name. */
function endsOtherWord(at: usize): bool {
  let last = at - 1;
  if (last > start && load<u8>(last) == space) last--;
  if (last > start && load<u8>(last) == 46) last--;
  return last > start && (smallPairAt(last - 1) & otherPair) != 0;
}

function isBlank(at: usize): bool {
  return at >= end || load<u8>(at) == space;
}

function mark(meaning: i32, from: usize, to: usize): bool {
  // One more than there may be is seen by its number.
  const at = markAt(found++);
  store<usize>(at, from);
  store<usize>(at, to, 4);
  store<i32>(at, meaning & fieldBits, 8);
  return true;
}

function markBefore(at: usize, from: usize): bool {
  const isColon = load<u8>(at) == colon;
  if (isBlank(at + 1) != isColon) return false;
  const wordEnd = isColon && at > start && load<u8>(at - 1) == space ? at - 1 : at;
  let field = 0;
  let fieldStart: usize = 0;
  let before = wordEnd - 1;
  for (let count = 0; count < 2; count++) {
    while (before >= start && load<u8>(before) != space && wordEnd - before <= longestMark + 1) before--;
    const wordStart = before + 1;
    if (wordStart < from || wordEnd - wordStart > longestMark) break;
    const known = meaningOf(wordStart, wordEnd);
    if (known & fieldBits && (isColon || known & beforeSlash)) {
      field = known;
      fieldStart = before < start ? start : before;
    }
    if (before < start || !(known & second)) break;
    before--;
  }
  return field != 0 && mark(field, fieldStart, at + 1);
}

function markBehind(at: usize): bool {
  if (at > start && load<u8>(at - 1) != space) return false;
  let field = 0;
  let fieldEnd: usize = 0;
  for (let to = at + 1, blanks = 0; to <= end && to <= at + 1 + longestMark && blanks < 2; to++) {
    if (!isBlank(to)) continue;
    blanks++;
    const known = meaningOf(at + 1, to);
    if (!(known & fieldBits)) continue;
    field = known;
    fieldEnd = to;
  }
  return field != 0 && mark(field, at > start ? at - 1 : start, fieldEnd);
}

function mandateAtEnd(from: usize): void {
  let gap = end - 1;
  while (gap > start && load<u8>(gap) != space) gap--;
  const at = gap - 6;
  if (at < from || at < start || !isAt(at, mandat, 6) || (at > start && load<u8>(at - 1) != space)) return;
  if (found < mostMarks) mark(mandate, at > start ? at - 1 : start, gap);
}

/** What stands behind each mark; the first of two of a kind wins. */
function takeFields(): bool {
  let isTold = false;
  let hasRemittance = false;
  for (let i = 0; i < found; i++) {
    let from = load<usize>(markAt(i), 4);
    let to: usize = i + 1 < found ? load<usize>(markAt(i + 1)) : end;
    const field = load<i32>(markAt(i), 8);
    isTold = isTold || field != ignored;
    while (from < to && load<u8>(from) == space) from++;
    while (to > from && load<u8>(to - 1) == space) to--;
    if (from >= to) continue;
    if (field == iban) return false;
    if (field == remittance && !hasRemittance) {
      hasRemittance = true;
      remittanceAt = from;
      remittanceEnd = to;
    } else if (field == party && nameAt == 0) {
      nameAt = from;
      nameEnd = to;
    } else if (field == reference && referenceAt == 0) {
      referenceAt = from;
      referenceEnd = to;
    } else if (field == endToEnd && endToEndAt == 0) {
      endToEndAt = from;
      endToEndEnd = to;
    } else if (field == mandate && mandateAt == 0) {
      mandateAt = from;
      mandateEnd = to;
    }
  }
  // Without a mark the name may stand before the first one, or nowhere.
  if (!isTold || (nameAt == 0 && load<usize>(marks) > start)) return false;
  if (!hasRemittance) remittanceAt = remittanceEnd = end;
  if (!isGiven(nameAt, nameEnd)) nameAt = 0;
  if (!isGiven(referenceAt, referenceEnd)) referenceAt = 0;
  if (!isGiven(endToEndAt, endToEndEnd)) endToEndAt = 0;
  if (!isGiven(mandateAt, mandateEnd)) mandateAt = 0;
  return true;
}

/** The reference of the label is a creditor's, and no reference of the bank. */
export function dropReference(): void {
  referenceAt = 0;
}
