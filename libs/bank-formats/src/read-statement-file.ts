import type { CalendarDate } from '@lettrage/calendar';
import { PagedStatements } from './archive/paged-statements.js';
import { isZip } from './archive/zip-archive.js';
import { evenChunks, joined, prepended } from './bytes/chunks.js';
import { provenEncoding } from './bytes/text-decoding.js';
import { camtFormat } from './camt/camt-format.js';
import { cfonb120Format } from './cfonb120/cfonb120-format.js';
import { csvFormat } from './csv/csv-format.js';
import type { CsvAnswers } from './csv/csv-mapping.js';
import { transactionsOf } from './csv/plain/plain-rows.js';
import { Fingerprinter } from './fingerprint.js';
import type { FileEvent, FileHead, FormatReader, ReadContext } from './format-reader.js';
import { mt940Format } from './mt940/mt940-format.js';
import { ofxFormat } from './ofx/ofx-format.js';
import { limits } from './limits.js';
import { isWorkbook, otherDocument } from './other-documents.js';
import { StatementFault } from './statement-fault.js';
import type { FileSummary, FormatName, StatementEvent } from './statement.js';
import { say } from './catalogue/sentences.js';

export interface ReadOptions {
  /** How the file is called in messages. */
  readonly file: string;
  /** Found out by content where it is `auto` or left out; the name of the file is never looked at. */
  readonly format?: 'auto' | FormatName;
  /** A bank profile for a CSV whose columns cannot be told. */
  readonly profile?: string | undefined;
  /** The account that a file is of which names none, as far as identity goes: its lines then have the same fingerprint as in a file that names it. */
  readonly account?: string | undefined;
  /** The currency of that account: used where a CSV names none, which is then no question. */
  readonly accountCurrency?: string | undefined;
  /** The day on which the file is read: what it says is booked a year later, or the like, is warned of. */
  readonly today?: CalendarDate | undefined;
  /** Answers to the questions of an earlier reading, and the mapping that was saved for the account. */
  readonly csv?: CsvAnswers | undefined;
}

/** Asked in this order; CSV comes last, because nearly any text could be one. */
const readers: readonly FormatReader[] = [ofxFormat, camtFormat, cfonb120Format, mt940Format, csvFormat];

/**
 * Reads a statement file, or a ZIP archive of several, as a stream: arrays of events as they come, and the summary at the end. Memory does not grow with
 * the file, and the source may use the memory of a piece again for the next. Throws a `StatementFault` on a file that cannot be read whole; what was given out before is then void.
 */
export function readStatementFile(source: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncGenerator<StatementEvent[], FileSummary> {
  return asTransactions(readStatementRows(source, options));
}

/** The same for those who can use transactions as they stand in the bytes of the file: `PlainRows` holds most of a CSV. */
export async function* readStatementRows(source: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncGenerator<FileEvent[], FileSummary> {
  const context = { file: options.file, profile: options.profile, accountCurrency: options.accountCurrency, today: options.today, csv: options.csv, fingerprinter: new Fingerprinter(options.account) };
  const { head, bytes } = await withHead(source);
  if (!isZip(head.bytes)) return yield* readBytes(head, bytes, options.format ?? 'auto', context);
  if (isWorkbook(head.bytes)) throw workbookRefused(options.file);
  const pages = new PagedStatements(options.account);
  const { readArchive } = await import('./archive/read-archive.js');
  return yield* readArchive(bytes, options.file, async function* (member, file) {
    const inside = await withHead(member);
    if (isZip(inside.head.bytes)) throw isWorkbook(inside.head.bytes) ? workbookRefused(file) : new StatementFault('archive_refused', file, { byte: 0 }, say('archive_in_archive'));
    return yield* asTransactions(readBytes(inside.head, inside.bytes, options.format ?? 'auto', { ...context, file, fingerprinter: new Fingerprinter(options.account), pages }));
  });
}

function workbookRefused(file: string): StatementFault {
  return new StatementFault('unknown_format', file, { byte: 0 }, say('file_is_workbook'));
}

async function* asTransactions(events: AsyncGenerator<FileEvent[], FileSummary>): AsyncGenerator<StatementEvent[], FileSummary> {
  for (let next = await events.next(); ; next = await events.next()) {
    if (next.done) return next.value;
    yield next.value.flatMap<StatementEvent>((event) => (event.kind === 'plain' ? transactionsOf(event) : event));
  }
}

async function* readBytes(head: FileHead, bytes: AsyncIterable<Uint8Array>, format: 'auto' | FormatName, context: ReadContext): AsyncGenerator<FileEvent[], FileSummary> {
  const { file } = context;
  if (head.whole && /^\s*$/.test(head.text)) throw new StatementFault('empty_file', file, { line: 1, column: 1 }, say('file_empty'));
  const reader = format === 'auto' ? readers.find((candidate) => candidate.detect(head)) : readers.find((candidate) => candidate.name === format);
  if (!reader) throw new StatementFault('unknown_format', file, { line: 1, column: 1 }, otherDocument(head), startOf(head));
  const read = await reader.load();
  return yield* read(bytes, context);
}

/** Looks at the first bytes without losing them. */
async function withHead(source: AsyncIterable<Uint8Array>): Promise<{ head: FileHead; bytes: AsyncIterable<Uint8Array> }> {
  const chunks = evenChunks(source);
  const held: Uint8Array[] = [];
  let length = 0;
  let whole = false;
  while (length < limits.headBytes && !whole) {
    const next = await chunks.next();
    if (next.done) whole = true;
    else {
      held.push(next.value);
      length += next.value.length;
    }
  }
  return { head: headOf(joined(held, length), whole), bytes: prepended(held, chunks) };
}

/** As people would see it in an editor: UTF-8 where it is that. */
function startOf(head: FileHead): string {
  const text = new TextDecoder(provenEncoding(head.bytes) ?? 'utf-8').decode(head.bytes.subarray(0, 400)).slice(0, 90);
  return text.includes('\ufffd') ? head.text.slice(0, 90) : text;
}

function headOf(bytes: Uint8Array, whole: boolean): FileHead {
  const start = bytes.subarray(0, limits.headBytes);
  // Latin-1 reads any byte, which is enough to tell a format; UTF-16 is the only other case.
  const text = new TextDecoder(provenEncoding(start) ?? 'latin1').decode(start);
  return { bytes: start, text, whole: whole && start.length === bytes.length };
}

/** What a file seems to be by its first bytes (`limits.headBytes` are enough); null where it is nothing that is read here. `whole` says that there are no more. */
export function formatOf(start: Uint8Array, whole: boolean): FormatName | 'zip' | null {
  if (isZip(start)) return 'zip';
  const head = headOf(start, whole);
  return readers.find((reader) => reader.detect(head))?.name ?? null;
}
