import { z } from 'zod';
import { csvColumn, csvMapping, csvQuestion, csvRole, type CsvMapping, type CsvQuestion } from '../csv-reading.js';
import { fileProblem, type FileProblem } from '../file-problem.js';
import { importedTransaction } from '../events/bank-import.js';
import { calendarDate, currency, decimal, id, instant, shortText } from '../wire.js';
import { page, pageQuery } from './paging.js';

export const bankAccount = z.object({ bankAccountId: id, name: z.string(), identification: z.string(), currency, lastBookingDate: calendarDate.nullable(), lastBalance: decimal.nullable() });
export type BankAccount = z.infer<typeof bankAccount>;
/** `identification` is the IBAN, or what the bank calls the account. */
export const createBankAccountBody = z.object({ name: shortText, identification: z.string().trim().min(4).max(34).transform((text) => text.replaceAll(' ', '').toUpperCase()), currency });
export const bankAccountPage = page(bankAccount);

export const statementState = z.enum(['received', 'reading', 'completed', 'refused']);
export { fileProblem, type FileProblem };

export const statementSummary = z.object({
  account: z.string().nullable(),
  currency: currency.nullable(),
  statementId: z.string().nullable(),
  sequence: z.string().nullable(),
  from: calendarDate.nullable(),
  to: calendarDate.nullable(),
  openingBalance: decimal.nullable(),
  closingBalance: decimal.nullable(),
  entries: z.int(),
  transactions: z.int(),
  credits: decimal.nullable(),
  debits: decimal.nullable(),
  /** Opening balance + booked entries = closing balance; null where the file gives no balances. */
  balanced: z.boolean().nullable(),
});
export type StatementSummary = z.infer<typeof statementSummary>;

export { csvColumn, csvMapping, csvQuestion, csvRole, type CsvMapping, type CsvQuestion };

/** What a person knows better than a CSV. */
export const csvAnswers = z.object({
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
  decimalSign: z.enum(['.', ',']).optional(),
  currency: currency.optional(),
  mapping: csvMapping.optional(),
});
export type CsvAnswers = z.infer<typeof csvAnswers>;

export const statementFile = z.object({
  statementFileId: id,
  filename: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  state: statementState,
  receivedAt: instant,
  completedAt: instant.nullable(),
  format: z.string().nullable(),
  /** Of the booked transactions: new ones stored, and ones that an earlier file had brought. */
  imported: z.int(),
  known: z.int(),
  /** Held until someone says whether they are known or not. */
  probableDuplicates: z.int(),
  notBooked: z.int(),
  statements: z.array(statementSummary),
  warnings: z.array(fileProblem),
  problem: fileProblem.nullable(),
  /** What has to be answered before the file can be imported (`problem.code` is then `questions_open`, or says what was not found), and how it would be read. */
  questions: z.array(csvQuestion),
  mapping: csvMapping.nullable(),
});
export type StatementFile = z.infer<typeof statementFile>;
export const statementFilePage = page(statementFile);

/** `created` is false where the very same bytes had been uploaded before: then this is that file. */
export const uploadResult = z.object({ created: z.boolean(), statementFile });
export type UploadResult = z.infer<typeof uploadResult>;

export const uploadQuery = z.object({
  /** For files that do not say which account they are of (most CSVs). */
  bankAccountId: id.optional(),
});
/** Beside the file, as a form field with JSON in it: answers to the questions of a CSV. */
export const answersField = 'answers';

/** A refused file is read again, of this account and with these answers. */
export const answerStatementBody = z.object({ bankAccountId: id.optional(), answers: csvAnswers.optional() });

