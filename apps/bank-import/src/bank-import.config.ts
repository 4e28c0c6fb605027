import { readConfiguration } from '@lettrage/configuration';
import { commonSettings, type CommonSettings, serviceEnvironment } from '@lettrage/http';
import { isAbsolute } from 'node:path';
import { z } from 'zod';

export interface BankImportSettings extends CommonSettings {
  /** Largest statement file that is accepted. */
  readonly uploadLimitBytes: number;
  /** Files that are read at the same time, each of another organisation. */
  readonly importWorkers: number;
  /** How long the answer to an upload waits for what the file asks; 0: not at all. */
  readonly questionsWithinMs: number;
  readonly reader: ReaderLimits;
  /** Null where no folder is watched. */
  readonly inbox: InboxSettings | null;
}

/** A folder with a folder for each organisation, whose files are imported. */
export interface InboxSettings {
  readonly folder: string;
  readonly pollMs: number;
  /** A file that nobody has written to for so long is taken. */
  readonly settleMs: number;
  /** Files of an organisation that are received and not yet imported. */
  readonly atOnce: number;
}

/** What one reading of one file may take before it is ended. */
export interface ReaderLimits {
  readonly memoryMb: number;
  /** Longest silence of the reader while it has work. */
  readonly stallMs: number;
}

const environment = serviceEnvironment.extend({
  LETTRAGE_UPLOAD_LIMIT_BYTES: z.coerce.number().int().min(1024).max(4 * 1024 ** 3).default(150 * 1024 ** 2),
  LETTRAGE_IMPORT_WORKERS: z.coerce.number().int().min(1).max(8).default(1),
  LETTRAGE_QUESTIONS_WITHIN_MS: z.coerce.number().int().min(0).max(20_000).default(2000),
  LETTRAGE_READER_MEMORY_MB: z.coerce.number().int().min(32).max(8192).default(256),
  LETTRAGE_READER_STALL_MS: z.coerce.number().int().min(100).max(110_000).default(60_000),
  LETTRAGE_INBOX_DIR: z.string().refine(isAbsolute, 'must be an absolute path').optional(),
  LETTRAGE_INBOX_POLL_MS: z.coerce.number().int().min(50).max(3_600_000).default(5000),
  LETTRAGE_INBOX_SETTLE_MS: z.coerce.number().int().min(0).max(3_600_000).default(10_000),
  LETTRAGE_INBOX_AT_ONCE: z.coerce.number().int().min(1).max(100).default(4),
});
const defaultPort = 3002;

export function bankImportSettings(variables: NodeJS.ProcessEnv): BankImportSettings {
  const settings = readConfiguration(environment, variables);
  return {
    ...commonSettings('bank-import', settings, defaultPort),
    uploadLimitBytes: settings.LETTRAGE_UPLOAD_LIMIT_BYTES,
    importWorkers: settings.LETTRAGE_IMPORT_WORKERS,
    questionsWithinMs: settings.LETTRAGE_QUESTIONS_WITHIN_MS,
    reader: { memoryMb: settings.LETTRAGE_READER_MEMORY_MB, stallMs: settings.LETTRAGE_READER_STALL_MS },
    inbox:
      settings.LETTRAGE_INBOX_DIR === undefined
        ? null
        : { folder: settings.LETTRAGE_INBOX_DIR, pollMs: settings.LETTRAGE_INBOX_POLL_MS, settleMs: settings.LETTRAGE_INBOX_SETTLE_MS, atOnce: settings.LETTRAGE_INBOX_AT_ONCE },
  };
}
