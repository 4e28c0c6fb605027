import { kept, withRoom } from '../books/growing.js';
import type { Run } from '../text/runs.js';
import { isTelling, nameMark } from '../text/telling-words.js';

const column = { paid: 0, other: 1, version: 2, askedBy: 3, odds: 4 } as const;
const rowSize = 6;

/** Words of credits that paid invoices against words of those that did not, as a logarithm of odds. */
export class WordHabits {
  /** A `Map`, because payers choose these words by the thousand: see `HashTable`. */
  private readonly words = new Map<string, number>();
  /** Those of names once more, without their mark: they are asked for as they stand in a name. */
  private readonly ofNames = new Map<string, number>();
  // Of each word, from its row on: in how many credits of either kind it stood, as of which version its odds are and which question counted it last; then the odds, which take the room of two.
  private ints = new Int32Array(1024);
  // The same memory.
  private floats = new Float64Array(this.ints.buffer);
  private rows = 0;
  private paid = 0;
  private other = 0;
  /** Changes with every lesson; odds that were found before are old. */
  private version = 0;
  private questions = 0;

  learn(words: Iterable<string>, paidInvoices: boolean): void {
    if (paidInvoices) this.paid++;
    else this.other++;
    this.version++;
    for (const word of new Set(words)) {
      const row = this.words.get(word) ?? this.add(word, 0, 0);
      this.ints[row + (paidInvoices ? column.paid : column.other)]!++;
    }
  }

  dump(): WordDump {
    return { paid: this.paid, other: this.other, words: [...this.words].map(([word, row]) => [word, this.ints[row + column.paid]!, this.ints[row + column.other]!]) };
  }

  load({ paid, other, words }: WordDump): void {
    [this.paid, this.other] = [paid, other];
    this.version++;
    for (const [word, inPaid, inOther] of words) this.add(word, inPaid, inOther);
  }

  /** The row of a word that is new. */
  private add(word: string, paid: number, other: number): number {
    const row = this.rows++ * rowSize;
    if (row + rowSize > this.ints.length) {
      this.ints = withRoom(this.ints, row + rowSize);
      this.floats = new Float64Array(this.ints.buffer);
    }
    this.ints[row + column.paid] = paid;
    this.ints[row + column.other] = other;
    this.words.set(word, row);
    if (word.startsWith(nameMark)) this.ofNames.set(word.slice(nameMark.length), row);
    return row;
  }

  /** What the words of a name say, as `oddsOfOther` takes it: the odds of those that tell something, in their order. As of the last lesson. */
  oddsOfName(words: readonly string[]): readonly number[] {
    this.questions = (this.questions + 1) | 0;
    const telling: number[] = [];
    for (let i = 0; i < words.length; i++) {
      const row = this.ofNames.get(words[i]!);
      const odds = row === undefined ? 0 : this.oddsOnce(row);
      if (odds !== 0) telling.push(odds);
    }
    return kept(telling);
  }

  /** Positive: the words of a text and those of the payer's name speak for money that pays no invoice. Only those that tell something count, each once and at most 3. */
  oddsOfOther(text: readonly Run[], name: readonly number[]): number {
    this.questions = (this.questions + 1) | 0;
    let odds = 0;
    for (let i = 0; i < text.length; i++) {
      const row = isTelling(text[i]!) ? this.words.get(text[i]!.text) : undefined;
      if (row !== undefined) odds += this.oddsOnce(row);
    }
    for (let i = 0; i < name.length; i++) odds += name[i]!;
    return Math.max(-8, Math.min(8, odds));
  }

  /** The odds of a word; 0 where it tells nothing or was counted for the same question before. */
  private oddsOnce(row: number): number {
    const { ints, floats } = this;
    if (ints[row + column.askedBy] === this.questions) return 0;
    ints[row + column.askedBy] = this.questions;
    const at = (row + column.odds) >> 1;
    if (ints[row + column.version] !== this.version) {
      floats[at] = Math.log(((ints[row + column.other]! + 0.3) / (this.other + 6)) / ((ints[row + column.paid]! + 0.3) / (this.paid + 6)));
      ints[row + column.version] = this.version;
    }
    const odds = floats[at]!;
    return Math.abs(odds) > 0.7 ? Math.max(-3, Math.min(3, odds)) : 0;
  }
}

/** How many credits paid invoices and how many did not, and in how many of each a word stood. */
export interface WordDump {
  readonly paid: number;
  readonly other: number;
  readonly words: readonly (readonly [string, number, number])[];
}
