import { type bankImportHttp } from '@lettrage/contracts';
import { type CsvAnswers, type CsvAsked, type FileSummary } from '@lettrage/bank-formats';

/** What the reader thread is given to do, once. */
export interface ReaderTask {
  readonly file: string;
  /** The account of a file that names none. */
  readonly account: string | null;
  readonly accountCurrency?: string | undefined;
  /** What is known better than a CSV says. */
  readonly csv?: CsvAnswers | undefined;
  /** Each piece of bytes is a whole zstd frame. */
  readonly compressed: boolean;
}

export type ToReader = { readonly kind: 'task'; readonly task: ReaderTask } | { readonly kind: 'bytes'; readonly bytes: Uint8Array } | { readonly kind: 'end' } | { readonly kind: 'taken' };

export type FromReader =
  | { readonly kind: 'want' }
  /** Rows in COPY's text form, and how far the reader is. */
  | { readonly kind: 'rows'; readonly rows: Uint8Array; readonly transactions: number; readonly bytesRead: number }
  | { readonly kind: 'read'; readonly summary: FileSummary; readonly transactions: number; readonly notBooked: number }
  | { readonly kind: 'fault'; readonly problem: bankImportHttp.FileProblem; readonly asks?: CsvAsked | null };

/** Pieces of the file that the reader asks for ahead, and batches of rows that may be on their way at once. */
export const bytesAhead = 2;
export const batchesAhead = 4;
