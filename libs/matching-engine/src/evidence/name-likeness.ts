import { outlineOf, type NameEntry, type NameIndex } from '../books/name-index.js';

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

/** From here on the words have found the name, and its letters need not be compared. */
const wordsSuffice = 0.9;

// Which words of the known name are used up. Names have fewer words than this; what comes after is never used.
const taken = new Uint8Array(256);

function mayNotBeNear(a: number, b: number): boolean {
  const same = a ^ b;
  // Neither the first letter nor the last is the same, or the lengths are apart and the first letters too.
  return (same & 0x3f80) !== 0 && ((same & 0x7f) !== 0 || Math.abs((a >> 14) - (b >> 14)) > 1);
}

export function likeness(payer: readonly string[], entry: NameEntry, index: NameIndex): Likeness {
  const known = entry.words;
  const { outlines } = entry;
  const weights = index.weightsOf(entry);
  taken.fill(0, 0, known.length);
  let usedWeight = 0;
  let payerWeight = 0;
  let coveredWeight = 0;
  let cut = false;
  for (let i = 0; i < payer.length; i++) {
    const word = payer[i]!;
    const outline = outlineOf(word);
    const last = i === payer.length - 1;
    let best = -1;
    let bestScore = 0;
    for (let j = 0; j < known.length; j++) {
      if (taken[j] || mayNotBeNear(outline, outlines[j]!)) continue;
      const score = wordLikeness(word, known[j]!, last);
      if (score > bestScore) {
        bestScore = score;
        best = j;
      }
    }
    const weight = best >= 0 ? Math.max(0.3, weights[best]!) : Math.max(0.3, Math.min(6, index.weight(word)));
    payerWeight += weight;
    if (best < 0) continue;
    taken[best] = 1;
    usedWeight += weight * bestScore;
    coveredWeight += weight * bestScore;
    if (bestScore < 1 && last && known[best]!.startsWith(word)) cut = true;
  }
  let knownWeight = 0;
  for (let j = 0; j < known.length; j++) knownWeight += Math.max(0.3, weights[j]!);
  const covered = knownWeight > 0 ? coveredWeight / knownWeight : 0;
  const used = payerWeight > 0 ? usedWeight / payerWeight : 0;
  const exact = covered > 0.9999 && used > 0.9999;
  let value = covered + used > 0 ? (2 * covered * used) / (covered + used) : 0;
  if (!exact) {
    const squeezed = payer.join('');
    const target = known.join('');
    if (initialsMatch(payer, known)) value = Math.max(value, 0.6);
    if (squeezed.length >= 8 && target.startsWith(squeezed)) {
      cut = true;
      value = Math.max(value, 0.75 + 0.25 * (squeezed.length / target.length));
    } else if (value < wordsSuffice) value = Math.max(value, bigramLikeness(squeezed, target) * 0.95);
  }
  return { likeness: value, covered, used, exact, cut: cut || (used > 0.95 && covered < 0.98) };
}

function wordLikeness(a: string, b: string, mayBeCut: boolean): number {
  if (a === b) return 1;
  if (mayBeCut && b.length > a.length && b.startsWith(a)) return a.length >= 3 ? 0.95 : 0.8;
  if (a.length >= 4 && b.length >= 4 && Math.abs(a.length - b.length) <= 1 && withinOneEdit(a, b)) return 0.85;
  return 0;
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

function initialsMatch(payer: readonly string[], known: readonly string[]): boolean {
  const word = payer[0]!;
  if (word.length < 3 || word.length > known.length) return false;
  for (let i = 0; i < word.length; i++) if (known[i]![0] !== word[i]) return false;
  return word.length >= known.length - 2;
}

// Pairs of letters of one name, counted and cleared within one call; folded names have capitals and digits only.
const pairCounts = new Uint8Array(64 * 64);

function bigramLikeness(a: string, b: string): number {
  if (a.length < 3 || b.length < 3) return 0;
  for (let i = 0; i + 1 < a.length; i++) pairCounts[pairAt(a, i)]!++;
  let shared = 0;
  for (let i = 0; i + 1 < b.length; i++) {
    const pair = pairAt(b, i);
    if (pairCounts[pair] === 0) continue;
    shared++;
    pairCounts[pair]!--;
  }
  for (let i = 0; i + 1 < a.length; i++) pairCounts[pairAt(a, i)] = 0;
  return (2 * shared) / (a.length + b.length - 2);
}

function pairAt(text: string, index: number): number {
  return ((text.charCodeAt(index) & 63) << 6) | (text.charCodeAt(index + 1) & 63);
}
