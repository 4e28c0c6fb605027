import { describe, expect, it } from '@jest/globals';
import type { Transaction } from '../../api/types.js';
import { formatsOf } from '../../money/format.js';
import { bankSaysOf, type Words } from './bank-says.js';

const plain: Transaction = {
  transactionId: 't1', bankAccountId: 'b1', statementFileId: 'f1', status: 'booked', reference: 'BKR1', bookingDate: '2026-10-01', valueDate: '2026-10-01', amount: '921.40', currency: 'EUR',
  counterpartyName: 'ACME', counterpartyIban: null, remittance: 'FACTURE', structuredReferences: [], endToEndId: null, bankTransactionCode: null, reversal: false, returnReason: null, mandateId: null,
  originalAmount: null, exchangeRate: null, charges: [], purpose: null, ultimateDebtorName: null, ultimateCreditorName: null, documents: [],
};
const say = (key: string) => (parameters: Record<string, string> = {}) => `${key}(${Object.values(parameters).join(', ')})`;
const words: Words = { rateOf: say('rateOf'), chargeIncluded: say('chargeIncluded'), chargeApart: say('chargeApart'), documentOf: say('documentOf'), reversalOf: say('reversalOf') };
const said = (transaction: Partial<Transaction>) => bankSaysOf({ ...plain, ...transaction }, formatsOf('en', 'Europe/Paris'), words);

describe('bankSaysOf', () => {
  it('says nothing where the bank says nothing more', () => expect(said({})).toEqual([]));

  it('says each field that is there', () => {
    expect(
      said({
        valueDate: '2026-10-02', originalAmount: { amount: '1000.00', currency: 'USD' }, ultimateDebtorName: 'FILIALE NORD', purpose: 'SUPP', mandateId: 'M-1', returnReason: 'AC04', reversal: true,
        charges: [{ amount: '12.50', currency: 'EUR', included: true }, { amount: '3.00', currency: 'EUR', included: false }],
        documents: [{ type: 'CINV', number: 'FA1', date: '2026-09-01', amount: '921.40', currency: 'EUR' }, { type: null, number: 'FA2', date: null, amount: null, currency: null }],
      }),
    ).toEqual([
      ['valueDate', '2 Oct 2026'],
      ['originalAmount', 'US$1,000.00'],
      ['charges', 'chargeIncluded(€12.50) · chargeApart(€3.00)'],
      ['ultimateDebtor', 'FILIALE NORD'],
      ['documents', 'CINV documentOf(FA1, 1 Sept 2026) (€921.40) · FA2'],
      ['purpose', 'SUPP'],
      ['mandate', 'M-1'],
      ['returnReason', 'AC04'],
      ['reversal', 'reversalOf()'],
    ]);
  });

  it.each([
    [{ source: 'USD', target: 'EUR', unit: 'USD', rate: '0.92143578' }, 'rateOf(USD, 0.92143578, EUR)'],
    [{ source: 'USD', target: 'EUR', unit: 'EUR', rate: '1.0853' }, 'rateOf(EUR, 1.0853, USD)'],
    [{ source: null, target: null, unit: 'CHF', rate: '1.05' }, 'rateOf(CHF, 1.05, EUR)'],
    [{ source: 'USD', target: 'EUR', unit: null, rate: '0.92' }, '0.92'],
  ])('%j is %s', (exchangeRate, words) => expect(said({ exchangeRate })).toEqual([['exchangeRate', words]]));
});
