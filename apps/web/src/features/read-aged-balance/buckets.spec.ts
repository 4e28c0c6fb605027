import { describe, expect, it } from '@jest/globals';
import type { AgedTotals } from '../../api/types.js';
import { bucketShares, largest } from './buckets.js';

const totals = (total: string, currency = 'EUR', more: Partial<AgedTotals> = {}): AgedTotals => ({
  currency,
  notDue: '0.00',
  d0to30: '0.00',
  d31to60: '0.00',
  d61to90: '0.00',
  d91plus: '0.00',
  unapplied: '0.00',
  total,
  ...more,
});

describe('largest', () => {
  it('orders by amount, not by text, within one currency', () => {
    expect(
      largest([totals('9.00'), totals('100.00'), totals('-20.00'), totals('5000.00', 'USD'), totals('30.00')], 'EUR', 3).map((row) => row.total),
    ).toEqual(['100.00', '30.00', '9.00']);
  });
});

describe('bucketShares', () => {
  it('adds up to the whole and leaves out what takes no room', () => {
    expect(bucketShares(totals('100.00', 'EUR', { notDue: '75.00', d31to60: '25.00', d91plus: '-10.00' }))).toEqual([
      { bucket: 'notDue', percent: 75 },
      { bucket: 'd31to60', percent: 25 },
    ]);
    expect(bucketShares(totals('0.00'))).toEqual([]);
  });
});
