import { limits } from '../limits.js';
import type { Codes } from './character-codes.js';
import { isName } from './characters.js';

export interface XmlName {
  /** As written, with its prefix. */
  readonly raw: string;
  readonly local: string;
  /** What the handler calls it; 0 when it knows no such name. */
  readonly id: number;
  /** Whether it is in the table, and so found again as the same object. */
  readonly isKept: boolean;
}

// A statement uses some 150 names of the 700 that the largest schema has.
const slots = 4096;
const largestTable = 1024;
const furthest = 16;

/** Finds the name at a place of the buffer without making a string of it when it was seen before. */
export class NameTable {
  private readonly bySlot: (XmlName | null)[] = Array.from({ length: slots }, () => null);
  private held = 0;

  private missed = 0;

  /** `onTooMany` is called for a file that goes on having names which are not in the table. */
  constructor(
    private readonly idOf: (localName: string) => number,
    private readonly onTooMany: () => never,
  ) {}

  /** Null when the characters are no XML name. `hash` is any function of them alone. */
  find(buffer: string, codes: Codes, start: number, end: number, hash: number): XmlName | null {
    let slot = (hash ^ (hash >>> 12)) & (slots - 1);
    const last = (slot + furthest) & (slots - 1);
    for (let known = this.bySlot[slot]!; known !== null; known = this.bySlot[slot]!) {
      if (known.raw.length === end - start && isAt(known.raw, codes, start)) return known;
      if (slot === last) return this.added(buffer.slice(start, end), -1);
      slot = (slot + 1) & (slots - 1);
    }
    return this.added(buffer.slice(start, end), slot);
  }

  private added(text: string, slot: number): XmlName | null {
    if (++this.missed > limits.xmlNames) this.onTooMany();
    const raw = ownCopy(text);
    if (!isName(raw)) return null;
    const local = raw.slice(raw.indexOf(':') + 1);
    const isKept = slot >= 0 && this.held < largestTable;
    const name = { raw, local, id: this.idOf(local), isKept };
    if (isKept) {
      this.held++;
      this.bySlot[slot] = name;
    }
    return name;
  }
}

export function isAt(text: string, codes: Codes, start: number): boolean {
  for (let i = text.length - 1; i >= 0; i--) if (codes[start + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** A slice would keep the whole chunk of the file alive for as long as it is kept itself. */
export function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
