import { evenChunks, joined, prepended } from './bytes/chunks.js';
import { provenEncoding } from './bytes/text-decoding.js';
import { camtFormat } from './camt/camt-format.js';
import { csvFormat } from './csv/csv-format.js';
import { Fingerprinter } from './fingerprint.js';
import type { FileHead, FormatReader } from './format-reader.js';
import { mt940Format } from './mt940/mt940-format.js';
import { limits } from './limits.js';
import { StatementFault } from './statement-fault.js';
import type { FileSummary, FormatName, StatementEvent } from './statement.js';

export interface ReadOptions {
  /** How the file is called in messages. */
  readonly file: string;
  /** Found out by content where it is `auto` or left out; the name of the file is never looked at. */
  readonly format?: 'auto' | FormatName;
  /** A bank profile for a CSV whose columns cannot be told. */
  readonly profile?: string | undefined;
  /** The account that a file is of which names none, as far as identity goes: its lines then have the same fingerprint as in a file that names it. */
  readonly account?: string | undefined;
}

/** Asked in this order; CSV comes last, because nearly any text could be one. */
const readers: readonly FormatReader[] = [camtFormat, mt940Format, csvFormat];

/**
 * Reads a statement file as a stream: arrays of events as they come, and the summary at the end. Memory does not grow with
 * the file. Throws a `StatementFault` on a file that cannot be read whole; what was given out before is then void.
 */
export async function* readStatementFile(source: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncGenerator<StatementEvent[], FileSummary> {
  const { file, format = 'auto', profile, account } = options;
  const chunks = evenChunks(source);
  const held: Uint8Array[] = [];
  let length = 0;
  let whole = false;
  while (length < limits.headBytes) {
    const next = await chunks.next();
    if (next.done) {
      whole = true;
      break;
    }
    held.push(next.value);
    length += next.value.length;
  }
  const head = headOf(joined(held, length), whole);
  if (/^\s*$/.test(head.text) && whole) throw new StatementFault('empty_file', file, {}, 'the file is empty');
  const reader = format === 'auto' ? readers.find((candidate) => candidate.detect(head)) : readers.find((candidate) => candidate.name === format);
  if (!reader) throw new StatementFault('unknown_format', file, { line: 1 }, `the file is none of: ${readers.map((each) => each.lookedFor).join('; ')}`, head.text.slice(0, 60));
  return yield* reader.read(prepended(held, chunks), { file, profile, fingerprinter: new Fingerprinter(account) });
}

function headOf(bytes: Uint8Array, whole: boolean): FileHead {
  const start = bytes.subarray(0, limits.headBytes);
  // Latin-1 reads any byte, which is enough to tell a format; UTF-16 is the only other case.
  const text = new TextDecoder(provenEncoding(start) ?? 'latin1').decode(start);
  return { bytes: start, text, whole: whole && start.length === bytes.length };
}
