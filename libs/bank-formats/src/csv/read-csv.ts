import type { CalendarDate } from '@lettrage/calendar';
import { joined } from '../bytes/chunks.js';
import { GuessedText } from '../bytes/guessed-text.js';
import type { FileEvent, ReadContext } from '../format-reader.js';
import type { FileSummary, StatementSummary } from '../statement.js';
import { cellOf } from './columns.js';
import { type Dialect, findDialect } from './csv-dialect.js';
import { isCutRow } from './cut-row.js';
import { questionsOf } from './csv-questions.js';
import { CsvReader } from './csv-reader.js';
import { CsvStream } from './csv-stream.js';
import { settled, type Layout } from './layout.js';
import { readLocalDate } from './local-date.js';
import { mappingOfLayout } from './mapping-of-layout.js';
import { plainLayoutOf } from './plain/plain-layout.js';
import { PlainReader } from './plain/plain-reader.js';
import { type Preamble, readPreamble } from './preamble.js';
import { RowSplitter } from './row-splitter.js';
import { ownOfSides } from './sides.js';
import { say } from '../catalogue/sentences.js';
import { withUnreadDates } from './unread-dates.js';

// Bytes that the dialect is decided on: a month of most companies, and thousands of rows.
const sampleBytes = 262_144;
// Bytes that are read ahead, at most, where the sample leaves the order of dates or the decimal sign open.
const aheadBytes = 8 * 1024 ** 2;

const rowsAskedWith = 10;

/** One row at a time, under the layout that the beginning of the file decides, or as much more of it as that takes. */
export async function* readCsv(source: AsyncIterable<Uint8Array>, context: ReadContext): AsyncGenerator<FileEvent[], FileSummary> {
  const bytes = source[Symbol.asyncIterator]();
  const { head, whole } = await sampleOf(bytes);
  const dialect = findDialect(head, context);
  const beginning = beginningOf(head, whole, dialect, context);
  const { first } = beginning;
  let layout = dialect.layout;
  const isAhead = !whole && !isSettled(layout);
  let ended = whole;
  if (isAhead) ({ layout, ended } = await readAhead(bytes, beginning.text, beginning.splitter, first, layout, context));
  // What was read ahead is there as rows only; else the beginning is read once more, as what follows it.
  const { text, splitter } = isAhead ? beginning : { text: new GuessedText(head, dialect.singleByte, context.file), splitter: splitterOf(dialect, context) };
  const reader = new CsvReader(layout, preambleOf(first, layout), latestDate(first, layout), context);
  if (dialect.mappingIsOther) reader.warnings.add('mapping_not_used', { record: Math.max(1, layout.header + 1) }, say('csv_other_mapping'), layout.titles?.join(' | '));
  const plain = plainReaderOf(layout, dialect, reader, context);
  const stream = new CsvStream(text, splitter, reader, layout.header + 1, plain, beginning.splitter.badQuotes > 0);
  let statements: StatementSummary[];
  /** The row that no line end is behind. */
  let unended: string[][] = [];
  try {
    if (isAhead) yield stream.rows(first);
    else yield* stream.write(head);
    if (!ended) for (let next = await bytes.next(); !next.done; next = await bytes.next()) yield* stream.write(next.value);
    if (!(isAhead && ended)) {
      yield stream.rows(splitter.write(text.end()));
      unended = splitter.end();
      yield stream.rows(unended);
    }
    statements = reader.end();
    const cut = reader.accounts.all.some(({ lastRecord }) => lastRecord === stream.record) && unended.find((cells) => isCutRow(cells, whole ? first.slice(0, -1) : first, layout));
    if (cut) reader.warnings.add('row_cut', { record: stream.record }, say('csv_row_cut'), cut.join(' | '));
    yield stream.rows([]);
  } catch (error) {
    throw withUnreadDates(error, first, layout, () => mappingOfLayout(layout, dialect, text.encoding, currencyOf(layout, context)));
  } finally {
    plain?.end();
  }
  return { file: context.file, format: 'csv', version: layout.profile?.name ?? null, encoding: text.encoding, statements, warnings: reader.warnings.all, ...readingOf(layout, dialect, text.encoding, reader, first, context) };
}

function splitterOf({ delimiter, backslash }: Dialect, context: ReadContext): RowSplitter {
  return new RowSplitter(delimiter, backslash, context.file);
}

