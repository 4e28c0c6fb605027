import { isAscii, isUtf8 } from 'node:buffer';
import type { GuessedText } from '../bytes/guessed-text.js';
import type { FileEvent } from '../format-reader.js';
import type { CsvReader } from './csv-reader.js';
import type { PlainReader } from './plain/plain-reader.js';
import type { RowSplitter } from './row-splitter.js';

// Text of larger pieces lives where only a full collection of garbage finds it; every cell is a part of such a text.
const pieceBytes = 32_768;
const triesBeforeText = 4;
const leastAsText = 256;
const eventsAtOnce = 256;
const lineFeed = 10;
/** Encodings in which a byte below 128 is the character of ASCII, and no part of another. */
const asciiBased: ReadonlySet<string> = new Set(['utf-8', 'windows-1252', 'windows-1250']);

/** The rows of a file as its bytes come: those that are plain as they stand, the others as text. */
export class CsvStream {
  /** Of the row that was read last, counted from 1. */
  record = 0;
  /** Bytes that are next read as text, before plain rows are looked for again: more and more where there are none. */
  private asText = 0;

  /** How often no plain row was found, since the last one. */
  private failed = 0;

  constructor(
    private readonly text: GuessedText,
    private readonly splitter: RowSplitter,
    private readonly reader: CsvReader,
    /** Rows up to the header, which itself is none. */
    private readonly above: number,
    private readonly plain: PlainReader | null,
    /** Whether quotation marks were found that do not close, in the rows that the layout was told from. */
    private readonly quotesAreDoubtful: boolean,
  ) {}

  /** What rows of text say. */
  rows(batch: readonly string[][]): FileEvent[] {
    this.read(batch);
    return this.events();
  }

  private read(batch: readonly string[][]): void {
    for (const cells of batch) if (++this.record > this.above) this.reader.row(cells, this.record, this.quotesAreDoubtful || this.splitter.badQuotes > 0);
  }

  *write(bytes: Uint8Array): Generator<FileEvent[]> {
    const most = this.plain?.most ?? bytes.length;
    for (let at = 0; at < bytes.length; at += most) yield* this.part(bytes.subarray(at, at + most));
  }

  private *part(bytes: Uint8Array): Generator<FileEvent[]> {
    const { plain, splitter, text } = this;
    const to = plain === null || !asciiBased.has(text.encoding) ? 0 : bytes.lastIndexOf(lineFeed) + 1;
    const whole = bytes.subarray(0, to);
    const ascii = isAscii(whole);
    const isReadable = to > 0 && (ascii || text.encoding !== 'utf-8' || isUtf8(whole));
    if (isReadable) plain!.take(whole, text.encoding === 'utf-8');
    for (let at = 0; at < bytes.length; ) {
      if (at < to && isReadable && this.record >= this.above && splitter.isBetweenRows && text.isWhole) at = this.plainRows(at, to, ascii);
      if (plain?.isFull) yield this.events();
      // The row that is not plain, or the rest of one that began in the bytes before.
      const end = (isReadable && bytes.indexOf(lineFeed, at + this.asText) + 1) || bytes.length;
      while (at < end) {
        const piece = bytes.subarray(at, Math.min(end, at + pieceBytes));
        this.read(splitter.write(text.decode(piece)));
        at += piece.length;
        if (this.reader.events.length >= eventsAtOnce) yield this.events();
      }
      // A row of many lines would be begun anew with each of them; one that only the end of the bytes cuts is as short as others.
      if (at < bytes.length && !splitter.isBetweenRows) this.readMoreAsText();
    }
    yield this.events();
  }

  /** Reads the plain rows that begin at `from`, and answers where they end. */
  private plainRows(from: number, to: number, ascii: boolean): number {
    const plain = this.plain!;
    const end = plain.read(from, to, this.record + 1);
    if (end === from) {
      if (++this.failed > triesBeforeText) this.readMoreAsText();
    } else {
      this.failed = this.asText = 0;
      this.record += plain.passed;
      this.splitter.pass(plain.passed);
      this.text.pass(end - from, ascii);
    }
    return end;
  }

  private readMoreAsText(): void {
    this.asText = Math.min(pieceBytes, Math.max(leastAsText, this.asText * 2));
  }

  private events(): FileEvent[] {
    const { events } = this.reader;
    this.reader.events = [];
    // Whoever asks for more has done with these.
    this.plain?.forget();
    return events;
  }
}
