import { describe, expect, it } from '@jest/globals';
import { balancedAsAWhole, summaryOf } from './statement-summary.js';

describe('a file of several statements', () => {
  it.each([
    [[true, null], true],
    [[true, false], false],
    [[null], null],
    [[], null],
  ])('%j balances: %s', (each, whole) => {
    expect(balancedAsAWhole(each.map((balanced) => ({ balanced })))).toBe(whole);
  });

  it('shows amounts with the decimals of their currency', () => {
    const summary = summaryOf({
      account: 'JP', currency: 'JPY', id: 'S1', sequence: null, from: null, to: null, openingBalance: { minor: 1500n, currency: 'JPY' }, closingBalance: null,
      entries: 0, transactions: 0, credits: { minor: 5n, currency: 'EUR' }, debits: null, balanced: null,
    });
    expect(summary).toMatchObject({ statementId: 'S1', openingBalance: '1500', closingBalance: null, credits: '0.05', debits: null });
  });
});
