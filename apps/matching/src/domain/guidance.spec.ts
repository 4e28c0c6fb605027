import { describe, expect, it } from '@jest/globals';
import { type Guidance, policyOf, requestFor, requestForWaiting, usualPolicy } from './guidance.js';

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

describe('a credit that waits', () => {
  it('is asked about without what was rejected of it, in its own currency; what allocated nothing is no allocation', () => {
    const waiting = (transactionId: string, currency: string, ...rejected: string[]) => ({ ...credit(transactionId, 'b', currency), rejected });
    const { rejected, policies } = requestForWaiting(guidance, [waiting('1', 'EUR', 'a=10.50|b=-2.00', 'on_account:c'), waiting('2', 'TND', 'a=10.500'), waiting('3', 'EUR', 'on_account:c'), waiting('4', 'EUR')]);
    expect([...rejected!]).toEqual([['1', [[{ itemId: 'a', amountMinor: 1050n }, { itemId: 'b', amountMinor: -200n }]]], ['2', [[{ itemId: 'a', amountMinor: 10_500n }]]]]);
    expect([...policies!.keys()]).toEqual(['1', '2', '3', '4']);
    expect(requestForWaiting(guidance, [waiting('4', 'EUR')])).not.toHaveProperty('rejected');
  });
});
