/** Words of credits that paid invoices against words of those that did not, as a logarithm of odds. */
export class WordHabits {
  private readonly words = new Map<string, WordCounts>();
  private paid = 0;
  private other = 0;
  /** Changes with every lesson; odds that were found before are old. */
  private version = 0;

  learn(words: Iterable<string>, paidInvoices: boolean): void {
    if (paidInvoices) this.paid++;
    else this.other++;
    this.version++;
    for (const word of new Set(words)) {
      let counts = this.words.get(word);
      if (!counts) this.words.set(word, (counts = { paid: 0, other: 0, odds: 0, version: 0 }));
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
    for (const [word, inPaid, inOther] of words) this.words.set(word, { paid: inPaid, other: inOther, odds: 0, version: 0 });
  }

  /** Positive: the words speak for money that pays no invoice. Only words that tell something count, each once and at most 3. */
  oddsOfOther(words: readonly string[]): number {
    let odds = 0;
    for (let i = 0; i < words.length; i++) {
      const counts = this.words.get(words[i]!);
      if (!counts || words.indexOf(words[i]!) < i) continue;
      if (counts.version !== this.version) {
        counts.odds = Math.log(((counts.other + 0.3) / (this.other + 6)) / ((counts.paid + 0.3) / (this.paid + 6)));
        counts.version = this.version;
      }
      const here = counts.odds;
      if (Math.abs(here) > 0.7) odds += Math.max(-3, Math.min(3, here));
    }
    return Math.max(-8, Math.min(8, odds));
  }
}

/** How many credits paid invoices and how many did not, and in how many of each a word stood. */
export interface WordDump {
  readonly paid: number;
  readonly other: number;
  readonly words: readonly (readonly [string, number, number])[];
}

interface WordCounts {
  paid: number;
  other: number;
  odds: number;
  version: number;
}
