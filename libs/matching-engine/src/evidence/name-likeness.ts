import type { NameIndex } from '../books/name-index.js';
import { bitOf, outlineOf, pairOf, type NameLooks } from '../books/name-looks.js';

/** How alike a payer's name is to a known one, 0 to 1, each word weighing as much as it tells. */
export interface Likeness {
  readonly likeness: number;
  /** Share of the known name that was found, and of the payer's name that was used. */
  readonly covered: number;
  readonly used: number;
  readonly exact: boolean;
  /** Every word of the payer is in the name, and the name goes on: it was cut. */
  readonly cut: boolean;
}

/** How like a word is to one that is a letter away. */
const slipped = 0.85;

/** From here on the words have found the name, and its letters need not be compared. */
const wordsSuffice = 0.9;

// Which words of the known name are used up. Names have fewer words than this; what comes after is never used.
const taken = new Uint8Array(256);

function mayNotBeNear(a: number, b: number): boolean {
  const same = a ^ b;
  // Neither the first letter nor the last is the same, or the lengths are apart and the first letters too.
  return (same & 0x3f80) !== 0 && ((same & 0x7f) !== 0 || Math.abs((a >> 14) - (b >> 14)) > 1);
}

// The payer's name that was compared last is compared with many: what is known of it is found once.
let compared: readonly string[] | null = null;
const outlines: number[] = [];
let letters = '';
const pairs: number[] = [];
const bits: number[] = [];
let weighedBy: NameIndex | null = null;
let weighedAt = -1;
const weights: number[] = [];
let numbers: readonly number[] = [];

function prepare(payer: readonly string[]): void {
  compared = payer;
  weighedBy = null;
  letters = payer.join('');
  outlines.length = pairs.length = bits.length = 0;
  for (let i = 0; i < payer.length; i++) outlines.push(outlineOf(payer[i]!));
}

/** The pairs of letters, which only names that their words do not settle are asked for. */
function preparePairs(): void {
  for (let i = 0; i + 1 < letters.length; i++) {
    const pair = pairOf(letters.charCodeAt(i), letters.charCodeAt(i + 1));
    pairs.push(pair);
    bits.push(bitOf(pair));
  }
}

/** What each word of the payer weighs where the known name does not have it. */
function weigh(payer: readonly string[], index: NameIndex): void {
  weighedBy = index;
  weighedAt = index.version;
  numbers = index.numbersOf(payer);
  weights.length = 0;
  for (let i = 0; i < numbers.length; i++) weights.push(Math.max(0.3, Math.min(6, index.weight(numbers[i]!))));
}

const theVeryName: Likeness = { likeness: 1, covered: 1, used: 1, exact: true, cut: false };

/** Whether the known name has just these words, in this order. */
function isVeryName(payer: readonly string[], look: NameLooks): boolean {
  if (payer.length !== look.size || payer.length > taken.length) return false;
  let at = 0;
  for (let i = 0; i < payer.length; i++) {
    const word = payer[i]!;
    if (outlineOf(word) !== look.outline(i)) return false;
    for (let j = 0; j < word.length; j++) if (word.charCodeAt(j) !== look.letter(at++)) return false;
  }
  return true;
}

/** Compares with the name of a place in the index. */
export function likeness(payer: readonly string[], name: number, index: NameIndex): Likeness {
  return likenessFrom(0, payer, name, index)!;
}

/** The same; null where neither the likeness nor 0.97 of what is covered reaches `least`. */
export function likenessFrom(least: number, payer: readonly string[], name: number, index: NameIndex): Likeness | null {
  const look = index.look(name);
  if (isVeryName(payer, look)) return theVeryName;
  if (payer !== compared) prepare(payer);
  if (index !== weighedBy || index.version !== weighedAt) weigh(payer, index);
  const { size } = look;
  taken.fill(0, 0, size);
  let usedWeight = 0;
  let payerWeight = 0;
  let coveredWeight = 0;
  let cut = false;
  for (let i = 0; i < payer.length; i++) {
    const outline = outlines[i]!;
    const last = i === payer.length - 1;
    let best = -1;
    let bestScore = 0;
    let next = 0;
    for (let j = 0; j < size; j++) {
      const other = look.outline(j);
      const start = next;
      next += other >> 14;
      if (taken[j] || mayNotBeNear(outline, other)) continue;
      const score = look.number(j) === numbers[i] ? 1 : mayBeLike(outline, other, last) ? wordLikeness(payer[i]!, look, start, other >> 14, last) : 0;
      if (score > bestScore) {
        bestScore = score;
        best = j;
      }
    }
    const weight = best >= 0 ? Math.max(0.3, look.weight(best)) : weights[i]!;
    payerWeight += weight;
    if (best < 0) continue;
    taken[best] = 1;
    usedWeight += weight * bestScore;
    coveredWeight += weight * bestScore;
    if (last && bestScore < 1 && bestScore !== slipped) cut = true;
  }
  let knownWeight = 0;
  for (let j = 0; j < size; j++) knownWeight += Math.max(0.3, look.weight(j));
  const covered = knownWeight > 0 ? coveredWeight / knownWeight : 0;
  const used = payerWeight > 0 ? usedWeight / payerWeight : 0;
  const exact = covered > 0.9999 && used > 0.9999;
  let value = covered + used > 0 ? (2 * covered * used) / (covered + used) : 0;
  if (!exact) {
    if (initialsMatch(payer, look)) value = Math.max(value, 0.6);
    if (letters.length >= 8 && beginsWith(look)) {
      cut = true;
      value = Math.max(value, 0.75 + 0.25 * (letters.length / look.letters));
    } else if (value < wordsSuffice) {
      if (pairs.length === 0) preparePairs();
      const most = pairLikeness(sharedAtMost(look), look.letters) * 0.95;
      if (most > value && (most >= least || covered * 0.97 >= least)) value = Math.max(value, pairLikeness(sharedPairs(look), look.letters) * 0.95);
    }
  }
  if (value < least && covered * 0.97 < least) return null;
  return { likeness: value, covered, used, exact, cut: cut || (used > 0.95 && covered < 0.98) };
}

