import { type bankImportHttp, type ImportedTransaction } from '@lettrage/contracts';
import { formatDecimal, minorUnits } from '@lettrage/money';
import { noDetails, type TransactionDetails } from '../domain/transaction-details.js';

type Status = bankImportHttp.Transaction['status'];

export interface TransactionRow {
  transactionId: string;
  reference: string | null;
  bookingDate: string;
  valueDate: string | null;
  amountMinor: bigint;
  currency: string;
  counterpartyName: string | null;
  counterpartyIban: string | null;
  remittance: string | null;
  structuredReferences: string[];
  endToEndId: string | null;
  bankTransactionCode: string | null;
  reversal: boolean;
  returnReason: string | null;
  ultimateDebtorName: string | null;
}

/** What the bank said, under the contract's names; `staged` and `transaction` both have these columns. */
export const saidColumns = `
  reference, booking_date as "bookingDate", value_date as "valueDate", amount_minor as "amountMinor", currency, counterparty_name as "counterpartyName",
  counterparty_iban as "counterpartyIban", remittance, structured_references as "structuredReferences", end_to_end_id as "endToEndId",
  bank_transaction_code as "bankTransactionCode", reversal, return_reason as "returnReason", details ->> 'ultimateDebtorName' as "ultimateDebtorName"`;

export function saidOf(row: Omit<TransactionRow, 'transactionId'>): Omit<ImportedTransaction, 'transactionId'> {
  const said: Omit<ImportedTransaction, 'transactionId'> = {
    reference: row.reference,
    bookingDate: row.bookingDate,
    valueDate: row.valueDate,
    amount: formatDecimal(row.amountMinor, minorUnits(row.currency)),
    currency: row.currency,
    counterpartyName: row.counterpartyName,
    counterpartyIban: row.counterpartyIban,
    remittance: row.remittance,
    structuredReferences: row.structuredReferences,
    endToEndId: row.endToEndId,
    bankTransactionCode: row.bankTransactionCode,
    reversal: row.reversal,
    returnReason: row.returnReason,
  };
  if (row.ultimateDebtorName !== null) said.ultimateDebtorName = row.ultimateDebtorName; // most have none: they are as long as before
  return said;
}

export function importedOf(row: TransactionRow): ImportedTransaction {
  return { transactionId: row.transactionId, ...saidOf(row) };
}

export interface ListedTransactionRow extends TransactionRow {
  bankAccountId: string;
  statementFileId: string;
  mandateId: string | null;
  status: Status;
  place: number;
  originalMinor: bigint | null;
  originalCurrency: string | null;
  charges: bankImportHttp.TransactionDetails['charges'];
  details: Partial<TransactionDetails> | null;
}

export const listedColumns = `transaction_id as "transactionId", bank_account_id as "bankAccountId", statement_file_id as "statementFileId", mandate_id as "mandateId", status, place,
  original_minor as "originalMinor", original_currency as "originalCurrency", charges, details, ${saidColumns}`;

export function transactionOf(row: ListedTransactionRow): bankImportHttp.Transaction {
  const { bankAccountId, statementFileId, mandateId, status, originalMinor, originalCurrency, charges, details } = row;
  const originalAmount = originalMinor === null || originalCurrency === null ? null : { amount: formatDecimal(originalMinor, minorUnits(originalCurrency)), currency: originalCurrency };
  return { ...importedOf(row), bankAccountId, statementFileId, status, mandateId, originalAmount, charges, ...noDetails, ...details };
}
