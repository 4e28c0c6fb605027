import { describe, expect, it } from '@jest/globals';
import type { RuleBody } from '../../api/types.js';
import { ruleFaults, ruleOf, ruleValues } from './rule-values.js';

const empty = ruleValues(null, 'EUR', '');
const customer = { customerId: '018f2f6e-0000-7000-8000-000000000001', label: 'Guérin' };

describe('a rule as it is typed', () => {
  it('asks for what its kind needs', () => {
    expect(ruleFaults(empty)).toEqual({ payerName: 'match', customer: 'required' });
    expect(ruleFaults({ ...empty, kind: 'not_an_invoice', payerIban: 'FR76', text: 'STRIPE' })).toEqual({ payerIban: 'iban', label: 'required' });
    expect(ruleFaults({ ...empty, kind: 'rounding_tolerance', upTo: '0,00' })).toEqual({ upTo: 'amount' });
    expect(ruleFaults({ ...empty, kind: 'rounding_tolerance', currency: 'EUROS', upTo: '1' })).toEqual({ currency: 'currency' });
    expect(ruleFaults({ ...empty, kind: 'fee_from_abroad', upTo: '-25', homeCountry: 'France' })).toEqual({ upTo: 'amount', homeCountry: 'country' });
  });

  it('sends what was filled in and nothing of another kind', () => {
    expect(ruleOf({ ...empty, payerName: ' Holding Martin ', customer, label: 'left from before' })).toEqual({ kind: 'payer_is_customer', match: { payerName: 'Holding Martin' }, customerId: customer.customerId });
    expect(ruleOf({ ...empty, kind: 'fee_from_abroad', currency: 'eur', upTo: '25', homeCountry: 'fr' })).toEqual({ kind: 'fee_from_abroad', currency: 'EUR', upTo: '25.00', homeCountry: 'FR' });
  });

  it('comes back as it was stored', () => {
    const rules: RuleBody[] = [
      { kind: 'payer_is_customer', match: { payerIban: 'FR7630006000011234567890189', text: 'REGLEMENT' }, customerId: customer.customerId },
      { kind: 'not_an_invoice', match: { payerName: 'STRIPE' }, label: 'payout' },
      { kind: 'rounding_tolerance', currency: 'EUR', upTo: '0.05' },
      { kind: 'fee_from_abroad', currency: 'EUR', upTo: '25.00', homeCountry: 'FR' },
    ];
    for (const rule of rules) {
      expect(ruleFaults(ruleValues(rule, 'EUR', 'Guérin'))).toEqual({});
      expect(ruleOf(ruleValues(rule, 'EUR', 'Guérin'))).toEqual(rule);
    }
  });
});
