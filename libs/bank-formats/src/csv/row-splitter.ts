import Papa from 'papaparse';
import { limits } from '../limits.js';
import { StatementFault } from '../statement-fault.js';

export type Delimiter = ';' | ',' | '\t' | '|';
export const delimiters: readonly Delimiter[] = [';', ',', '\t', '|'];

/**
 * Splits text that comes in pieces into rows of cells, quoted cells with line breaks included. Line ends of every kind,
 * doubled ones as well, count as one. Quotation marks within quotes are doubled, or escaped by a backslash if so told.
 */
export class RowSplitter {
  private rest = '';
  /** Cells whose quotation marks do not close where they should. */
  badQuotes = 0;

  constructor(
    private readonly delimiter: Delimiter,
    private readonly backslash: boolean,
    private readonly file: string,
  ) {}

  write(text: string): string[][] {
    const whole = this.rest + text;
    // What stands at the very end may be half of a line end or of an escape.
    const half = /[\r\\]+$/.exec(whole);
    const cut = half ? half.index : whole.length;
    const normal = this.normal(whole.slice(0, cut));
    const { data, cursor } = this.parse(normal, true);
    this.rest = normal.slice(cursor) + whole.slice(cut);
    if (this.rest.length > limits.csvRowChars) throw new StatementFault('limit_exceeded', this.file, {}, `one row is longer than ${limits.csvRowChars} characters; a quotation mark may be missing`, this.rest);
    return data;
  }

  end(): string[][] {
    const { data, unclosed } = this.parse(this.normal(this.rest), false);
    if (unclosed) throw new StatementFault('bad_row', this.file, {}, 'a quotation mark is opened and never closed', this.rest);
    return data;
  }

  private parse(text: string, ignoreLastRow: boolean): { data: string[][]; cursor: number; unclosed: boolean } {
    if (text === '') return { data: [], cursor: 0, unclosed: false };
    const result = new Papa.Parser({ delimiter: this.delimiter, newline: '\n', quoteChar: '"' }).parse(text, 0, ignoreLastRow) as Papa.ParseResult<string[]>;
    for (const error of result.errors) if (error.code === 'InvalidQuotes') this.badQuotes++;
    return { data: result.data, cursor: result.meta.cursor, unclosed: result.errors.some((error) => error.code === 'MissingQuotes') };
  }

  private normal(text: string): string {
    const lines = text.includes('\r') ? text.replace(/\r+\n?/g, '\n') : text;
    return this.backslash && lines.includes('\\') ? lines.replace(/\\(["\\])/g, (_, escaped: string) => (escaped === '"' ? '""' : '\\')) : lines;
  }
}
