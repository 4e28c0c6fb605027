/** Counts customers by country, to tell payments from home from those that cross a border. */
export class HomeCountry {
  private readonly counts = new Map<string, number>();
  private all = 0;

  /** A customer is in this country now, and was in that one before; null for none. */
  move(before: string | null, now: string | null): void {
    if (before === now) return;
    if (before !== null) this.count(before, -1);
    if (now !== null) this.count(now, 1);
  }

  private count(country: string, by: number): void {
    this.all += by;
    this.counts.set(country, (this.counts.get(country) ?? 0) + by);
  }

  /** The country of more than `share` of the customers; null where there is none. */
  commonest(share = 0.4): string | null {
    let best: string | null = null;
    let most = this.all * share;
    for (const [country, count] of [...this.counts].sort(([a], [b]) => (a < b ? -1 : 1)))
      if (count > most) {
        most = count;
        best = country;
      }
    return best;
  }
}
