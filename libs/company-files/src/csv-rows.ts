import { Readable } from 'node:stream';
import Papa from 'papaparse';
import { isDate, type CalendarDate } from '@lettrage/calendar';
import { isCurrency, minorUnits, MoneyError, parseDecimal } from '@lettrage/money';
import { saidOfMoney, type Sentence } from '@lettrage/sentences';
import { type CompanyFaultCode } from './catalogue.js';
import { type CompanyFile, CompanyFileFault, nameOf } from './company-file.js';
import { textChunks } from './text-chunks.js';
import { say } from './company-sentences.js';

/** One row of a company file: reads a column as what it must be, or refuses with file, line, column, what is wrong and what to do. */
export class CsvRow {
  constructor(
    private readonly path: string,
    readonly line: number,
    private readonly columns: ReadonlyMap<string, number>,
    private readonly fields: readonly string[],
  ) {}

  /** The trimmed text, which may be empty. */
  text(column: string): string {
    return this.fields[this.columns.get(column)!]!.trim();
  }

  required(column: string): string {
    return this.text(column) || this.refuse('value_missing', column, say('company_value_empty'), 'give it a value');
  }

  optional(column: string): string | null {
    return this.text(column) || null;
  }

  date(column: string): CalendarDate {
    const text = this.text(column);
    return isDate(text) ? text : this.refuse('date_invalid', column, say('company_date', { quoted: shown(text) }), 'write it as YYYY-MM-DD');
  }

  currency(column: string): string {
    const text = this.text(column);
    return isCurrency(text) ? text : this.refuse('currency_invalid', column, say('company_currency', { quoted: shown(text) }), 'use the ISO 4217 code in capitals, such as EUR');
  }

  /** Minor units of the currency. */
  amount(column: string, currency: string): bigint {
    try {
      return parseDecimal(this.text(column), minorUnits(currency));
    } catch (error) {
      if (!(error instanceof MoneyError)) throw error;
      return this.refuse('amount_invalid', column, saidOfMoney(error), 'write a plain decimal with a point and no thousands sign, such as 1234.50');
    }
  }

  wholeNumber(column: string, largest: number): number {
    const text = this.text(column);
    if (/^\d{1,9}$/.test(text) && Number(text) <= largest) return Number(text);
    return this.refuse('number_invalid', column, say('company_whole_number', { quoted: shown(text), most: String(largest) }), 'correct it');
  }

  oneOf<T extends string>(column: string, choices: readonly T[]): T {
    const text = this.text(column);
    return choices.find((choice) => choice === text) ?? this.refuse('choice_unknown', column, say('company_choice', { quoted: shown(text), choices: choices.join(', ') }), 'use one of them');
  }

  refuse(code: CompanyFaultCode, column: string, what: Sentence, remedy: string): never {
    throw new CompanyFileFault(code, this.path, { line: this.line, column }, what, remedy, this.text(column));
  }
}

/**
 * Streams a UTF-8, comma-separated file with a header line; `take` gets each row in order. All named columns must be there, in
 * any order; others are ignored. Blank lines are skipped; a row of another width and a broken quote are refused.
 */
export async function readCsv(file: CompanyFile, named: readonly string[], take: (row: CsvRow) => void): Promise<void> {
  const path = nameOf(file);
  let columns: ReadonlyMap<string, number> | undefined;
  let line = 1;
  await eachRow(file, (fields, broken) => {
    const at = line;
    line += 1 + fields.reduce((breaks, field) => breaks + lineBreaks(field), 0);
    if (broken !== undefined) throw new CompanyFileFault('quote_broken', path, { line: at }, broken, 'close the quote, and write a quote inside a field twice', fields.join(','));
    if (fields.length === 1 && fields[0]!.trim() === '') return;
    if (columns === undefined) {
      columns = header(path, at, named, fields);
      return;
    }
    if (fields.length !== columns.size) {
      const remedy = 'check for an unquoted comma, a quote that is not closed, or a cut line';
      throw new CompanyFileFault('row_width', path, { line: at }, say('company_width', { cells: String(fields.length), width: String(columns.size) }), remedy, fields.join(','));
    }
    take(new CsvRow(path, at, columns, fields));
  });
  if (columns === undefined) throw new CompanyFileFault('header_missing', path, { line: 1 }, say('company_empty'), `its first line must be ${named.join(',')}`);
}

/** Papa Parse over the file's text; `broken` is its complaint about a quote, which it does not stop for. */
async function eachRow(file: CompanyFile, onRow: (fields: string[], broken: Sentence | undefined) => void): Promise<void> {
  const input = Readable.from(textChunks(file));
  try {
    await new Promise<void>((resolve, reject) => {
      Papa.parse<string[]>(input, {
        delimiter: ',',
        step: ({ data, errors }) => onRow(data, saidOfQuotes(errors.find(({ type }) => type === 'Quotes'))),
        complete: () => resolve(),
        error: reject,
      });
    });
  } finally {
    input.destroy();
  }
}

function saidOfQuotes(complaint: Papa.ParseError | undefined): Sentence | undefined {
  return complaint && say(complaint.code === 'MissingQuotes' ? 'company_quote_open' : 'company_quote_inside');
}

function lineBreaks(field: string): number {
  let breaks = 0;
  for (let at = field.indexOf('\n'); at >= 0; at = field.indexOf('\n', at + 1)) breaks += 1;
  return breaks;
}

function header(path: string, line: number, named: readonly string[], fields: readonly string[]): ReadonlyMap<string, number> {
  const names = fields.map((field) => field.trim());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new CompanyFileFault('column_twice', path, { line }, say('company_column_twice', { quoted: twice }), 'keep one of them', names.join(','));
  const missing = named.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new CompanyFileFault('column_missing', path, { line }, say('company_column_missing', { columns: missing.map((name) => `"${name}"`).join(', ') }), `the header line must name ${named.join(',')}`, names.join(','));
  return new Map(names.map((name, index) => [name, index]));
}

function shown(text: string): string {
  return `"${text.slice(0, 40)}"`;
}
