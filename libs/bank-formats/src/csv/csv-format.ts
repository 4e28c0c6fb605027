import type { CalendarDate } from '@lettrage/calendar';
import { joined } from '../bytes/chunks.js';
import { GuessedText } from '../bytes/guessed-text.js';
import type { FileHead, FormatReader, ReadContext } from '../format-reader.js';
import type { FileSummary, StatementEvent } from '../statement.js';
import { cellOf } from './columns.js';
import { type Dialect, findDialect } from './csv-dialect.js';
import { questionsOf } from './csv-questions.js';
import { CsvReader } from './csv-reader.js';
import { settled, type Layout } from './layout.js';
import { readLocalDate } from './local-date.js';
import { mappingOfLayout } from './mapping-of-layout.js';
import { type Preamble, readPreamble } from './preamble.js';
import { delimiters, RowSplitter } from './row-splitter.js';
import { ownOfSides } from './sides.js';

// Bytes that the dialect is decided on: a month of most companies, and thousands of rows.
const sampleBytes = 262_144;
// Bytes that are read ahead, at most, where the sample leaves the order of dates or the decimal sign open.
const aheadBytes = 8 * 1024 ** 2;

const rowsAskedWith = 10;

// Text of larger pieces lives where only a full collection of garbage finds it; every cell is a part of such a text.
const pieceBytes = 32_768;

/** CSV of any bank whose columns can be told by their titles, by their content, by a profile, or by a mapping that was saved. */
export const csvFormat: FormatReader = {
  name: 'csv',
  lookedFor: 'CSV with columns for date and amount',
  // Last of all formats: text in lines with delimiters. What the columns are is seen when reading.
  // oxlint-disable-next-line no-control-regex -- control characters tell binary files from text
  detect: (head: FileHead) => !/[\u0000-\u0008\u000e-\u001f]/.test(head.text) && !/^\s*[<{[%]/.test(head.text) && hasColumns(head.text),
  read,
};

function hasColumns(text: string): boolean {
  const lines = text.split(/[\r\n]+/, 200).filter((line) => line.trim() !== '');
  return delimiters.some((delimiter) => lines.filter((line) => line.includes(delimiter)).length >= Math.min(2, lines.length));
}

async function* read(source: AsyncIterable<Uint8Array>, context: ReadContext): AsyncGenerator<StatementEvent[], FileSummary> {
  const bytes = source[Symbol.asyncIterator]();
  const { head, whole } = await sampleOf(bytes);
  const dialect = findDialect(head, context);
  const text = new GuessedText(head, dialect.singleByte, context.file);
  const rows = new RowSplitter(dialect.delimiter, dialect.backslash, context.file);
  const first = rows.write(text.decode(head));
  if (whole) first.push(...rows.write(text.end()), ...rows.end());
  let layout = dialect.layout;
  let ended = whole;
  if (!whole && !isSettled(layout)) ({ layout, ended } = await readAhead(bytes, text, rows, first, layout, context));
  const reader = new CsvReader(layout, preambleOf(first, layout), latestDate(first, layout), context);
  if (dialect.mappingIsOther) reader.warnings.add('mapping_not_used', { record: Math.max(1, layout.header + 1) }, 'the saved columns are not those of this file; they were told anew', layout.titles?.join(' | '));
  let record = 0;
  const give = (batch: readonly string[][]): StatementEvent[] => {
    for (const cells of batch) if (++record > layout.header + 1) reader.row(cells, record, rows.badQuotes > 0);
    const { events } = reader;
    reader.events = [];
    return events;
  };
  yield give(first);
  if (!ended) {
    for (let next = await bytes.next(); !next.done; next = await bytes.next()) for (const piece of pieces(next.value)) yield give(rows.write(text.decode(piece)));
    yield give(rows.write(text.end()));
    yield give(rows.end());
  }
  const statements = reader.end();
  yield give([]);
  return { file: context.file, format: 'csv', version: layout.profile?.name ?? null, encoding: text.encoding, statements, warnings: reader.warnings.all, ...readingOf(layout, dialect, text.encoding, reader, first, context) };
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

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

function readingOf(layout: Layout, dialect: Dialect, encoding: string, reader: CsvReader, first: readonly string[][], context: ReadContext): Pick<FileSummary, 'questions' | 'mapping'> {
  const currency = layout.titleCurrency ?? layout.currency ?? context.csv?.currency ?? context.accountCurrency ?? null;
  return { questions: questionsOf(layout, reader.assumedCurrency, first.slice(layout.header + 1, layout.header + 1 + rowsAskedWith)), mapping: mappingOfLayout(layout, dialect, encoding, currency) };
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
