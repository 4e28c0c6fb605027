import { describe, expect, it } from '@jest/globals';
import { agedBalance, agedTotals, bucketOf } from './aged-balance.js';
import { openMinorAsOf } from './open-as-of.js';

describe('bucketOf', () => {
  it.each([
    ['2026-03-01', 'not_due'],
    ['2026-02-28', 'not_due'],
    ['2026-02-27', 'd0_30'],
    ['2026-01-29', 'd0_30'],
    ['2026-01-28', 'd31_60'],
    ['2025-12-30', 'd31_60'],
    ['2025-12-29', 'd61_90'],
    ['2025-11-30', 'd61_90'],
    ['2025-11-29', 'd91_plus'],
  ])('an item due on %s is %s on 2026-02-28', (due, bucket) => {
    expect(bucketOf(due, '2026-02-28')).toBe(bucket);
  });
});

describe('agedBalance', () => {
  it('keeps currencies apart, ages a credit note by its own due date and shows unapplied cash as negative', () => {
    const rows = agedBalance(
      [
        { customerId: 'C2', currency: 'EUR', dueDate: '2026-01-31', openMinor: 10_000n },
        { customerId: 'C1', currency: 'USD', dueDate: '2026-01-01', openMinor: 700n },
        { customerId: 'C1', currency: 'EUR', dueDate: '2026-01-31', openMinor: 5000n },
        { customerId: 'C1', currency: 'EUR', dueDate: '2025-12-01', openMinor: -1200n },
        { customerId: 'C3', currency: 'EUR', dueDate: '2025-12-01', openMinor: 0n },
      ],
      [{ customerId: 'C1', currency: 'EUR', amountMinor: 300n }],
      '2026-01-31',
    );
    const none = { not_due: 0n, d0_30: 0n, d31_60: 0n, d61_90: 0n, d91_plus: 0n, unapplied: 0n };
    expect(rows).toEqual([
      { customerId: 'C1', currency: 'EUR', minor: { ...none, not_due: 5000n, d61_90: -1200n, unapplied: -300n, total: 3500n } },
      { customerId: 'C1', currency: 'USD', minor: { ...none, d0_30: 700n, total: 700n } },
      { customerId: 'C2', currency: 'EUR', minor: { ...none, not_due: 10_000n, total: 10_000n } },
    ]);
    expect(agedTotals(rows)).toEqual([
      { currency: 'EUR', minor: { ...none, not_due: 15_000n, d61_90: -1200n, unapplied: -300n, total: 13_500n } },
      { currency: 'USD', minor: { ...none, d0_30: 700n, total: 700n } },
    ]);
  });
});

describe('openMinorAsOf', () => {
  const item = {
    issueDate: '2026-01-10',
    totalMinor: 1000n,
    allocations: [
      { effectiveDate: '2026-02-01', amountMinor: 400n },
      { effectiveDate: '2026-02-20', amountMinor: 600n },
      { effectiveDate: '2026-03-02', amountMinor: -600n },
    ],
  };
  it.each([
    ['2026-01-09', 0n],
    ['2026-01-10', 1000n],
    ['2026-02-01', 600n],
    ['2026-02-20', 0n],
    ['2026-03-02', 600n],
  ])('on %s is %s', (asOf, open) => {
    expect(openMinorAsOf(item, asOf)).toBe(open);
  });
});