/** Only booked money has moved; pending and information are announced, and a superseded bulk booking is told by its payments: none of these enters a sum or the matching. */
export const entryStatus = z.enum(['booked', 'pending', 'information', 'superseded']);
/** `probableDuplicateOf` are the transactions that a row may be: then it is neither known nor new, and the import will hold it. */
export const previewRow = importedTransaction.omit({ transactionId: true }).extend({ status: entryStatus, known: z.boolean(), probableDuplicateOf: z.array(id) });
/** The first rows and what the import would do; nothing is stored. */
export const statementPreview = z.object({
  format: z.string(),
  encoding: z.string(),
  statements: z.array(statementSummary),
  warnings: z.array(fileProblem),
  rows: z.array(previewRow).max(20),
  new: z.int(),
  known: z.int(),
  probableDuplicates: z.int(),
  notBooked: z.int(),
  /** Of a CSV: what has to be answered before it can be imported, how it was read for this preview, and whether by a mapping that was kept. */
  questions: z.array(csvQuestion),
  mapping: csvMapping.nullable(),
  keptMapping: z.boolean(),
});
export type StatementPreview = z.infer<typeof statementPreview>;

export const transaction = importedTransaction.extend({ bankAccountId: id, statementFileId: id, mandateId: z.string().nullable(), status: entryStatus });
export type Transaction = z.infer<typeof transaction>;
export const transactionsQuery = pageQuery.extend({ bankAccountId: id.optional(), statementFileId: id.optional(), status: entryStatus.default('booked') });
export const transactionPage = page(transaction);

/** A booked entry that may be a transaction which is known already: neither imported nor dropped until someone decides. */
export const probableDuplicate = importedTransaction.extend({
  bankAccountId: id,
  statementFileId: id,
  filename: z.string(),
  state: z.enum(['open', 'same', 'another']),
  /** The transactions that it may be, as they were told before. */
  candidates: z.array(transaction),
  /** Where it is a payment of a bulk booking that has been decided already: that booking. It is decided with the other payments of it. */
  batchOf: id.nullable(),
  /** The one that it is, where it was decided to be one. */
  sameAs: id.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
});
export type ProbableDuplicate = z.infer<typeof probableDuplicate>;
export const probableDuplicatesQuery = pageQuery.extend({ state: z.enum(['open', 'decided']).default('open'), statementFileId: id.optional() });
export const probableDuplicatePage = page(probableDuplicate);
/**
 * `same` names the transaction that it is (a bulk booking: with all payments of it); `another` imports it as a payment of its own; `replace` asks once more to
 * put the payments of a bulk booking in its place, after its allocation was undone.
 */
export const decideDuplicateBody = z.discriminatedUnion('decision', [z.object({ decision: z.literal('same'), transactionId: id }), z.object({ decision: z.literal('another') }), z.object({ decision: z.literal('replace') })]);
export type DuplicateDecision = z.infer<typeof decideDuplicateBody>;

/** A mapping that was kept for an account, under the signature of the header that it is for; `version` grows with each change. */
export const keptCsvMapping = z.object({ signature: z.string(), version: z.int(), mapping: csvMapping, keptBy: z.string(), keptAt: instant, lastUsedAt: instant.nullable() });
export type KeptCsvMapping = z.infer<typeof keptCsvMapping>;
export const keptCsvMappingList = z.object({ items: z.array(keptCsvMapping) });

/** Something about a statement that stays visible until someone explains it, or until what was missing has come. */
export const statementWarning = z.object({
  warningId: id,
  statementFileId: id,
  filename: z.string(),
  bankAccountId: id,
  statementId: z.string().nullable(),
  from: calendarDate.nullable(),
  to: calendarDate.nullable(),
  problem: fileProblem,
  state: z.enum(['open', 'explained', 'cleared']),
  raisedAt: instant,
  note: z.string().nullable(),
  explainedBy: z.string().nullable(),
  explainedAt: instant.nullable(),
  clearedAt: instant.nullable(),
});
export type StatementWarning = z.infer<typeof statementWarning>;
export const statementWarningsQuery = pageQuery.extend({ state: z.enum(['open', 'explained', 'cleared', 'all']).default('open'), bankAccountId: id.optional(), statementFileId: id.optional() });
export const statementWarningPage = page(statementWarning);
export const explainWarningBody = z.object({ note: z.string().trim().min(1).max(2000) });
