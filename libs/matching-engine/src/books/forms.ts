const longest = 64;
const characters = 128;

/** Lengths and first characters that texts have had: what has another need not be looked up. */
export class Forms {
  private readonly seen = new Uint8Array((longest + 1) * characters);

  add(text: string): void {
    if (text.length > 0 && text.length <= longest) this.seen[text.length * characters + (text.charCodeAt(0) & 127)] = 1;
  }

  /** Whether a text of this length that begins with this character may be known. */
  has(length: number, first: number): boolean {
    return length > longest || this.seen[length * characters + (first & 127)] === 1;
  }
}
