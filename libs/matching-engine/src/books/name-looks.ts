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

const unweighed = -1;
// Of a name: at which version its words were weighed, two halves of the pairs of letters that it may have, and how many words follow.
const head = 4;
// Of a word: outline, number, and its weight, which takes the room of two. The letters of all of them come last, a byte each.
const perWord = 4;
const bytesOfInt = 4;

/**
 * What the names of an index look like, so that most names that are not alike are told apart without a look at their letters. All of one name stands side by
 * side: among many names, each place that is looked at is a wait for memory.
 */
export class NameLooks {
  private ints = new Int32Array(1024);
  // The same memory.
  private floats = new Float64Array(this.ints.buffer);
  private bytes = new Uint8Array(this.ints.buffer);
  private end = 0;
  private at = 0;
  /** How many words the opened name has, and how many letters. */
  size = 0;
  letters = 0;

  /** Adds a name, given its words and their numbers in the index; where it stands. */
  add(words: readonly string[], numbers: readonly number[]): number {
    const at = this.end;
    const afterWords = at + head + words.length * perWord;
    let count = 0;
    for (const word of words) count += word.length;
    // Weights begin at even places.
    this.end = afterWords + 2 * Math.ceil(count / (2 * bytesOfInt));
    if (this.end > this.ints.length) {
      this.ints = withRoom(this.ints, this.end);
      this.floats = new Float64Array(this.ints.buffer);
      this.bytes = new Uint8Array(this.ints.buffer);
    }
    const { ints } = this;
    ints[at] = unweighed;
    ints[at + 3] = words.length;
    for (let j = 0; j < words.length; j++) {
      ints[at + head + j * perWord] = outlineOf(words[j]!);
      ints[at + head + j * perWord + 1] = numbers[j]!;
    }
    let last = -1;
    let next = afterWords * bytesOfInt;
    for (const word of words)
      for (let i = 0; i < word.length; i++) {
        const code = word.charCodeAt(i);
        this.bytes[next++] = code;
        if (last >= 0) {
          const bit = bitOf(pairOf(last, code));
          ints[at + 1 + (bit >> 5)]! |= 1 << (bit & 31);
        }
        last = code;
      }
    return at;
  }

  /** Makes the name that stands there the one that is looked at; its words are weighed once a version. */
  open(at: number, version: number, index: { weight(word: number): number }): void {
    const { ints } = this;
    this.at = at;
    this.size = ints[at + 3]!;
    if (ints[at] !== version) {
      for (let j = 0; j < this.size; j++) this.floats[(at + head + j * perWord + 2) >> 1] = index.weight(this.number(j));
      ints[at] = version;
    }
    let letters = 0;
    for (let j = 0; j < this.size; j++) letters += this.outline(j) >> 14;
    this.letters = letters;
  }

  /** See `outlineOf`, of a word of the opened name. */
  outline(word: number): number {
    return this.ints[this.at + head + word * perWord]!;
  }

  /** The number of a word in the index: the same number is the same word. */
  number(word: number): number {
    return this.ints[this.at + head + word * perWord + 1]!;
  }

  weight(word: number): number {
    return this.floats[(this.at + head + word * perWord + 2) >> 1]!;
  }

  /** A letter of the opened name, whose words follow each other without spaces. */
  letter(at: number): number {
    return this.bytes[(this.at + head + this.size * perWord) * bytesOfInt + at]!;
  }

  /** Whether the opened name may have a pair of letters, given its bit. */
  mayHave(bit: number): boolean {
    return ((this.ints[this.at + 1 + (bit >> 5)]! >>> (bit & 31)) & 1) === 1;
  }
}
