import type { BankTransaction, FileSummary, StatementSummary } from '@lettrage/bank-formats';
import { formatMoney, type Money } from '@lettrage/money';

/** The JSON line of one transaction, with its line end; field names are the interface of `parse`. `statementsBefore` counts those of the files before. */
export function transactionLine(transaction: BankTransaction, statementsBefore: number): string {
  const { amount, originalAmount } = transaction;
  return `${JSON.stringify({
    reference: transaction.reference,
    fingerprint: transaction.fingerprint,
    account: transaction.account,
    booking_date: transaction.bookingDate,
    value_date: transaction.valueDate,
    amount: formatMoney(amount),
    currency: amount.currency,
    original_amount: decimal(originalAmount),
    original_currency: originalAmount?.currency ?? null,
    counterparty_name: transaction.counterpartyName,
    counterparty_iban: transaction.counterpartyIban,
    remittance: transaction.remittance,
    structured_references: transaction.structuredReferences,
    end_to_end_id: transaction.endToEndId,
    mandate_id: transaction.mandateId,
    bank_transaction_code: transaction.bankTransactionCode,
    reversal: transaction.reversal,
    return_reason: transaction.returnReason,
    status: transaction.status,
    charges: transaction.charges.map((charge) => ({ amount: formatMoney(charge.amount), currency: charge.amount.currency, included: charge.included })),
    statement: statementsBefore + transaction.statement,
  })}\n`;
}

/** A file's part of the summary. */
export function summaryOf(file: FileSummary): object {
  return { file: file.file, format: file.format, version: file.version, encoding: file.encoding, statements: file.statements.map(statementOf), warnings: file.warnings };
}

function statementOf(statement: StatementSummary): object {
  const { account, currency, id, sequence, from, to, entries, transactions, balanced } = statement;
  return {
    account,
    currency,
    id,
    sequence,
    from,
    to,
    opening_balance: decimal(statement.openingBalance),
    closing_balance: decimal(statement.closingBalance),
    entries,
    transactions,
    credits: decimal(statement.credits),
    debits: decimal(statement.debits),
    balanced,
  };
}

function decimal(amount: Money | null): string | null {
  return amount === null ? null : formatMoney(amount);
}
