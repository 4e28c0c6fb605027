import type { BankTransaction, FileSummary, StatementSummary } from '@lettrage/bank-formats';
import { formatMoney, minorUnits, type Money } from '@lettrage/money';

/**
 * The JSON lines of transactions, each with its line end; field names are the interface of `parse`. What a transaction shares with the one before it,
 * such as account, dates and all that is absent, is written once and used again.
 */
export class TransactionLines {
  private account: string | null | undefined;
  private bookingDate = '';
  private valueDate: string | null = null;
  private dated = '';
  private currency = '';
  private afterAmount = '';
  private readonly ends = new Map<string, string>();

  /** `statementsBefore` counts the statements of the files before. */
  constructor(private readonly statementsBefore: number) {}

  line(transaction: BankTransaction): string {
    const { amount, originalAmount, account, bookingDate, valueDate } = transaction;
    if (account !== this.account || bookingDate !== this.bookingDate || valueDate !== this.valueDate) {
      Object.assign(this, { account, bookingDate, valueDate });
      this.dated = `","account":${text(account)},"booking_date":"${bookingDate}","value_date":${valueDate === null ? 'null' : `"${valueDate}"`},"amount":"`;
    }
    let after: string;
    if (originalAmount !== null) after = `","currency":"${amount.currency}","original_amount":"${formatMoney(originalAmount)}","original_currency":"${originalAmount.currency}","counterparty_name":`;
    else {
      if (amount.currency !== this.currency) {
        this.currency = amount.currency;
        this.afterAmount = `","currency":"${amount.currency}","original_amount":null,"original_currency":null,"counterparty_name":`;
      }
      after = this.afterAmount;
    }
    return `{"reference":${text(transaction.reference)},"fingerprint":"${transaction.fingerprint}${this.dated}${decimalOf(amount)}${after}${text(transaction.counterpartyName)},"counterparty_iban":${text(
      transaction.counterpartyIban,
    )},"remittance":${text(transaction.remittance)}${this.end(transaction)}`;
  }

  /** From the structured references on: nothing of it is given for most transactions. */
  private end(transaction: BankTransaction): string {
    const { structuredReferences, endToEndId, mandateId, bankTransactionCode, returnReason, charges } = transaction;
    if (structuredReferences.length > 0 || endToEndId !== null || mandateId !== null || returnReason !== null || charges.length > 0) return this.writtenEnd(transaction);
    const key = `${transaction.statement} ${transaction.status} ${transaction.reversal ? 'r' : ''} ${bankTransactionCode ?? '\0'}`;
    let end = this.ends.get(key);
    if (end === undefined) {
      end = this.writtenEnd(transaction);
      if (this.ends.size < endsKept) this.ends.set(key, end);
    }
    return end;
  }

  private writtenEnd(transaction: BankTransaction): string {
    const charges = transaction.charges.map((charge) => ({ amount: formatMoney(charge.amount), currency: charge.amount.currency, included: charge.included }));
    const references = transaction.structuredReferences.length === 0 ? '[]' : JSON.stringify(transaction.structuredReferences);
    return `,"structured_references":${references},"end_to_end_id":${text(transaction.endToEndId)},"mandate_id":${text(transaction.mandateId)},"bank_transaction_code":${text(
      transaction.bankTransactionCode,
    )},"reversal":${transaction.reversal},"return_reason":${text(transaction.returnReason)},"status":"${transaction.status}","charges":${charges.length === 0 ? '[]' : JSON.stringify(charges)},"statement":${
      this.statementsBefore + transaction.statement
    }}\n`;
  }
}

const endsKept = 1000;

// Control characters, quotation mark, backslash, and all from the surrogates on.
// oxlint-disable-next-line no-control-regex -- JSON must escape them
const special = /[\u0000-\u001f"\\\ud800-\uffff]/;

/** A JSON string or null. Texts of statements hardly ever need an escape, so they are looked through before they are escaped. */
function text(value: string | null): string {
  if (value === null) return 'null';
  return special.test(value) ? JSON.stringify(value) : `"${value}"`;
}

const cents = Array.from({ length: 100 }, (_, minor) => String(minor).padStart(2, '0'));
const mostPlain = 1_000_000_000_000n;

/** `formatMoney`, for the usual sizes and two decimals without long arithmetic. */
function decimalOf(amount: Money): string {
  const { minor, currency } = amount;
  if (minor >= mostPlain || minor <= -mostPlain || minorUnits(currency) !== 2) return formatMoney(amount);
  const value = Number(minor);
  const size = value < 0 ? -value : value;
  const fraction = size % 100;
  return `${value < 0 ? '-' : ''}${(size - fraction) / 100}.${cents[fraction]!}`;
}

/** A file's part of the summary. */
export function summaryOf(file: FileSummary): object {
  return { file: file.file, format: file.format, version: file.version, encoding: file.encoding, statements: file.statements.map(statementOf), warnings: file.warnings.map(({ sentence: _ofPages, ...warning }) => warning) };
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
