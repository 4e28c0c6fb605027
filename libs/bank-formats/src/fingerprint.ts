import * as crypto from 'node:crypto';
import type { CalendarDate } from '@lettrage/calendar';
import type { Money } from '@lettrage/money';

export interface Identity {
  readonly account: string | null;
  readonly bookingDate: CalendarDate;
  readonly amount: Money;
  readonly reference: string | null;
  readonly counterpartyName: string | null;
  readonly remittance: string;
}

// A cryptographic digest, because a payer chooses the remittance text: nobody may craft one that makes a second payment
// look like the first. 96 bits are enough for that and half as long as they could be.
const digestHexChars = 24;

/**
 * Gives each transaction of one file its identity: digest of account, booking date, amount, currency, and the bank's
 * reference or else the normalised text; then, after a point, which occurrence of that digest it is. Formats promise no
 * id, and two identical real payments must stay two, so identity is a multiset.
 */
export class Fingerprinter {
  private readonly seen = new OccurrenceTable();

  /** `account` stands in where the file names none. */
  constructor(private readonly account = '') {}

  next(identity: Identity): string {
    const digest = digestOf(`${this.frame(identity.account)}${identity.bookingDate}\n${identity.amount.minor}\n${identity.amount.currency}\n${textOfIdentity(identity)}`);
    return `${digest.slice(0, digestHexChars)}.${this.seen.count(hexWord(digest, 0), hexWord(digest, 8))}`;
  }

  /** What the text that is digested begins with; booking date, minor units, currency, and reference or text follow, each but the last with a line feed. */
  frame(account: string | null): string {
    return `${account ?? this.account}\n`;
  }

  /** For digests of which each begins `step` bytes behind the one before: notes which occurrence of its own each is. */
  count(digests: Uint8Array, step: number, occurrences: Uint32Array, from: number, to: number): void {
    this.seen.countAll(new DataView(digests.buffer, digests.byteOffset, digests.length), step, occurrences, from, to);
  }
}

/** The digest of a text that stands as UTF-8: puts its bytes in their place. */
export function digestInto(text: Uint8Array, digests: Uint8Array, at: number): void {
  const digest = binaryDigestOf(text);
  for (let i = 0; i < digestHexChars / 2; i++) digests[at + i] = digest.charCodeAt(i);
}

/**
 * What files of one archive have in common. The same line in two of them is the same money, and a line that one file only announces is
 * the one that another has booked. Flat memory, like the table above it stands on.
 */
export class SeenFingerprints {
  private readonly table = new OccurrenceTable();

  /** Notes the fingerprint; false when it, or a later occurrence of the same line, was noted before. */
  isNew(fingerprint: string): boolean {
    const occurrence = occurrenceOf(fingerprint);
    return this.table.raise(...digestWords(fingerprint), occurrence) < occurrence;
  }

  has(fingerprint: string): boolean {
    return this.table.raise(...digestWords(fingerprint), 0) >= occurrenceOf(fingerprint);
  }
}

function digestWords(digest: string): [high: number, low: number] {
  return [hexWord(digest, 0), hexWord(digest, 8)];
}

function occurrenceOf(fingerprint: string): number {
  return Number(fingerprint.slice(digestHexChars + 1));
}

function textOfIdentity({ reference, counterpartyName, remittance }: Identity): string {
  return reference ?? `~${normalised(`${counterpartyName ?? ''} ${remittance}`)}`;
}

/** 32 bits of eight lower-case hexadecimal digits. */
function hexWord(text: string, from: number): number {
  let word = 0;
  for (let at = from; at < from + 8; at++) {
    const code = text.charCodeAt(at);
    word = (word << 4) | (code < 58 ? code - 48 : code - 87);
  }
  return word >>> 0;
}

/** Letters without accents and digits only: what two exports of the same line have in common. */
export function normalised(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toUpperCase().replace(/[^A-Z0-9]+/g, '');
  return text.normalize('NFKD').toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

const hash = 'hash' in crypto ? (crypto as { hash(algorithm: string, data: string | Uint8Array, encoding?: string): string }).hash : undefined;

/** The whole digest: its beginning is kept, but a part of a string is slower to look into than a whole one. */
function digestOf(text: string): string {
  return hash ? hash('sha256', text) : crypto.createHash('sha256').update(text).digest('hex');
}

/** A byte a character: of these texts the shortest, and so the quickest to make. */
function binaryDigestOf(text: Uint8Array): string {
  return hash ? hash('sha256', text, 'latin1') : crypto.createHash('sha256').update(text).digest().toString('latin1');
}

/**
 * Counts 64-bit keys in flat memory: 13 bytes a slot, so that a million entries take 26 MB and no garbage. Whether a slot is taken stands by itself, in what the
 * processor has at hand: nearly every key is a new one, and to wait for the memory of its slot would take longer than to compute it.
 */
class OccurrenceTable {
  private slots = 1024;
  private used = 0;
  private taken = new Uint8Array(this.slots);
  private table = new Uint32Array(this.slots * 3);

  /** One more of the key; answers how many there are then. */
  count(high: number, low: number): number {
    return this.add(high, low, 1);
  }

  /** One more of each key that stands at `row * step`; notes how many of it there are then. */
  countAll(keys: DataView, step: number, counts: Uint32Array, from: number, to: number): void {
    for (let row = from; row < to; row++) {
      if (this.used * 3 > this.slots * 2) this.grow();
      const high = keys.getUint32(row * step);
      const low = keys.getUint32(row * step + 4);
      const slot = this.find(high, low);
      if (this.taken[slot] !== 0) counts[row] = ++this.table[slot * 3 + 2]!;
      else {
        this.used++;
        this.put(slot, high, low, 1);
        counts[row] = 1;
      }
    }
  }

  /** At least so many of the key; answers how many there were before. */
  raise(high: number, low: number, least: number): number {
    const slot = this.find(high, low);
    const before = this.taken[slot] === 0 ? 0 : this.table[slot * 3 + 2]!;
    if (least > before) this.add(high, low, least - before);
    return before;
  }

  private add(high: number, low: number, more: number): number {
    if (this.used * 3 > this.slots * 2) this.grow();
    const slot = this.find(high, low);
    if (this.taken[slot] !== 0) return (this.table[slot * 3 + 2]! += more);
    this.used++;
    this.put(slot, high, low, more);
    return more;
  }

  private put(slot: number, high: number, low: number, count: number): void {
    this.taken[slot] = 1;
    this.table[slot * 3] = high;
    this.table[slot * 3 + 1] = low;
    this.table[slot * 3 + 2] = count;
  }

  /** The slot of the key, or the free one that would be its. */
  private find(high: number, low: number): number {
    const { taken, table } = this;
    const mask = this.slots - 1;
    let slot = (high ^ low) & mask;
    while (taken[slot] !== 0 && (table[slot * 3] !== high || table[slot * 3 + 1] !== low)) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const old = this.table;
    const was = this.taken;
    this.slots *= 2;
    this.table = new Uint32Array(this.slots * 3);
    this.taken = new Uint8Array(this.slots);
    for (let slot = 0; slot < was.length; slot++) {
      if (was[slot] !== 0) this.put(this.find(old[slot * 3]!, old[slot * 3 + 1]!), old[slot * 3]!, old[slot * 3 + 1]!, old[slot * 3 + 2]!);
    }
  }
}
