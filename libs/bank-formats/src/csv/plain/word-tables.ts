import { beforeSlash, type LabelField, longestMark, marks, secondWords } from '../../labels/french-label.js';
import { balancePrefixes } from '../row-words.js';
import type { PlainModule } from './plain-module.js';

// Numbers and bits as `assembly/words.ts` has them.
const fieldNumbers: Readonly<Record<LabelField, number>> = { party: 1, remittance: 2, reference: 3, endToEnd: 4, mandate: 5, iban: 6, ignored: 7 };
const isBeforeSlash = 16;
const isSecond = 32;
const [remarkPair, nonePair, otherPair, transferPair] = [1, 2, 4, 8] as const;

/** The first two letters of the words that banks write for "none": `NOTPROVIDED`, `N/A`, `EREF+`. */
const nones = ['no', 'na', 'n/', 'er', 'kr'];
/** How the words end that stand before the name in the grammars of keyed labels and transfers. */
const otherWords = ['er', 'gg', 'am', 'me', 'cy'];
/** How the words begin that begin a transfer in one line. */
const transfers = ['bon', 'dis', 'acc', 'gir', 'tra', 'fas', 'cre', 'bac', 'cha', 'sep', 'inw', 'ban', 'pay', 'prz'];

const entryBytes = 16;
const entries = wordEntries();
const pairs = pairBits();
const thirds = Uint32Array.from([...transfers.map((text) => (small(text, 0) << 16) | (small(text, 1) << 8) | small(text, 2)), 0]);

/** Puts the words by which rows and labels are told into the memory of the module. */
export function putWords({ bytes, exports }: PlainModule): void {
  bytes.set(entries.counts, exports.wordIndex.value);
  bytes.set(entries.words, exports.words.value);
  bytes.set(pairs, exports.pairs.value);
  bytes.set(new Uint8Array(thirds.buffer), exports.transfers.value);
  exports.longestMark.value = longestMark;
}

/** By length, with the number of those that are shorter. */
function wordEntries(): { counts: Uint8Array; words: Uint8Array } {
  const all = [...new Set([...marks.keys(), ...secondWords])].toSorted((a, b) => a.length - b.length);
  const words = new Uint8Array(all.length * entryBytes);
  all.forEach((word, index) => {
    const field = marks.get(word);
    words.set(new TextEncoder().encode(word), index * entryBytes);
    words[(index + 1) * entryBytes - 1] = (field === undefined ? 0 : fieldNumbers[field]) | (beforeSlash.has(word) ? isBeforeSlash : 0) | (secondWords.has(word) ? isSecond : 0);
  });
  return { counts: Uint8Array.from({ length: entryBytes }, (_, length) => all.filter((word) => word.length < length).length), words };
}

function pairBits(): Uint8Array {
  const bits = new Uint8Array(1 << 16);
  const put = (bit: number, first: number, second: number): void => {
    bits[(first << 8) | second]! |= bit;
  };
  for (const text of nones) put(nonePair, small(text, 0), small(text, 1));
  for (const text of otherWords) put(otherPair, small(text, 0), small(text, 1));
  for (const text of transfers) put(transferPair, small(text, 0), small(text, 1));
  for (const prefix of balancePrefixes) {
    const [first, second] = [prefix >> 16, prefix & 0xffff];
    // The second letter beyond ASCII begins with a byte of many others.
    for (let byte = second < 128 ? second : 128; byte <= (second < 128 ? second : 255); byte++) put(remarkPair, first, byte);
  }
  return bits;
}

/** A letter, figure or sign as the rows are looked through for it. */
function small(text: string, at: number): number {
  return text.charCodeAt(at) | 32;
}