/** Of two words that are not the same: whether their lengths and first letters let them be alike. */
function mayBeLike(a: number, b: number, mayBeCut: boolean): boolean {
  const [long, short] = [b >> 14, a >> 14];
  if (mayBeCut && long > short && ((a ^ b) & 0x3f80) === 0) return true;
  return short >= 4 && long >= 4 && Math.abs(long - short) <= 1;
}

/** How like a word is to another one of so many letters, which stands from `start` on in the known name: cut short, or a slip away (see `withinOneEdit`). */
function wordLikeness(word: string, look: NameLooks, start: number, length: number, mayBeCut: boolean): number {
  const shorter = Math.min(word.length, length);
  const longer = Math.max(word.length, length);
  let before = 0;
  while (before < shorter && word.charCodeAt(before) === look.letter(start + before)) before++;
  if (mayBeCut && before === word.length) return before >= 3 ? 0.95 : 0.8;
  if (shorter < 4 || longer - shorter > 1) return 0;
  let after = 0;
  while (after < shorter - before && word.charCodeAt(word.length - 1 - after) === look.letter(start + length - 1 - after)) after++;
  const apart = longer - before - after;
  const swapped = apart === 2 && longer === shorter && word.charCodeAt(before) === look.letter(start + before + 1) && word.charCodeAt(before + 1) === look.letter(start + before);
  return apart <= 1 || swapped ? slipped : 0;
}

/** One letter changed, left out, added, or two neighbours swapped. */
export function withinOneEdit(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  if (a.length === b.length) {
    if (a.slice(i + 1) === b.slice(i + 1)) return true;
    return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  }
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  return long.slice(i + 1) === short.slice(i);
}

function initialsMatch(payer: readonly string[], look: NameLooks): boolean {
  const word = payer[0] ?? '';
  if (word.length < 3 || word.length > look.size) return false;
  for (let i = 0; i < word.length; i++) if (((look.outline(i) >> 7) & 127) !== word.charCodeAt(i)) return false;
  return word.length >= look.size - 2;
}

/** Whether the known name, without spaces, begins with the payer's letters. */
function beginsWith(look: NameLooks): boolean {
  if (look.letters < letters.length) return false;
  for (let i = 0; i < letters.length; i++) if (look.letter(i) !== letters.charCodeAt(i)) return false;
  return true;
}

function pairLikeness(shared: number, knownLetters: number): number {
  return letters.length < 3 || knownLetters < 3 ? 0 : (2 * shared) / (letters.length + knownLetters - 2);
}

/** Pairs of the payer's letters that the known name may have too, at most. */
function sharedAtMost(look: NameLooks): number {
  let shared = 0;
  for (let i = 0; i < bits.length; i++) if (look.mayHave(bits[i]!)) shared++;
  return Math.min(shared, look.letters - 1);
}

// Pairs of letters of one name, counted and cleared within one call.
const pairCounts = new Uint8Array(64 * 64);

/** Pairs of letters, across spaces, that the payer's name and the known one share. */
function sharedPairs(known: NameLooks): number {
  for (let i = 0; i < pairs.length; i++) pairCounts[pairs[i]!]!++;
  let shared = 0;
  let last = known.letter(0);
  for (let i = 1; i < known.letters; i++) {
    const code = known.letter(i);
    const pair = pairOf(last, code);
    if (pairCounts[pair] !== 0) {
      shared++;
      pairCounts[pair]!--;
    }
    last = code;
  }
  for (let i = 0; i < pairs.length; i++) pairCounts[pairs[i]!] = 0;
  return shared;
}
