/** Which word stands before digits that turned out to be our number ("FACTURE 839"), and which before other people's ("CLT 18679"). */
export class ContextHabits {
  private readonly words = new Map<string, [ours: number, strange: number]>();

  learn(word: string, ours: boolean): void {
    let counts = this.words.get(word);
    if (!counts) this.words.set(word, (counts = [0, 0]));
    counts[ours ? 0 : 1]++;
  }

  dump(): (readonly [string, number, number])[] {
    return [...this.words].map(([word, [ours, strange]]) => [word, ours, strange]);
  }

  load(words: readonly (readonly [string, number, number])[]): void {
    for (const [word, ours, strange] of words) this.words.set(word, [ours, strange]);
  }

  /** Share of digits after this word that were our numbers; a half where nothing is known. */
  share(word: string): number {
    const counts = this.words.get(word);
    return counts ? (counts[0] + 0.7) / (counts[0] + counts[1] + 1.4) : 0.5;
  }
}
