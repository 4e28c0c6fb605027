import { describe, expect, it } from '@jest/globals';
import { differingTotal, noTotals } from './stated-totals.js';
import { StatementTally } from './statement-tally.js';

function tally(...minor: number[]): StatementTally {
  const sums = new StatementTally();
  for (const each of minor) sums.book({ minor: BigInt(each), currency: 'EUR' });
  sums.transactions = minor.length;
  return sums;
}
const stated = (totals: Partial<Record<'all' | 'credits' | 'debits', [count: string | null, sum: string | null]>>) => {
  const all = noTotals();
  for (const [way, [count, sum]] of Object.entries(totals)) Object.assign(all[way as 'all'], { count, sum });
  return all;
};

describe('differingTotal', () => {
  const [booked, announced] = [tally(1000, 250, -400), tally(-75)];

  it.each([
    ['entries and sums of each way', { credits: ['2', '12.50'], debits: ['1', '4.00'] }],
    ['both ways together', { all: ['3', '16.50'] }],
    ['the difference of both ways', { all: ['3', '8.50'] }],
    ['what is announced as well', { all: ['4', '17.25'], debits: ['2', '4.75'] }],
    ['a minus before the sum of debits', { debits: ['1', '-4.00'] }],
    ['nothing at all', {}],
    ['what is no figure', { all: ['some', '1,5'], debits: [null, '4.00'] }],
  ] as const)('agrees with %s', (_, totals) => {
    expect(differingTotal(stated(totals as unknown as Parameters<typeof stated>[0]), booked, announced, 'EUR')).toBeNull();
  });

  it('says which total differs, and what was read', () => {
    expect(differingTotal(stated({ credits: ['3', '12.50'] }), booked, announced, 'EUR')?.('S1').text).toBe('statement S1: the bank states 3 credit entries, and there are 2');
    expect(differingTotal(stated({ credits: ['2', '12.50'], debits: ['1', '4.01'] }), booked, announced, 'EUR')?.('S1').text).toBe('statement S1: the bank states a sum of 4.01 EUR for debit entries, and they add up to 4.00 EUR');
  });

  it('lets a bank count the payments of a batch', () => {
    const batch = tally(9000);
    batch.transactions = 3;
    expect(differingTotal(stated({ all: ['3', '90.00'], credits: ['3', '90.00'] }), batch, tally(), 'EUR')).toBeNull();
    expect(differingTotal(stated({ credits: ['4', '90.00'] }), batch, tally(), 'EUR')?.('S1').text).toBe('statement S1: the bank states 4 credit entries, and there are 1');
  });

  it('compares nothing where entries are in several currencies, or in none that is known', () => {
    const mixed = tally(1000);
    mixed.book({ minor: 500n, currency: 'USD' });
    expect(differingTotal(stated({ all: ['9', '9.00'] }), mixed, tally(), 'EUR')).toBeNull();
    expect(differingTotal(stated({ all: ['9', '9.00'] }), tally(), tally(), null)).toBeNull();
  });
});
