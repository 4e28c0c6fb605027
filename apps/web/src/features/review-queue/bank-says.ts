import type { Transaction } from '../../api/types.js';
import type { Formats } from '../../money/format.js';

/** What has words of its own in each language. */
export interface Words {
  readonly rateOf: (of: { unit: string; rate: string; other: string }) => string;
  readonly chargeIncluded: (of: { amount: string }) => string;
  readonly chargeApart: (of: { amount: string }) => string;
  readonly documentOf: (of: { number: string; date: string }) => string;
  readonly reversalOf: () => string;
}
export type Field =
  | 'valueDate' | 'originalAmount' | 'exchangeRate' | 'charges' | 'ultimateDebtor' | 'ultimateCreditor' | 'documents' | 'purpose' | 'endToEndId' | 'mandate' | 'returnReason' | 'code' | 'reversal';

/** What the bank said of a transaction beyond what stands on its line, field by field; what it did not say is left out. */
export function bankSaysOf(transaction: Transaction, formats: Pick<Formats, 'money' | 'date' | 'rate'>, words: Words): [Field, string][] {
  const { valueDate, bookingDate, originalAmount, charges, documents, reversal } = transaction;
  const fields: [Field, string | null][] = [
    ['valueDate', valueDate !== null && valueDate !== bookingDate ? formats.date(valueDate) : null],
    ['originalAmount', originalAmount && formats.money(originalAmount.amount, originalAmount.currency)],
    ['exchangeRate', rateOf(transaction, formats, words)],
    ['charges', charges.map((one) => words[one.included ? 'chargeIncluded' : 'chargeApart']({ amount: formats.money(one.amount, one.currency) })).join(' · ') || null],
    ['ultimateDebtor', transaction.ultimateDebtorName],
    ['ultimateCreditor', transaction.ultimateCreditorName],
    ['documents', documents.map((one) => documentOf(one, formats, words)).join(' · ') || null],
    ['purpose', transaction.purpose],
    ['endToEndId', transaction.endToEndId],
    ['mandate', transaction.mandateId],
    ['returnReason', transaction.returnReason],
    ['code', transaction.bankTransactionCode],
    ['reversal', reversal ? words.reversalOf() : null],
  ];
  return fields.filter((field): field is [Field, string] => field[1] !== null);
}

/** "1 USD = 0.92 EUR" where the bank says of which currencies it is a rate, else the number. */
function rateOf({ exchangeRate, currency }: Transaction, formats: Pick<Formats, 'rate'>, words: Words): string | null {
  if (exchangeRate === null) return null;
  const { source, target, unit } = exchangeRate;
  const rate = formats.rate(exchangeRate.rate);
  const other = [target, source, currency].find((one) => one !== null && one !== unit);
  return unit === null || other == null ? rate : words.rateOf({ unit, rate, other });
}

function documentOf({ type, number, date, amount, currency }: Transaction['documents'][number], formats: Pick<Formats, 'money' | 'date'>, words: Words): string {
  const named = date === null ? number : words.documentOf({ number, date: formats.date(date) });
  const paid = amount !== null && currency !== null ? ` (${formats.money(amount, currency)})` : '';
  return `${type === null ? '' : `${type} `}${named}${paid}`;
}
