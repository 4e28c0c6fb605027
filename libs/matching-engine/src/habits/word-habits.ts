import { kept } from '../books/growing.js';
import type { Run } from '../text/runs.js';
import { isTelling, nameMark } from '../text/telling-words.js';

/** Words of credits that paid invoices against words of those that did not, as a logarithm of odds. */
export class WordHabits {
  /** A `Map`, because payers choose these words by the thousand: see `HashTable`. */
  private readonly words = new Map<string, WordCounts>();
  /** Those of names once more, without their mark: they are asked for as they stand in a name. */
  private readonly ofNames = new Map<string, WordCounts>();
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
      const counts = this.words.get(word) ?? this.add(word, 0, 0);
      if (paidInvoices) counts.paid++;
      else counts.other++;
    }
  }

  dump(): WordDump {
    return { paid: this.paid, other: this.other, words: [...this.words].map(([word, { paid, other }]) => [word, paid, other]) };
  }

  load({ paid, other, words }: WordDump): void {
    [this.paid, this.other] = [paid, other];
    this.version++;
    for (const [word, inPaid, inOther] of words) this.add(word, inPaid, inOther);
  }

  private add(word: string, paid: number, other: number): WordCounts {
    const counts = { paid, other, odds: 0, version: 0, askedBy: 0 };
    this.words.set(word, counts);
    if (word.startsWith(nameMark)) this.ofNames.set(word.slice(nameMark.length), counts);
    return counts;
  }

  /** What the words of a name say, as `oddsOfOther` takes it: the odds of those that tell something, in their order. As of the last lesson. */
  oddsOfName(words: readonly string[]): readonly number[] {
    this.questions++;
    const telling: number[] = [];
    for (let i = 0; i < words.length; i++) {
      const counts = this.ofNames.get(words[i]!);
      const odds = counts ? this.oddsOnce(counts) : 0;
      if (odds !== 0) telling.push(odds);
    }
    return kept(telling);
  }

  /** Positive: the words of a text and those of the payer's name speak for money that pays no invoice. Only those that tell something count, each once and at most 3. */
  oddsOfOther(text: readonly Run[], name: readonly number[]): number {
    this.questions++;
    let odds = 0;
    for (let i = 0; i < text.length; i++) {
      const counts = isTelling(text[i]!) ? this.words.get(text[i]!.text) : undefined;
      if (counts) odds += this.oddsOnce(counts);
    }
    for (let i = 0; i < name.length; i++) odds += name[i]!;
    return Math.max(-8, Math.min(8, odds));
  }

  /** The odds of a word; 0 where it tells nothing or was counted for the same question before. */
  private oddsOnce(counts: WordCounts): number {
    if (counts.askedBy === this.questions) return 0;
    counts.askedBy = this.questions;
    if (counts.version !== this.version) {
      counts.odds = Math.log(((counts.other + 0.3) / (this.other + 6)) / ((counts.paid + 0.3) / (this.paid + 6)));
      counts.version = this.version;
    }
    return Math.abs(counts.odds) > 0.7 ? Math.max(-3, Math.min(3, counts.odds)) : 0;
  }
}

/** How many credits paid invoices and how many did not, and in how many of each a word stood. */
export interface WordDump {
  readonly paid: number;
  readonly other: number;
  readonly words: readonly (readonly [string, number, number])[];
}

/** In how many credits of either kind a word stood; the odds as of a version; and the question that it was counted for last. */
interface WordCounts {
  paid: number;
  other: number;
  odds: number;
  version: number;
  askedBy: number;
}
