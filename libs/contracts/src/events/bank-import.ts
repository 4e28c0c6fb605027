import { z } from 'zod';
import { defineEvent } from '../contract.js';
import { topics } from '../topics.js';
import { actor, calendarDate, currency, decimal, id } from '../wire.js';

const sampleAccountId = '0190a5f0-0000-7000-8000-0000000000b1';

export const bankAccountOpened = defineEvent({
  name: 'bank-import.bank-account-opened.v1',
  topic: topics.bankAccounts,
  schema: z.object({ bankAccountId: id }),
  firedWhen: 'a bank account is created, by a person or by the first statement that names it',
  sample: { bankAccountId: sampleAccountId },
});

/** A booked transaction as the bank said it: names of ISO 20022, amount signed (credit positive) in the account's currency. */
export const importedTransaction = z.object({
  transactionId: id,
  reference: z.string().nullable(),
  bookingDate: calendarDate,
  valueDate: calendarDate.nullable(),
  amount: decimal,
  currency,
  counterpartyName: z.string().nullable(),
  counterpartyIban: z.string().nullable(),
  remittance: z.string().nullable(),
  structuredReferences: z.array(z.string()),
  endToEndId: z.string().nullable(),
  bankTransactionCode: z.string().nullable(),
  reversal: z.boolean(),
  returnReason: z.string().nullable(),
  /** Who owes, where the bank says that it is not who pays (UltmtDbtr); left out where it does not. */
  ultimateDebtorName: z.string().nullish(),
});
export type ImportedTransaction = z.infer<typeof importedTransaction>;

const sampleTransaction: ImportedTransaction = {
  transactionId: '0190a5f0-0000-7000-8000-0000000000a1',
  reference: 'BKR00000042',
  bookingDate: '2026-10-01',
  valueDate: '2026-10-01',
  amount: '2296.86',
  currency: 'EUR',
  counterpartyName: 'MACONNERIE GUERIN',
  counterpartyIban: 'FR7630006000011234567890189',
  remittance: 'FACTURE FA2026-00617',
  structuredReferences: [],
  endToEndId: null,
  bankTransactionCode: 'PMNT/RCDT/ESCT',
  reversal: false,
  returnReason: null,
  ultimateDebtorName: 'MACONNERIE GUERIN FRERES',
};

/** The largest number of transactions in one message. */
export const transactionsPerMessage = 500;

export const transactionsImported = defineEvent({
  name: 'bank-import.transactions-imported.v1',
  topic: topics.transactions,
  schema: z.object({ statementFileId: id, bankAccountId: id, transactions: z.array(importedTransaction).min(1).max(transactionsPerMessage) }),
  firedWhen: 'booked transactions that were not known yet have been stored; a long file gives several messages, in the file’s order',
  sample: { statementFileId: '0190a5f0-0000-7000-8000-0000000000f1', bankAccountId: sampleAccountId, transactions: [sampleTransaction] },
});

export const statementCompleted = defineEvent({
  name: 'bank-import.statement-completed.v1',
  topic: topics.statements,
  schema: z.object({ statementFileId: id, filename: z.string(), imported: z.int(), known: z.int(), notBooked: z.int(), balanced: z.boolean().nullable(), warnings: z.int() }),
  firedWhen: 'a statement file has been read to its end and its new transactions are stored',
  sample: { statementFileId: '0190a5f0-0000-7000-8000-0000000000f1', filename: 'october.xml', imported: 234, known: 0, notBooked: 0, balanced: true, warnings: 0 },
});

export const statementProgressed = defineEvent({
  name: 'bank-import.statement-progressed.v1',
  topic: topics.statements,
  schema: z.object({ statementFileId: id, filename: z.string(), bytesRead: z.int(), bytesTotal: z.int(), transactions: z.int() }),
  firedWhen: 'a long statement file is being read, a few times a second',
  sample: { statementFileId: '0190a5f0-0000-7000-8000-0000000000f1', filename: 'october.xml', bytesRead: 1048576, bytesTotal: 104857600, transactions: 1024 },
});

export const statementRefused = defineEvent({
  name: 'bank-import.statement-refused.v1',
  topic: topics.statements,
  schema: z.object({ statementFileId: id, filename: z.string(), code: z.string(), detail: z.string(), remedy: z.string() }),
  firedWhen: 'a statement file cannot be read; nothing of it has been stored but the file itself',
  sample: { statementFileId: '0190a5f0-0000-7000-8000-0000000000f1', filename: 'october.xml', code: 'truncated', detail: 'the file ends inside <Ntry>', remedy: 'download the statement again' },
});

export const batchDetailed = defineEvent({
  name: 'bank-import.batch-detailed.v1',
  topic: topics.transactions,
  schema: z.object({ transactionId: id, statementFileId: id, amount: decimal, currency, payments: z.int() }),
  firedWhen: 'the payments of a bulk booking have come, and add up to it: they wait until the matcher has let the booking go',
  sample: { transactionId: sampleTransaction.transactionId, statementFileId: '0190a5f0-0000-7000-8000-0000000000f2', amount: '2296.86', currency: 'EUR', payments: 3 },
});

export const transactionSuperseded = defineEvent({
  name: 'bank-import.transaction-superseded.v1',
  topic: topics.transactions,
  schema: z.object({ transactionId: id, statementFileId: id, payments: z.int() }),
  firedWhen: 'the payments of a bulk booking have taken its place: the booking is no money of its own any more; its payments are said right after it',
  sample: { transactionId: sampleTransaction.transactionId, statementFileId: '0190a5f0-0000-7000-8000-0000000000f2', payments: 3 },
});

export const warningExplained = defineEvent({
  name: 'bank-import.warning-explained.v1',
  topic: topics.statements,
  schema: z.object({ warningId: id, statementFileId: id, explainedBy: actor }),
  firedWhen: 'someone says why what a statement warns of is in order',
  sample: { warningId: '0190a5f0-0000-7000-8000-000000000121', statementFileId: '0190a5f0-0000-7000-8000-0000000000f1', explainedBy: '0190a5f0-0000-7000-8000-000000000002' },
});
