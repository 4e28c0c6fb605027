import { describe, expect, it } from '@jest/globals';
import { type Guidance, policyOf, requestFor, usualPolicy } from './guidance.js';

const guidance: Guidance = {
  policies: new Map([
    ['', { ...usualPolicy, largestUnattended: '5000.509' }],
    ['a', { ...usualPolicy, automatic: false, targetPrecision: 0.999 }],
  ]),
  rules: [],
};
const credit = (transactionId: string, bankAccountId: string | null, currency: string) => ({ transactionId, bankAccountId, currency });

describe('the policy of an account', () => {
  it('is its own, else the organisation’s, else the usual one', () => {
    expect(policyOf(guidance, 'a').automatic).toBe(false);
    expect(policyOf(guidance, 'b').largestUnattended).toBe('5000.509');
    expect(policyOf(guidance, null).largestUnattended).toBe('5000.509');
    expect(policyOf({ policies: new Map(), rules: [] }, 'a')).toBe(usualPolicy);
  });
  it('counts its limit in the receipt’s own currency, cut to its decimals', () => {
    const { policies } = requestFor(guidance, [credit('1', 'b', 'EUR'), credit('2', 'b', 'JPY'), credit('3', 'b', 'KWD'), credit('4', 'a', 'EUR')]);
    expect([...policies!.values()].map(({ largestUnattendedMinor }) => largestUnattendedMinor)).toEqual([500_050n, 5000n, 5_000_509n, null]);
    expect(policies!.get('4')).toEqual({ automatic: false, referenceOnly: false, targetPrecision: 0.999, largestUnattendedMinor: null });
  });
});
