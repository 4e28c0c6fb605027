import { type BankTransaction } from '@lettrage/bank-formats';
import { formatMoney } from '@lettrage/money';
import { detailsOf } from '../domain/transaction-details.js';

/** The columns that `copyRow` writes, in its order; `staged` has them. */
export const copyColumns = [
  'place', 'statement', 'status', 'fingerprint', 'booking_date', 'value_date', 'amount_minor', 'currency', 'original_minor', 'original_currency',
  'reference', 'counterparty_name', 'counterparty_iban', 'remittance', 'structured_references', 'end_to_end_id', 'mandate_id', 'bank_transaction_code',
  'reversal', 'return_reason', 'charges', 'batch', 'details',
] as const;

const none = '\\N';

/** One line of COPY ... FROM STDIN in text form (PostgreSQL manual, COPY, "Text Format"). */
export function copyRow(place: number, transaction: BankTransaction): string {
  const { amount, originalAmount, structuredReferences, charges } = transaction;
  const details = detailsOf(transaction);
  return `${place}\t${transaction.statement}\t${transaction.status}\t${transaction.fingerprint}\t${transaction.bookingDate}\t${transaction.valueDate ?? none}\t${amount.minor}\t${amount.currency}\t${
    originalAmount ? `${originalAmount.minor}\t${originalAmount.currency}` : `${none}\t${none}`
  }\t${text(transaction.reference)}\t${text(transaction.counterpartyName)}\t${text(transaction.counterpartyIban)}\t${text(transaction.remittance || null)}\t${
    structuredReferences.length === 0 ? '{}' : escaped(arrayOf(structuredReferences))
  }\t${text(transaction.endToEndId)}\t${text(transaction.mandateId)}\t${text(transaction.bankTransactionCode)}\t${transaction.reversal ? 't' : 'f'}\t${text(transaction.returnReason)}\t${
    charges.length === 0 ? '[]' : escaped(JSON.stringify(charges.map((charge) => ({ amount: formatMoney(charge.amount), currency: charge.amount.currency, included: charge.included }))))
  }\t${transaction.batch ? escaped(JSON.stringify(transaction.batch)) : none}\t${details ? escaped(jsonOf(details)) : none}\n`;
}

/** JSON's own escapes of NUL and of half a surrogate pair are refused by jsonb; few texts have any escape by number. */
function jsonOf(value: object): string {
  const json = JSON.stringify(value);
  return json.includes('\\u') ? JSON.stringify(value, storable) : json;
}

function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\u2400') : value;
}

function text(value: string | null): string {
  return value === null ? none : escaped(value);
}

const special: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\0': '\u2400' };

/** PostgreSQL's text holds any character but NUL, which is shown as its picture. */
function escaped(value: string): string {
  // oxlint-disable-next-line no-control-regex -- NUL is what is looked for
  return /[\\\t\n\r\0]/.test(value) ? value.replace(/[\\\t\n\r\0]/g, (character) => special[character]!) : value;
}

function arrayOf(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;
}
