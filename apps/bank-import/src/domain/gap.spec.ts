import { describe, expect, it } from '@jest/globals';
import { gapProblem, type Joint, joins } from './gap.js';

const joint: Joint = { currency: 'EUR', sequence: '12', openingMinor: 1000n, previousSequence: '11', gapMinor: 0n, name: 'S12' };
const said = (more: Partial<Joint>) => {
  const problem = gapProblem({ ...joint, ...more });
  return problem && `${problem.code}: ${problem.message} (${problem.where})`;
};

describe('what is said between a statement and the one before', () => {
  it('is nothing where the balances join, whatever the numbers are', () => {
    expect(said({})).toBeNull();
    expect(said({ sequence: '19' })).toBeNull();
  });

  it('is the distance of the balances, with the numbers that are missing', () => {
    expect(said({ gapMinor: -250n })).toBe('balance_gap: the opening balance 10.00 EUR is 2.50 EUR less than the closing balance before it (statement S12)');
    expect(said({ gapMinor: 1n, sequence: '14' })).toBe('balance_gap: the opening balance 10.00 EUR is 0.01 EUR more than the closing balance before it; numbers 12 to 13 are missing (statement S12)');
  });

  it('is the missing number where there are no balances', () => {
    expect(said({ gapMinor: null })).toBeNull();
    expect(said({ gapMinor: null, sequence: '13' })).toBe('sequence_gap: the statement has number 13, and number 12 is missing (statement S12)');
  });

  it('is nothing of notifications and intraday reports', () => {
    expect(['camt.053.001.08', 'MT940', 'csv', 'ofx'].map(joins)).toEqual([true, true, true, true]);
    expect(['camt.054.001.08', 'camt.052.001.02', 'MT942'].map(joins)).toEqual([false, false, false]);
  });
});
