import { withRoom } from './growing.js';

const base = 0x01000193;
const longestWord = 256;
// Powers of the base, and the hashes of the ends of the word that is looked at.
const powers = new Int32Array(longestWord + 1).fill(1);
for (let i = 1; i <= longestWord; i++) powers[i] = Math.imul(powers[i - 1]!, base);
const ends = new Int32Array(longestWord + 1);
/** No letter is left out. */
const whole = 0;

/**
 * Words that are a letter away from each other: both without a letter, or one without and the other whole, are the same. Kept as hashes of what is left, which
 * takes a small part of the room of the texts; what a hash brings is compared letter by letter.
 */
export class Slips {
  private readonly texts: string[] = [];
  private heads = new Int32Array(1024).fill(-1);
  // Of each word without each of its letters: the hash, which word, which letter (from 1), and the one before of the same place in `heads`.
  private hashes = new Int32Array(1024);
  private words = new Int32Array(1024);
  private gone = new Uint16Array(1024);
  private before = new Int32Array(1024);
  private count = 0;
  private readonly same: number[] = [];

  add(text: string): void {
    if (text.length > longestWord) return;
    const word = this.texts.push(text) - 1;
    const most = this.count + text.length + 1;
    this.hashes = withRoom(this.hashes, most);
    this.words = withRoom(this.words, most);
    this.gone = withRoom(this.gone, most);
    this.before = withRoom(this.before, most);
    if (most > this.heads.length) this.rehash();
    readEnds(text);
    let start = 0;
    this.link(ends[0]!, word, whole);
    for (let i = 0; i < text.length; i++) {
      this.link((Math.imul(start, powers[text.length - 1 - i]!) + ends[i + 1]!) | 0, word, i + 1);
      start = (Math.imul(start, base) + text.charCodeAt(i)) | 0;
    }
  }

  private link(hash: number, word: number, gone: number): void {
    const at = this.count++;
    this.hashes[at] = hash;
    this.words[at] = word;
    this.gone[at] = gone;
    const head = this.headOf(hash);
    this.before[at] = this.heads[head]!;
    this.heads[head] = at;
  }

  private headOf(hash: number): number {
    return Math.imul(hash ^ (hash >>> 16), 0x9e3779b1) >>> (32 - Math.log2(this.heads.length));
  }

  private rehash(): void {
    this.heads = new Int32Array(this.heads.length * 2).fill(-1);
    for (let at = 0; at < this.count; at++) {
      const head = this.headOf(this.hashes[at]!);
      this.before[at] = this.heads[head]!;
      this.heads[head] = at;
    }
  }

  /** Adds the words near a text, letter by letter, in the order in which they came. */
  near(text: string, found: Set<string>): void {
    if (text.length > longestWord) return;
    readEnds(text);
    let start = 0;
    this.collect(ends[0]!, text, whole, found);
    for (let i = 0; i < text.length; i++) {
      this.collect((Math.imul(start, powers[text.length - 1 - i]!) + ends[i + 1]!) | 0, text, i + 1, found);
      start = (Math.imul(start, base) + text.charCodeAt(i)) | 0;
    }
  }

  private collect(hash: number, text: string, gone: number, found: Set<string>): void {
    const { same } = this;
    same.length = 0;
    for (let at = this.heads[this.headOf(hash)]!; at >= 0; at = this.before[at]!)
      if (this.hashes[at] === hash && isSame(text, gone, this.texts[this.words[at]!]!, this.gone[at]!)) same.push(this.words[at]!);
    for (let i = same.length - 1; i >= 0; i--) found.add(this.texts[same[i]!]!);
  }
}

function readEnds(text: string): void {
  ends[text.length] = 0;
  for (let i = text.length - 1; i >= 0; i--) ends[i] = (Math.imul(text.charCodeAt(i), powers[text.length - 1 - i]!) + ends[i + 1]!) | 0;
}

/** Whether two words without a letter each (from 1; 0 for none) are the same. */
function isSame(a: string, goneOfA: number, b: string, goneOfB: number): boolean {
  const length = a.length - (goneOfA > 0 ? 1 : 0);
  if (length !== b.length - (goneOfB > 0 ? 1 : 0)) return false;
  for (let i = 0; i < length; i++) if (a.charCodeAt(goneOfA > 0 && i >= goneOfA - 1 ? i + 1 : i) !== b.charCodeAt(goneOfB > 0 && i >= goneOfB - 1 ? i + 1 : i)) return false;
  return true;
}
