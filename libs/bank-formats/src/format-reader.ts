import type { CalendarDate } from '@lettrage/calendar';
import type { CsvAnswers } from './csv/csv-mapping.js';
import type { PlainEvent } from './csv/plain/plain-rows.js';
import type { PagedStatements } from './archive/paged-statements.js';
import type { Fingerprinter } from './fingerprint.js';
import type { FileSummary, FormatName, StatementEvent } from './statement.js';

/** The first bytes of a file, and the same as text in the encoding they seem to be in. */
export interface FileHead {
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Whether the head is the whole file. */
  readonly whole: boolean;
}

export interface ReadContext {
  readonly file: string;
  /** Name of a CSV bank profile. */
  readonly profile: string | undefined;
  readonly accountCurrency?: string | undefined;
  readonly today?: CalendarDate | undefined;
  readonly csv?: CsvAnswers | undefined;
  readonly fingerprinter: Fingerprinter;
  /** In an archive, where the pages of one statement may be files. */
  readonly pages?: PagedStatements;
}

/** Of a CSV, rows may come as they stand in its bytes. */
export type FileEvent = StatementEvent | PlainEvent;

/** Must refuse with a `StatementFault` what it cannot read whole, and hold memory that does not grow with the file. */
export type ReadFormat = (source: AsyncIterable<Uint8Array>, context: ReadContext) => AsyncGenerator<FileEvent[], FileSummary>;

/** A format plugs in here: say whether a file is yours by its first bytes, and read it. What was looked for in a file of no format is told by `file_of_no_format`. */
export interface FormatReader {
  readonly name: FormatName;
  detect(head: FileHead): boolean;
  /** The reader itself, loaded when there is a file of the format: a command starts in half the time without the others. */
  load(): Promise<ReadFormat>;
}
