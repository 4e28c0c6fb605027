import { z } from 'zod';
import { importedTransaction } from '../events/bank-import.js';
import { calendarDate, currency, decimal, id, instant, shortText } from '../wire.js';
import { page, pageQuery } from './paging.js';

export const bankAccount = z.object({ bankAccountId: id, name: z.string(), identification: z.string(), currency, lastBookingDate: calendarDate.nullable(), lastBalance: decimal.nullable() });
export type BankAccount = z.infer<typeof bankAccount>;
/** `identification` is the IBAN, or what the bank calls the account. */
export const createBankAccountBody = z.object({ name: shortText, identification: z.string().trim().min(4).max(34).transform((text) => text.replaceAll(' ', '').toUpperCase()), currency });
export const bankAccountPage = page(bankAccount);

export const statementState = z.enum(['received', 'reading', 'completed', 'refused']);
export const fileProblem = z.object({ code: z.string(), message: z.string(), where: z.string().nullable(), excerpt: z.string().nullable(), remedy: z.string() });
export type FileProblem = z.infer<typeof fileProblem>;

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
  notBooked: z.int(),
  statements: z.array(statementSummary),
  warnings: z.array(fileProblem),
  problem: fileProblem.nullable(),
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

/** Only booked money has moved; the others are announced, and enter no sum and no matching. */
export const entryStatus = z.enum(['booked', 'pending', 'information']);
export const previewRow = importedTransaction.omit({ transactionId: true }).extend({ status: entryStatus, known: z.boolean() });
/** The first rows and what the import would do; nothing is stored. */
export const statementPreview = z.object({
  format: z.string(),
  encoding: z.string(),
  statements: z.array(statementSummary),
  warnings: z.array(fileProblem),
  rows: z.array(previewRow).max(20),
  new: z.int(),
  known: z.int(),
  notBooked: z.int(),
});
export type StatementPreview = z.infer<typeof statementPreview>;

export const transaction = importedTransaction.extend({ bankAccountId: id, statementFileId: id, mandateId: z.string().nullable(), status: entryStatus });
export type Transaction = z.infer<typeof transaction>;
export const transactionsQuery = pageQuery.extend({ bankAccountId: id.optional(), statementFileId: id.optional(), status: entryStatus.default('booked') });
export const transactionPage = page(transaction);
