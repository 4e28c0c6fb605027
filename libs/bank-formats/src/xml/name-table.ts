import { isName } from './characters.js';

export interface XmlName {
  /** As written, with its prefix. */
  readonly raw: string;
  readonly local: string;
  /** What the handler calls it; 0 when it knows no such name. */
  readonly id: number;
}

// A statement uses some 150 names; a hostile file may use any number, and is then merely slow.
const largestTable = 1024;

/** Finds the name at a place of the buffer without making a string of it when it was seen before. */
export class NameTable {
  private readonly byHash = new Map<number, XmlName>();

  constructor(private readonly idOf: (localName: string) => number) {}

  /** Null when the characters are no XML name. */
  find(buffer: string, start: number, end: number, hash: number): XmlName | null {
    const known = this.byHash.get(hash);
    if (known && known.raw.length === end - start && buffer.startsWith(known.raw, start)) return known;
    // A copy: a slice would keep the whole chunk of the file alive for as long as the table lives.
    const raw = Buffer.from(buffer.slice(start, end), 'utf16le').toString('utf16le');
    if (!isName(raw)) return null;
    const local = raw.slice(raw.indexOf(':') + 1);
    const name = { raw, local, id: this.idOf(local) };
    if (!known && this.byHash.size < largestTable) this.byHash.set(hash, name);
    return name;
  }
}
