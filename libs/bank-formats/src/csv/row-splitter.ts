import { limits } from '../limits.js';
import { StatementFault } from '../statement-fault.js';
import { say } from '../catalogue/sentences.js';

export type Delimiter = ';' | ',' | '\t' | '|';
export const delimiters: readonly Delimiter[] = [';', ',', '\t', '|'];

const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const quote = 34;

/**
 * Splits text that comes in pieces into rows of cells, quoted cells with line breaks included (RFC 4180). Line ends of every kind, doubled
 * ones as well, count as one. Quotation marks within quotes are doubled, or escaped by a backslash if so told; one that neither closes nor
 * is doubled belongs to the text and is counted.
 */
export class RowSplitter {
  /** Text of the row that is not complete yet. */
  private rest = '';
  /** Backslashes at the end of a piece, which may escape what comes next. */
  private held = '';
  private text = '';
  private at = 0;
  private blank = 0;
  private readonly delimiterCode: number;
  /** Cells whose quotation marks do not close where they should. */
  badQuotes = 0;
  /** Complete rows so far. */
  private given = 0;

  constructor(
    private readonly delimiter: Delimiter,
    private readonly backslash: boolean,
    private readonly file: string,
  ) {
    this.delimiterCode = delimiter.charCodeAt(0);
  }

  write(text: string): string[][] {
    const piece = this.unescaped(text);
    const rows: string[][] = [];
    // The row that was cut is completed by itself: joined to all that comes, it would make every search in it slow.
    const end = this.rest === '' ? 0 : piece.indexOf('\n') + 1;
    if (end > 0) this.take(this.rest + piece.slice(0, end), rows);
    this.take(this.rest + (end > 0 ? piece.slice(end) : piece), rows);
    this.given += rows.length;
    if (this.rest.length > limits.csvRowChars) throw new StatementFault('limit_exceeded', this.file, { record: this.given + 1 }, say('csv_row', { most: String(limits.csvRowChars) }), this.rest);
    return rows;
  }

  /** Whether what comes next begins a row. */
  get isBetweenRows(): boolean {
    return this.rest === '' && this.held === '';
  }

  /** So many rows, of which none is blank, were read by somebody else. */
  pass(rows: number): void {
    if (rows === 0) return;
    this.given += rows;
    this.blank = 0;
  }

  end(): string[][] {
    const rows: string[][] = [];
    this.text = this.rest + this.held;
    this.split(rows, true);
    return rows;
  }

  /** Splits the text, and keeps what is no complete row of it. */
  private take(text: string, rows: string[][]): void {
    this.text = text;
    this.split(rows, false);
    this.rest = text.slice(this.at);
    this.text = '';
  }

  /** The complete rows of `text`; `at` is then where the first one that is not complete begins. */
  private split(rows: string[][], isEnd: boolean): void {
    const { text, delimiter } = this;
    this.at = 0;
    let quoteAt = text.indexOf('"');
    let returnAt = text.indexOf('\r');
    let delimiterAt = text.indexOf(delimiter);
    for (;;) {
      const { at } = this;
      // The quick way: a line without quotation marks, found by what the machine does fastest.
      const end = text.indexOf('\n', at);
      if (quoteAt >= 0 && quoteAt < at) quoteAt = text.indexOf('"', at);
      if (returnAt >= 0 && returnAt < at) returnAt = text.indexOf('\r', at);
      if (end < 0 || (quoteAt >= 0 && quoteAt < end) || (returnAt >= 0 && returnAt < end - 1)) {
        const cells = this.slowRow(isEnd);
        if (cells === null) return;
        rows.push(cells);
        continue;
      }
      const last = returnAt === end - 1 && end > at ? end - 1 : end;
      if (last > at) this.blank = 0;
      else if (++this.blank > limits.csvBlankRows) throw new StatementFault('limit_exceeded', this.file, { record: this.given + rows.length + 1 }, say('csv_blank', { most: String(limits.csvBlankRows) }));
      const cells: string[] = [];
      let from = at;
      // Kept from row to row: rows without delimiters would each look through all that follows.
      if (delimiterAt >= 0 && delimiterAt < from) delimiterAt = text.indexOf(delimiter, from);
      while (delimiterAt >= 0 && delimiterAt < last) {
        cells.push(text.slice(from, delimiterAt));
        from = delimiterAt + 1;
        delimiterAt = text.indexOf(delimiter, from);
      }
      cells.push(text.slice(from, last));
      rows.push(cells);
      this.at = end + 1;
    }
  }

  /** One row with whatever may stand in it; null, and nothing taken, where the text ends first. */
  private slowRow(isEnd: boolean): string[] | null {
    const { text, delimiterCode } = this;
    const { length } = text;
    const cells: string[] = [];
    for (let at = this.at; ; ) {
      let code = 0;
      if (at < length && text.charCodeAt(at) === quote) {
        at = this.quoted(cells, at, isEnd);
        if (at < 0) return null;
        code = at < length ? text.charCodeAt(at) : 0;
      } else {
        const start = at;
        while (at < length && (code = text.charCodeAt(at)) !== delimiterCode && code !== lineFeed && code !== carriageReturn) at++;
        if (at === length && (!isEnd || (start === length && cells.length === 0))) return null;
        cells.push(text.slice(start, at));
      }
      if (at < length && code === delimiterCode) {
        at++;
        continue;
      }
      // Carriage returns and a line feed are one line end; what the piece ends with may be half of one.
      while (at < length && text.charCodeAt(at) === carriageReturn) at++;
      if (at === length && !isEnd) return null;
      if (at < length && text.charCodeAt(at) === lineFeed) at++;
      this.at = at;
      return cells;
    }
  }

  /** Reads the quoted cell that begins at `from` into `cells`; gives where it ends, or -1 where the text ends first. */
  private quoted(cells: string[], from: number, isEnd: boolean): number {
    const { text, delimiterCode } = this;
    const { length } = text;
    let doubled = false;
    let isBad = false;
    for (let at = text.indexOf('"', from + 1); ; at = text.indexOf('"', at + 1)) {
      if (at < 0) {
        if (isEnd) throw new StatementFault('bad_row', this.file, { record: this.given + 1 }, say('csv_quote'), text.slice(from));
        return -1;
      }
      if (at + 1 === length && !isEnd) return -1;
      if (text.charCodeAt(at + 1) === quote) {
        if (isBad && at + 3 >= length && !isEnd) return -1;
        // `"UAB "Ada"","next"`: whoever does not double the marks within does not double the last one either.
        if (!isBad || text.charCodeAt(at + 2) !== delimiterCode || text.charCodeAt(at + 3) !== quote) {
          doubled = true;
          at++;
          continue;
        }
        at++;
      }
      let after = at + 1;
      while (after < length && text.charCodeAt(after) === space) after++;
      if (after === length && !isEnd) return -1;
      const code = after === length ? lineFeed : text.charCodeAt(after);
      if (code !== delimiterCode && code !== lineFeed && code !== carriageReturn) {
        this.badQuotes++;
        isBad = true;
        continue;
      }
      let value = text.slice(from + 1, at);
      if (doubled) value = value.replaceAll('""', '"');
      cells.push(value.includes('\r') ? value.replace(/\r+\n?/g, '\n') : value);
      return after;
    }
  }

  private unescaped(piece: string): string {
    if (!this.backslash) return piece;
    const whole = this.held + piece;
    const cut = whole.length - /\\*$/.exec(whole)![0].length;
    this.held = whole.slice(cut);
    return whole.slice(0, cut).replace(/\\(["\\])/g, (_, escaped: string) => (escaped === '"' ? '""' : '\\'));
  }
}
