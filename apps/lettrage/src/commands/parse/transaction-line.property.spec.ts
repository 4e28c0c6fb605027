import type { BankTransaction } from '@lettrage/bank-formats';
import { expect, it } from '@jest/globals';
import { formatMoney, type Money } from '@lettrage/money';
import fc from 'fast-check';
import { TransactionLines } from './transaction-line.js';

const money = fc.record({ minor: fc.oneof(fc.bigInt({ min: -20_000n, max: 20_000n }), fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n })), currency: fc.constantFrom('EUR', 'JPY', 'TND') });
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'A "B"', 'a\\b', 'é\n', '\u2028', '\ud800', 'VIR SEPA'));
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const date = fc.constantFrom('2026-10-01', '2026-10-02');

const transaction: fc.Arbitrary<BankTransaction> = fc.record({
  reference: perhaps(text), fingerprint: fc.constantFrom('abc.1', 'abc.2'), account: perhaps(fc.constantFrom('FR76', 'A"B')), bookingDate: date, valueDate: perhaps(date), amount: money,
  originalAmount: perhaps(money), exchangeRate: fc.constant(null), purpose: fc.constant(null), counterpartyName: perhaps(text), counterpartyIban: perhaps(text),
  ultimateDebtorName: fc.constant(null), ultimateCreditorName: fc.constant(null), remittance: text, structuredReferences: fc.array(text, { maxLength: 2 }), documents: fc.constant([]),
  endToEndId: perhaps(text), mandateId: perhaps(text), bankTransactionCode: perhaps(fc.constantFrom('PMNT/RCDT/ESCT', 'r ')), reversal: fc.boolean(), returnReason: perhaps(fc.constantFrom('AC04')),
  status: fc.constantFrom('booked', 'pending', 'information'), charges: fc.array(fc.record({ amount: money, included: fc.boolean() }), { maxLength: 2 }), statement: fc.nat(2),
});
const decimal = (amount: Money | null) => (amount === null ? null : formatMoney(amount));

it('every line is the JSON of its own transaction, whatever came before it', () => {
  fc.assert(
    fc.property(fc.array(transaction, { maxLength: 8 }), fc.nat(3), (transactions, before) => {
      const lines = new TransactionLines(before);
      for (const each of transactions) {
        const line = lines.line(each);
        expect(line.endsWith('}\n')).toBe(true);
        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(Object.entries(JSON.parse(line) as object)).toEqual(
          Object.entries({
            reference: each.reference, fingerprint: each.fingerprint, account: each.account, booking_date: each.bookingDate, value_date: each.valueDate, amount: decimal(each.amount), currency: each.amount.currency,
            original_amount: decimal(each.originalAmount), original_currency: each.originalAmount?.currency ?? null, counterparty_name: each.counterpartyName, counterparty_iban: each.counterpartyIban,
            remittance: each.remittance, structured_references: each.structuredReferences, end_to_end_id: each.endToEndId, mandate_id: each.mandateId, bank_transaction_code: each.bankTransactionCode,
            reversal: each.reversal, return_reason: each.returnReason, status: each.status,
            charges: each.charges.map((charge) => ({ amount: decimal(charge.amount), currency: charge.amount.currency, included: charge.included })), statement: before + each.statement,
          }),
        );
      }
    }),
  );
});
