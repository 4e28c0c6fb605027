const start = 0x811c9dc5 | 0;
const prime = 0x01000193;
const bitsOfKey = 16;

/** The hash of the start of a text and its next characters. */
export function hashOn(hash: number, text: string): number {
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), prime);
  return hash;
}

export const emptyHash = start;

/** The hash of a text, or of a whole number. */
export function hashOf(key: string | number): number {
  return typeof key === 'string' ? hashOn(start, key) : (key % 0x7fffffff) | 0;
}

/**
 * Whether a key may be known, in a sixteenth of the room and with one look: most of what a text holds is nobody's number. What was known once may be said
 * to be known still.
 */
export class KnownKeys {
  private bits = new Int32Array(64);
  private shift = 32 - 11;
  private count = 0;

  /** Adds a key by its hash; `all` gives every one, the new one among them, where more room must be made. */
  add(hash: number, all: () => Iterable<number>): void {
    if (++this.count * bitsOfKey <= this.bits.length * 32) return this.set(hash);
    this.bits = new Int32Array(this.bits.length * 2);
    this.shift--;
    this.count = 0;
    for (const known of all()) {
      this.count++;
      this.set(known);
    }
  }

  private set(hash: number): void {
    const bit = this.bitOf(hash);
    this.bits[bit >> 5]! |= 1 << (bit & 31);
  }

  private bitOf(hash: number): number {
    return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> this.shift;
  }

  may(hash: number): boolean {
    const bit = this.bitOf(hash);
    return ((this.bits[bit >> 5]! >>> (bit & 31)) & 1) === 1;
  }
}
