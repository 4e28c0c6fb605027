import { z } from 'zod';
import { csvColumn, csvMapping, csvQuestion, csvRole, dateOrder, type CsvMapping, type CsvQuestion } from '../csv-reading.js';
import { fileProblem, type FileProblem } from '../file-problem.js';
import { importedTransaction } from '../events/bank-import.js';
import { calendarDate, currency, decimal, id, instant, shortText } from '../wire.js';
import { page, pageQuery } from './paging.js';

export const bankAccount = z.object({ bankAccountId: id, name: z.string(), identification: z.string(), currency, lastBookingDate: calendarDate.nullable(), lastBalance: decimal.nullable() });
export type BankAccount = z.infer<typeof bankAccount>;
/** `identification` is the IBAN, or what the bank calls the account. */
export const createBankAccountBody = z.strictObject({ name: shortText, identification: z.string().trim().min(4).max(34).transform((text) => text.replaceAll(' ', '').toUpperCase()), currency });
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
export const csvAnswers = z.strictObject({
  dateOrder: dateOrder.optional(),
  decimalSign: z.enum(['.', ',']).optional(),
  currency: currency.optional(),
  mapping: csvMapping.optional(),
});
export type CsvAnswers = z.infer<typeof csvAnswers>;

/** What the import said of a file. `settled` when nobody need look at it any more: what was missing has come, what was held is decided, or someone has explained it. */
export const fileWarning = fileProblem.extend({ settled: z.boolean() });

export const statementFile = z.object({
  statementFileId: id,
  filename: z.string(),
  bytes: z.int(),
  /** Null where a file of the watched folder was refused before its bytes were taken. */
  sha256: z.string().nullable(),
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
  warnings: z.array(fileWarning),
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

export const uploadQuery = z.strictObject({
  /** For files that do not say which account they are of (most CSVs). */
  bankAccountId: id.optional(),
});
/** Beside the file, as a form field with JSON in it: answers to the questions of a CSV. */
export const answersField = 'answers';

/** A refused file is read again, of this account and with these answers. */
export const answerStatementBody = z.strictObject({ bankAccountId: id.optional(), answers: csvAnswers.optional() });

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

/** What the bank says of a transaction beyond what the matching needs; null or empty where it says nothing. */
export const transactionDetails = z.object({
  mandateId: z.string().nullable(),
  /** What was instructed in another currency, signed like the amount. */
  originalAmount: z.object({ amount: decimal, currency }).nullable(),
  /** `rate` units of `target` (else of `source`) for one of `unit`, as the bank wrote it. */
  exchangeRate: z.object({ source: z.string().nullable(), target: z.string().nullable(), unit: z.string().nullable(), rate: z.string() }).nullable(),
  /** `included`: whether the bank has already taken it out of the amount, or into it. */
  charges: z.array(z.object({ amount: decimal, currency: z.string(), included: z.boolean() })),
  /** ISO external purpose code such as SALA, or the bank's own. */
  purpose: z.string().nullable(),
  /** Who owes, and who is owed, where that is not who pays and is paid. */
  ultimateDebtorName: z.string().nullable(),
  ultimateCreditorName: z.string().nullable(),
  /** The documents that the payer names; `amount` is what of one is paid, unsigned, where the file says it. */
  documents: z.array(z.object({ type: z.string().nullable(), number: z.string(), date: calendarDate.nullable(), amount: decimal.nullable(), currency: z.string().nullable() })),
});
export type TransactionDetails = z.infer<typeof transactionDetails>;

export const transaction = importedTransaction.extend({ bankAccountId: id, statementFileId: id, status: entryStatus, ...transactionDetails.shape });
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
export const decideDuplicateBody = z.discriminatedUnion('decision', [z.strictObject({ decision: z.literal('same'), transactionId: id }), z.strictObject({ decision: z.literal('another') }), z.strictObject({ decision: z.literal('replace') })]);
export type DuplicateDecision = z.infer<typeof decideDuplicateBody>;

/** The files that have open ones, by statement: how many, and how much money they are. */
export const probableDuplicateFile = z.object({
  statementFileId: id,
  filename: z.string(),
  open: z.int(),
  statements: z.array(
    z.object({ statement: z.int(), statementId: z.string().nullable(), from: calendarDate.nullable(), to: calendarDate.nullable(), open: z.int(), currency, credits: decimal, debits: decimal }),
  ),
});
export type ProbableDuplicateFile = z.infer<typeof probableDuplicateFile>;
export const probableDuplicateFileList = z.object({ items: z.array(probableDuplicateFile) });
/**
 * One decision on all open ones of a file, or of one of its statements. `same`: each is one of the transactions that it may be, no two the same one; `another`: each is
 * imported as a payment of its own, but for the payments of a bulk booking, which would then be counted beside it.
 */
export const decideDuplicatesBody = z.strictObject({ statementFileId: id, statement: z.int().min(0).optional(), decision: z.enum(['same', 'another']) });
export type DuplicatesDecision = z.infer<typeof decideDuplicatesBody>;
/** `left` are still open: someone has to look at each of them. */
export const decidedDuplicates = z.object({ decided: z.int(), left: z.int() });
export type DecidedDuplicates = z.infer<typeof decidedDuplicates>;

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
export const explainWarningBody = z.strictObject({ note: z.string().trim().min(1).max(2000) });
