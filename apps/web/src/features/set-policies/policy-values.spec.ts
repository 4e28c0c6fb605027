import { describe, expect, it } from '@jest/globals';
import { policyFaults, policyOf, policyValues } from './policy-values.js';

const typed = { automatic: true, target: '', referenceOnly: false, largest: '' };

describe('a policy as it is typed', () => {
  it('says nothing where nothing is typed', () => {
    expect(policyFaults(typed)).toEqual({});
    expect(policyOf(typed)).toEqual({ automatic: true, targetPrecision: null, referenceOnly: false, largestUnattended: null });
  });

  it('reads a percentage and an amount as people of both languages write them', () => {
    expect(policyOf({ ...typed, target: '99,95 %', largest: '5 000,50' })).toMatchObject({ targetPrecision: 0.9995, largestUnattended: '5000.50' });
    expect(policyOf({ ...typed, target: '99.9', largest: '5000' })).toMatchObject({ targetPrecision: 0.999, largestUnattended: '5000.00' });
  });

  it('refuses what is no share between a half and nearly one, and no amount', () => {
    expect(['49.9', '50', '99.99', '100', '99.999', 'many'].map((target) => policyFaults({ ...typed, target }).target)).toEqual(['target', undefined, undefined, 'target', 'target', 'target']);
    expect(['-5', '1,234', '12'].map((largest) => policyFaults({ ...typed, largest }).largest)).toEqual(['amount', 'amount', undefined]);
  });

  it('comes back as it was stored', () => {
    for (const targetPrecision of [null, 0.5, 0.999, 0.9995, 0.9999]) {
      const policy = { automatic: false, targetPrecision, referenceOnly: true, largestUnattended: '1200.00' };
      expect(policyOf(policyValues(policy))).toEqual(policy);
    }
  });
});
