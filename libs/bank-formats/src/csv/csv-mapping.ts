import type { Role } from './column-roles.js';
import type { DecimalSign } from './local-amount.js';
import type { DateOrder } from './local-date.js';
import type { Delimiter } from './row-splitter.js';

/** What a column of a bank's CSV can mean; `ignored` for a column that is not read. */
export type CsvRole = Role;

/** One column, in the order of the file. */
export interface CsvMappedColumn {
  /** The title as the header writes it; null where the file has no header. */
  readonly title: string | null;
  readonly role: CsvRole;
}

/**
 * How a CSV is read, as plain data: what detection proposes, what a person corrects, and what is kept for the account's next file. Passed back
 * in `ReadOptions.csv.mapping` it wins over detection. The header is found again by its titles, because preambles grow and shrink.
 */
export interface CsvMapping {
  /** Label of the WHATWG encoding standard, lower case. A byte order mark in the file still wins. */
  readonly encoding: string;
  readonly delimiter: Delimiter;
  /** Whether `\"` within quotes is a quotation mark. */
  readonly backslashEscapes: boolean;
  /** Record of the header line, from 1 as in the places of warnings; null where there is none. */
  readonly headerRecord: number | null;
  readonly columns: readonly CsvMappedColumn[];
  readonly dateOrder: DateOrder;
  readonly decimalSign: DecimalSign;
  /** Currency of amounts that no cell and no title names; null where it is not known. */
  readonly currency: string | null;
  /** Debits stand in their own column with a minus already. */
  readonly debitIsSigned: boolean;
  /** An amount without sign and direction is money spent, as on card statements. */
  readonly positiveIsDebit: boolean;
}

export const csvQuestionCodes = ['date_order', 'decimal_sign', 'currency', 'columns', 'sign'] as const;
export type CsvQuestionCode = (typeof csvQuestionCodes)[number];

/** One way to read it, and what the first example becomes under it. */
export interface CsvPossibleReading {
  /** What to pass back: `dmy`, `mdy` or `ymd`; `,` or `.`; a currency code; `given` or `exchanged` for sign. */
  readonly value: string;
  readonly text: string;
}

export interface UnreadDate {
  /** Row of the file, from 1. */
  readonly record: number;
  readonly cell: string;
}

/**
 * Something that the file does not decide. The file was read under `assumed`; a caller asks a person and reads again with the answer in
 * `ReadOptions.csv`. For `columns` and `sign` the answer is a corrected mapping.
 */
export interface CsvQuestion {
  readonly code: CsvQuestionCode;
  /** The question for a person, one sentence. */
  readonly what: string;
  readonly assumed: string;
  /** Empty where the answer is open: a currency, a mapping. */
  readonly readings: readonly CsvPossibleReading[];
  /** Cells of the file, at most five. */
  readonly examples: readonly string[];
  /** Where dates cannot be read as they are said to stand: the rows and what stands there, the first few. */
  readonly unread?: readonly UnreadDate[];
  /** For `columns`: the first rows below the titles, cell by cell, so that a person sees what each column holds. */
  readonly rows?: readonly (readonly string[])[];
}

/** What a caller knows better than the file: answers to questions, and a mapping that was saved for the account. */
export interface CsvAnswers {
  readonly dateOrder?: DateOrder | undefined;
  readonly decimalSign?: DecimalSign | undefined;
  /** Used where the file names no currency. */
  readonly currency?: string | undefined;
  readonly mapping?: CsvMapping | undefined;
}
