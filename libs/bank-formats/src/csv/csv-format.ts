import type { CalendarDate } from '@lettrage/calendar';
import { joined } from '../bytes/chunks.js';
import type { FileHead, FormatReader, ReadContext } from '../format-reader.js';
import { limits } from '../limits.js';
import { StatementFault } from '../statement-fault.js';
import type { FileSummary, StatementEvent } from '../statement.js';
import type { CsvProfile } from './csv-profile.js';
import { CsvReader } from './csv-reader.js';
import { GuessedText } from '../bytes/guessed-text.js';
import { findLayout, type Layout } from './layout.js';
import { readLocalDate } from './local-date.js';
import { readPreamble } from './preamble.js';
import { profiles } from './profiles/index.js';
import { type Delimiter, delimiters, RowSplitter } from './row-splitter.js';

// Bytes that the dialect is decided on: a month of most companies, and thousands of rows.
const sampleBytes = 262_144;
// Single-byte encodings of European banks; the one under which more titles are known wins, Western first.
const singleByteEncodings = ['windows-1252', 'windows-1250'] as const;

/** CSV of any bank whose columns can be told by their titles, by their content, or by a profile. */
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

interface Dialect {
  readonly delimiter: Delimiter;
  readonly backslash: boolean;
  readonly singleByte: string;
  readonly layout: Layout;
  readonly score: number;
}

async function* read(source: AsyncIterable<Uint8Array>, context: ReadContext): AsyncGenerator<StatementEvent[], FileSummary> {
  const iterator = source[Symbol.asyncIterator]();
  const sample: Uint8Array[] = [];
  let length = 0;
  let next = await iterator.next();
  for (; !next.done; next = await iterator.next()) {
    sample.push(next.value);
    length += next.value.length;
    if (length >= sampleBytes) break;
  }
  const head = joined(sample, length);
  const dialect = findDialect(head, context);
  const text = new GuessedText(head, dialect.singleByte, context.file);
  const rows = new RowSplitter(dialect.delimiter, dialect.backslash, context.file);
  const first = rows.write(text.decode(head));
  const whole = next.done === true;
  if (whole) first.push(...rows.write(text.end()), ...rows.end());
  const { layout } = dialect;
  const reader = new CsvReader(layout, readPreamble(first.slice(0, Math.max(0, layout.header))), latestDate(first, layout), context);
  let record = 0;
  const give = (batch: readonly string[][]): StatementEvent[] => {
    for (const cells of batch) if (++record > layout.header + 1) reader.row(cells, record, rows.badQuotes > 0);
    const { events } = reader;
    reader.events = [];
    return events;
  };
  yield give(first);
  if (!whole) {
    for (next = await iterator.next(); !next.done; next = await iterator.next()) yield give(rows.write(text.decode(next.value)));
    yield give(rows.write(text.end()));
    yield give(rows.end());
  }
  const statements = reader.end();
  yield give([]);
  return { file: context.file, format: 'csv', version: layout.profile?.name ?? null, encoding: text.encoding, statements, warnings: reader.warnings.all };
}

/** Tries every delimiter and encoding on the sample: the reading that yields the most transactions is the right one. */
function findDialect(head: Uint8Array, context: ReadContext): Dialect {
  const chosen = profilesFor(context);
  let best: Dialect | null = null;
  let fault: 'no_date_column' | 'no_amount_column' = 'no_date_column';
  for (const singleByte of singleByteEncodings) {
    const text = new GuessedText(head, singleByte, context.file);
    const decoded = text.decode(head);
    for (const [delimiter, backslash] of spellings(decoded)) {
      const splitter = new RowSplitter(delimiter, backslash, context.file);
      const rows = sampleRows(splitter, decoded);
      const layout = findLayout(rows, chosen, delimiter !== ',');
      if (layout === 'no_amount_column') fault = layout;
      if (typeof layout === 'string') continue;
      const candidate = { delimiter, backslash, singleByte, layout, score: layout.score - splitter.badQuotes };
      if (!best || isBetter(candidate, best)) best = candidate;
    }
    if (text.encoding !== singleByte) break;
  }
  if (best) return best;
  const start = new GuessedText(head, 'windows-1252', context.file).decode(head).slice(0, 80);
  throw new StatementFault(fault, context.file, { line: 1 }, fault === 'no_date_column' ? 'no column of dates was found' : 'no column of amounts was found', start);
}

function spellings(text: string): [Delimiter, boolean][] {
  const escapes = text.includes('\\"') ? [false, true] : [false];
  return delimiters.filter((delimiter) => text.includes(delimiter)).flatMap((delimiter) => escapes.map((backslash): [Delimiter, boolean] => [delimiter, backslash]));
}

function isBetter(candidate: Dialect, best: Dialect): boolean {
  if (candidate.score !== best.score) return candidate.score > best.score;
  const titled = ({ layout }: Dialect): number => (layout.header < 0 ? 0 : layout.columns.size);
  return titled(candidate) > titled(best);
}

function sampleRows(splitter: RowSplitter, text: string): string[][] {
  const rows = splitter.write(text);
  if (rows.length < limits.csvSampleRows) {
    try {
      rows.push(...splitter.end());
    } catch (error) {
      // The sample may end within a quoted cell.
      if (!(error instanceof StatementFault)) throw error;
    }
  }
  return rows.slice(0, limits.csvSampleRows);
}

function profilesFor(context: ReadContext): readonly CsvProfile[] {
  if (context.profile === undefined) return profiles;
  const named = profiles.find((profile) => profile.name === context.profile);
  if (!named) throw new StatementFault('unknown_profile', context.file, {}, `there is no profile "${context.profile.slice(0, 40)}"; profiles: ${profiles.map((profile) => profile.name).join(', ')}`);
  // Whoever names a profile means it: its roles hold whatever the header looks like.
  return [{ ...named, signature: [] }];
}

function latestDate(rows: readonly string[][], layout: Layout): CalendarDate | null {
  const column = layout.columns.get('bookingDate')![0]!;
  let latest: CalendarDate | null = null;
  for (const row of rows.slice(layout.header + 1)) {
    const date = readLocalDate((row[column] ?? '').trim(), layout.dateOrder);
    if (date !== null && (latest === null || date > latest)) latest = date;
  }
  return latest;
}
