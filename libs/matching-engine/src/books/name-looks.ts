import { withRoom } from './growing.js';

/** Length, first and last letter of a word in one number: two words without a letter in common here are neither equal nor near. */
export function outlineOf(word: string): number {
  return (word.length << 14) | ((word.charCodeAt(0) & 127) << 7) | (word.charCodeAt(word.length - 1) & 127);
}

/** Two letters that follow each other, as one number; folded names have capitals and digits only. */
export function pairOf(first: number, second: number): number {
  return ((first & 63) << 6) | (second & 63);
}

/** One of 64 bits for a pair of letters. */
export function bitOf(pair: number): number {
  return (Math.imul(pair, 0x9e3779b1) >>> 26) & 63;
}

/**
 * What the names of an index look like, side by side, so that most names that are not alike are told apart without a look at their letters: of each word its outline and
 * weight, of each name the pairs of letters that it may have.
 */
export class NameLooks {
  private starts = new Int32Array(64);
  private versions = new Int32Array(64).fill(-1);
  private pairs = new Int32Array(128);
  private names = 0;
  outlines = new Int32Array(256);
  weights = new Float64Array(256);
  /** The numbers of the words in their index: the same number is the same word. */
  numbers = new Int32Array(256);
  /** The first word of the name that was opened, and one after the last. */
  from = 0;
  to = 0;
  /** How many letters the opened name has. */
  letters = 0;
  private low = 0;
  private high = 0;

  add(words: readonly string[], numbers: readonly number[]): void {
    const at = this.names++;
    const from = at === 0 ? 0 : this.starts[at]!;
    this.starts = withRoom(this.starts, at + 2);
    this.versions = withRoom(this.versions, at + 1);
    this.versions[at] = -1;
    this.pairs = withRoom(this.pairs, at * 2 + 2);
    this.outlines = withRoom(this.outlines, from + words.length);
    this.weights = withRoom(this.weights, from + words.length);
    this.numbers = withRoom(this.numbers, from + words.length);
    for (let j = 0; j < words.length; j++) {
      this.outlines[from + j] = outlineOf(words[j]!);
      this.numbers[from + j] = numbers[j]!;
    }
    this.starts[at + 1] = from + words.length;
    let last = -1;
    for (const word of words)
      for (let i = 0; i < word.length; i++) {
        const code = word.charCodeAt(i);
        if (last >= 0) {
          const bit = bitOf(pairOf(last, code));
          this.pairs[at * 2 + (bit >> 5)]! |= 1 << (bit & 31);
        }
        last = code;
      }
  }

  /** Makes a name the one that is looked at. */
  open(at: number, version: number, words: readonly string[], index: { weight(word: string): number }): void {
    this.from = this.starts[at]!;
    this.to = this.starts[at + 1]!;
    this.low = this.pairs[at * 2]!;
    this.high = this.pairs[at * 2 + 1]!;
    if (this.versions[at] !== version) {
      for (let j = 0; j < words.length; j++) this.weights[this.from + j] = index.weight(words[j]!);
      this.versions[at] = version;
    }
    let letters = 0;
    for (let j = this.from; j < this.to; j++) letters += this.outlines[j]! >> 14;
    this.letters = letters;
  }

  /** Whether the opened name may have a pair of letters, given its bit. */
  mayHave(bit: number): boolean {
    return (((bit < 32 ? this.low : this.high) >>> (bit & 31)) & 1) === 1;
  }
}
