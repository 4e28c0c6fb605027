/** Words of credits that paid invoices against words of those that did not, as a logarithm of odds. */
export class WordHabits {
  private readonly words = new Map<string, [paid: number, other: number]>();
  private paid = 0;
  private other = 0;

  learn(words: Iterable<string>, paidInvoices: boolean): void {
    if (paidInvoices) this.paid++;
    else this.other++;
    for (const word of new Set(words)) {
      let counts = this.words.get(word);
      if (!counts) this.words.set(word, (counts = [0, 0]));
      counts[paidInvoices ? 0 : 1]++;
    }
  }

  /** Positive: the words speak for money that pays no invoice. Only words that tell something count, each at most 3. */
  oddsOfOther(words: Iterable<string>): number {
    let odds = 0;
    for (const word of new Set(words)) {
      const counts = this.words.get(word);
      if (!counts) continue;
      const here = Math.log(((counts[1] + 0.3) / (this.other + 6)) / ((counts[0] + 0.3) / (this.paid + 6)));
      if (Math.abs(here) > 0.7) odds += Math.max(-3, Math.min(3, here));
    }
    return Math.max(-8, Math.min(8, odds));
  }
}
