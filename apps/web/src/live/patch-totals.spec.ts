import { describe, expect, it } from '@jest/globals';
import type { AgedBalance } from '../api/types.js';
import { withTotals } from './patch-totals.js';

const totals = (total: string) => [
  { currency: 'EUR', notDue: total, d0to30: '0.00', d31to60: '0.00', d61to90: '0.00', d91plus: '0.00', unapplied: '0.00', total },
];
const balance = (asOf: string): AgedBalance => ({ asOf, items: [], nextCursor: null, totals: totals('100.00'), unidentified: [] });

describe('withTotals', () => {
  it('replaces the totals of the same day and keeps those of another', () => {
    const known = { pages: [balance('2026-11-21'), balance('2026-10-31')], pageParams: [null, 'x'] };
    const patched = withTotals(known, { asOf: '2026-11-21', totals: totals('80.00') });
    expect(patched?.pages.map((page) => page.totals[0]?.total)).toEqual(['80.00', '100.00']);
    expect(known.pages[0]?.totals[0]?.total).toBe('100.00');
  });

  it('has nothing to patch where nothing was asked yet', () => {
    expect(withTotals(undefined, { asOf: '2026-11-21', totals: [] })).toBeUndefined();
  });
});
