/** Looks words up that stand as bytes among others, without making texts of them. */
export class ByteWords<Value> {
  private readonly byKey = new Map<number, { readonly word: Uint8Array; readonly value: Value }[]>();

  constructor(entries: Iterable<readonly [string, Value]>) {
    for (const [text, value] of entries) {
      const word = new TextEncoder().encode(text);
      const key = keyOf(word, 0, word.length);
      const held = this.byKey.get(key);
      if (held) held.push({ word, value });
      else this.byKey.set(key, [{ word, value }]);
    }
  }

  find(bytes: Uint8Array, from: number, to: number): Value | undefined {
    if (to <= from) return undefined;
    const held = this.byKey.get(keyOf(bytes, from, to));
    if (held === undefined) return undefined;
    for (const { word, value } of held) if (startsWith(bytes, from, word)) return value;
    return undefined;
  }
}

function keyOf(bytes: Uint8Array, from: number, to: number): number {
  return ((to - from) << 16) | (bytes[from]! << 8) | bytes[to - 1]!;
}

/** Whether the word stands there; it is the caller's to know that there is room for it. */
export function startsWith(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word[i]) return false;
  return true;
}

export function isSame(bytes: Uint8Array, from: number, to: number, word: Uint8Array, length: number): boolean {
  if (to - from !== length) return false;
  for (let i = 0; i < length; i++) if (bytes[from + i] !== word[i]) return false;
  return true;
}

export function textOf(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8');
}

const space = 32;

/** Whether no two blanks stand side by side. */
export function hasSingleBlanks(bytes: Uint8Array, from: number, to: number): boolean {
  return doubleBlank(bytes, from, to) < 0;
}

/** Where the first two blanks stand side by side, -1 for nowhere: every second byte would be one of them. */
export function doubleBlank(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from + 1; at < to; at += 2) {
    if (bytes[at] !== space) continue;
    if (bytes[at - 1] === space) return at - 1;
    if (bytes[at + 1] === space) return at;
  }
  return -1;
}
