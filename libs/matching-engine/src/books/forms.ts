const longest = 64;
const characters = 128;

/** Lengths and first characters that texts have had: what has another need not be looked up. */
export class Forms {
  private readonly seen = new Uint8Array((longest + 1) * characters);
  private readonly most = new Int32Array(characters);

  add(text: string): void {
    if (text.length === 0) return;
    const first = text.charCodeAt(0) & 127;
    if (text.length <= longest) this.seen[text.length * characters + first] = 1;
    if (text.length > this.most[first]!) this.most[first] = text.length;
  }

  /** The length of the longest text that begins with this character; 0 where none does. */
  longestFrom(first: number): number {
    return this.most[first & 127]!;
  }

  /** Whether a text of this length that begins with this character may be known. */
  has(length: number, first: number): boolean {
    return length > longest || this.seen[length * characters + (first & 127)] === 1;
  }
}