/** The rows of the first bytes, all of them where these are the whole file. */
function beginningOf(head: Uint8Array, whole: boolean, dialect: Dialect, context: ReadContext): { text: GuessedText; splitter: RowSplitter; first: string[][] } {
  const text = new GuessedText(head, dialect.singleByte, context.file);
  const splitter = splitterOf(dialect, context);
  const first = splitter.write(text.decode(head));
  if (whole) for (const row of [...splitter.write(text.end()), ...splitter.end()]) first.push(row);
  return { text, splitter, first };
}

function plainReaderOf(layout: Layout, dialect: Dialect, reader: CsvReader, context: ReadContext): PlainReader | null {
  // Credits with a minus are turned round row by row, and balances of whole days are kept until the day is over.
  const plain = layout.creditIsNegated || layout.dayBalances !== 'each' ? null : plainLayoutOf(layout, dialect);
  return plain && new PlainReader(plain, reader, context.fingerprinter);
}

function preambleOf(first: readonly string[][], layout: Layout): Preamble {
  const above = readPreamble(first.slice(0, Math.max(0, layout.header)));
  const last = layout.profile?.closingBalance;
  const own = above.account === null ? ownOfSides(first, layout) : null;
  if (own !== null) return { ...above, account: own };
  // One bank names the account in the last row only.
  const row = last && first.find((cells) => last.accountShape.test(cellOf(cells, last.account)));
  return last && row ? { ...above, account: cellOf(row, last.account) } : above;
}

function readingOf(layout: Layout, dialect: Dialect, encoding: string, reader: CsvReader, first: readonly string[][], context: ReadContext): Pick<FileSummary, 'questions' | 'mapping'> {
  return { questions: questionsOf(layout, reader.accounts.assumedCurrency, first.slice(layout.header + 1, layout.header + 1 + rowsAskedWith)), mapping: mappingOfLayout(layout, dialect, encoding, currencyOf(layout, context)) };
}

function currencyOf(layout: Layout, context: ReadContext): string | null {
  return layout.titleCurrency ?? layout.currency ?? context.csv?.currency ?? context.accountCurrency ?? null;
}

async function sampleOf(bytes: AsyncIterator<Uint8Array>): Promise<{ head: Uint8Array; whole: boolean }> {
  const sample: Uint8Array[] = [];
  let length = 0;
  for (let next = await bytes.next(); ; next = await bytes.next()) {
    if (next.done) return { head: joined(sample, length), whole: true };
    // The source may use its memory again.
    sample.push(Uint8Array.from(next.value));
    length += next.value.length;
    if (length >= sampleBytes) return { head: joined(sample, length), whole: false };
  }
}

function isSettled(layout: Layout): boolean {
  return layout.order.certain && layout.decimal.certain;
}

/** Reads on, into `first`, until a date or an amount decides, the file ends, or enough is held. */
async function readAhead(bytes: AsyncIterator<Uint8Array>, text: GuessedText, rows: RowSplitter, first: string[][], open: Layout, context: ReadContext): Promise<{ layout: Layout; ended: boolean }> {
  let layout = open;
  let held = 0;
  let looked = first.length;
  while (!isSettled(layout) && held < aheadBytes) {
    const next = await bytes.next();
    const more = next.done ? [...rows.write(text.end()), ...rows.end()] : rows.write(text.decode(next.value));
    for (const row of more) first.push(row);
    held += next.done ? 0 : next.value.length;
    // Looked at again only when there is half as much again, so that the work stays in proportion.
    if (next.done || first.length > looked * 1.5 || held >= aheadBytes) {
      layout = settled(layout, first, context.csv ?? {});
      looked = first.length;
    }
    if (next.done) return { layout, ended: true };
  }
  return { layout, ended: false };
}

function latestDate(rows: readonly string[][], layout: Layout): CalendarDate | null {
  // Only rows with a status or a word for a date need it; they stand in files of one month, not in large ones.
  const column = layout.columns.get('bookingDate')![0]!;
  let latest: CalendarDate | null = null;
  let last = '';
  for (let index = layout.header + 1; index < rows.length; index++) {
    const cell = (rows[index]![column] ?? '').trim();
    if (cell === last) continue;
    last = cell;
    const date = readLocalDate(cell, layout.dateOrder);
    if (date !== null && (latest === null || date > latest)) latest = date;
  }
  return latest;
}
