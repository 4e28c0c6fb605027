import type { CalendarDate } from '@lettrage/calendar';
import { digestInto, type Fingerprinter, normalised } from '../../fingerprint.js';
import { textOf } from './byte-words.js';
import { digestBytes, longestPlainRow, plainText, plainTexts, type PlainRows } from './plain-rows.js';

/** Fingerprints of rows as they stand in the bytes of the file. */
export class PlainIdentity {
  private readonly text = new Uint8Array(2 * longestPlainRow);
  /** The beginnings of `text`, by their length. */
  private readonly beginnings: Uint8Array[] = [];
  private account: string | null = null;
  private bookingDate: CalendarDate = '';
  private currency = '';
  private frameLength = 0;
  private currencyBytes = new Uint8Array(0);

  constructor(private readonly fingerprinter: Fingerprinter) {}

  /** Puts the digest of the row in its place; which occurrence of it the row is, is counted when the row is given out. */
  give(rows: PlainRows, row: number, account: string | null, currency: string, hasWide: boolean): void {
    const { text, fingerprinter } = this;
    const { bytes, ranges } = rows;
    const bookingDate = rows.bookingDates[row]!;
    if (bookingDate !== this.bookingDate || account !== this.account || currency !== this.currency) {
      Object.assign(this, { bookingDate, account, currency });
      this.frameLength = new TextEncoder().encodeInto(fingerprinter.frame(account, bookingDate), text).written;
      this.currencyBytes = new TextEncoder().encode(`\n${currency}\n`);
    }
    let at = writeMinor(text, this.frameLength, rows.minor[row]!);
    const { currencyBytes } = this;
    for (let i = 0; i < currencyBytes.length; i++) text[at++] = currencyBytes[i]!;
    const first = row * plainTexts;
    const reference = ranges[first + plainText.reference]!;
    if (reference >= 0) for (let from = reference, to = ranges[first + plainText.reference + 1]!; from < to; from++) text[at++] = bytes[from]!;
    else at = hasWide ? this.wideText(rows, first, at) : this.textOfRow(rows, first, at);
    digestInto((this.beginnings[at] ??= text.subarray(0, at)), rows.digests, row * digestBytes);
  }

  /** `normalised` for ASCII. */
  private textOfRow({ bytes, ranges }: PlainRows, first: number, start: number): number {
    const { text } = this;
    let at = start;
    text[at++] = 126;
    for (let field: number = plainText.counterpartyName; field <= plainText.remittance; field += plainText.remittance - plainText.counterpartyName) {
      const from = ranges[first + field]!;
      if (from < 0) continue;
      for (let i = from, to = ranges[first + field + 1]!; i < to; i++) {
        const code = bytes[i]!;
        if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90)) text[at++] = code;
        else if (code >= 97 && code <= 122) text[at++] = code - 32;
      }
    }
    return at;
  }

  private wideText({ bytes, ranges }: PlainRows, first: number, start: number): number {
    const of = (field: number): string => (ranges[first + field]! < 0 ? '' : textOf(bytes, ranges[first + field]!, ranges[first + field + 1]!));
    const letters = normalised(`${of(plainText.counterpartyName)} ${of(plainText.remittance)}`);
    return start + new TextEncoder().encodeInto(`~${letters}`, this.text.subarray(start)).written;
  }
}

const figures = new Uint8Array(20);

function writeMinor(into: Uint8Array, start: number, minor: number): number {
  let at = start;
  let rest = minor;
  if (rest < 0) {
    into[at++] = 45;
    rest = -rest;
  }
  let count = 0;
  // What fits 31 bits is divided as an integer, which takes a fraction of the time.
  for (; rest >= 0x7fff_ffff; rest = Math.floor(rest / 10)) figures[count++] = 48 + (rest % 10);
  let small = rest | 0;
  do {
    const tenth = (small / 10) | 0;
    figures[count++] = 48 + small - tenth * 10;
    small = tenth;
  } while (small > 0);
  while (count > 0) into[at++] = figures[--count]!;
  return at;
}
