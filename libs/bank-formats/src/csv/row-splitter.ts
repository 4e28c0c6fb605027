import Papa from 'papaparse';
import { limits } from '../limits.js';
import { StatementFault } from '../statement-fault.js';

export type Delimiter = ';' | ',' | '\t' | '|';
export const delimiters: readonly Delimiter[] = [';', ',', '\t', '|'];

/**
 * Splits text that comes in pieces into rows of cells, quoted cells with line breaks included. Line ends of every kind,
 * doubled ones as well, count as one.
 */
export class RowSplitter {
  private rest = '';

  constructor(
    private readonly delimiter: Delimiter,
    private readonly file: string,
  ) {}

  write(text: string): string[][] {
    const whole = this.rest + text;
    // A carriage return at the very end may be half of a line end.
    const cut = whole.endsWith('\r') ? whole.search(/\r+$/) : whole.length;
    const normal = normalLineEnds(whole.slice(0, cut));
    const { data, cursor } = this.parse(normal, true);
    this.rest = normal.slice(cursor) + whole.slice(cut);
    if (this.rest.length > limits.csvRowChars) throw new StatementFault('limit_exceeded', this.file, {}, `one row is longer than ${limits.csvRowChars} characters; a quotation mark may be missing`, this.rest);
    return data;
  }

  end(): string[][] {
    const { data, unclosed } = this.parse(normalLineEnds(this.rest), false);
    if (unclosed) throw new StatementFault('bad_row', this.file, {}, 'a quotation mark is opened and never closed', this.rest);
    return data;
  }

  private parse(text: string, ignoreLastRow: boolean): { data: string[][]; cursor: number; unclosed: boolean } {
    if (text === '') return { data: [], cursor: 0, unclosed: false };
    const result = new Papa.Parser({ delimiter: this.delimiter, newline: '\n', quoteChar: '"' }).parse(text, 0, ignoreLastRow) as Papa.ParseResult<string[]>;
    return { data: result.data, cursor: result.meta.cursor, unclosed: result.errors.some((error) => error.code === 'MissingQuotes') };
  }
}

function normalLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r+\n?/g, '\n') : text;
}
