import { z } from 'zod';
import { currency } from './wire.js';

/** What a column of a bank's CSV can mean; `ignored` for one that is not read. */
export const csvRole = z.enum([
  'bookingDate', 'valueDate', 'amount', 'debit', 'credit', 'balance', 'currency', 'direction', 'status', 'fee', 'reference', 'label', 'party', 'payer', 'payee', 'partyAccount', 'payerAccount', 'payeeAccount', 'account',
  'originalAmount', 'originalCurrency', 'endToEndId', 'mandateId', 'structuredReference', 'code', 'returnReason', 'ignored',
]);
export const csvColumn = z.object({ title: z.string().max(1000).nullable(), role: csvRole });
/** Order of day, month and year where a date does not show it; year first only for years of two figures. */
export const dateOrder = z.enum(['dmy', 'mdy', 'ymd']);
/** How a CSV is read: what detection proposes, what a person corrects, what is kept for the account's next file. */
export const csvMapping = z.object({
  encoding: z.string().max(40),
  delimiter: z.enum([';', ',', '\t', '|']),
  backslashEscapes: z.boolean(),
  headerRecord: z.int().min(1).nullable(),
  columns: z.array(csvColumn).min(1).max(1000),
  dateOrder,
  decimalSign: z.enum(['.', ',']),
  currency: currency.nullable(),
  debitIsSigned: z.boolean(),
  positiveIsDebit: z.boolean(),
});
export type CsvMapping = z.infer<typeof csvMapping>;

/** Something that a CSV does not decide. It was read under `assumed`; the answer is one of the readings' values, or a corrected mapping. */
export const csvQuestion = z.object({
  code: z.string(),
  what: z.string(),
  assumed: z.string(),
  readings: z.array(z.object({ value: z.string(), text: z.string() })),
  examples: z.array(z.string()),
  /** Where dates cannot be read as they are said to stand: the rows of the file and what stands there. */
  unread: z.array(z.object({ record: z.int(), cell: z.string() })).optional(),
  /** For `columns`: the first rows below the titles, cell by cell. */
  rows: z.array(z.array(z.string())).optional(),
});
export type CsvQuestion = z.infer<typeof csvQuestion>;

/** Why a CSV is not read is what a person can say: the questions, and a mapping to correct. */
export const csvAsked = z.object({ questions: z.array(csvQuestion), mapping: csvMapping });
