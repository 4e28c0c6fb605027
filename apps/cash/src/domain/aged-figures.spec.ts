import { describe, expect, it } from '@jest/globals';
import { agedRows, totalsOf } from './aged-figures.js';

const none = { notDue: '0.00', d0to30: '0.00', d31to60: '0.00', d61to90: '0.00', d91plus: '0.00', unapplied: '0.00' };

describe('totalsOf', () => {
  it('ages sums by due date, keeps unapplied cash apart, and writes each currency with its own decimals', () => {
    expect(
      totalsOf(
        [
          { currency: 'JPY', dueDate: '2026-10-22', minor: 1200n },
          { currency: 'EUR', dueDate: '2026-11-21', minor: 10_000n },
          { currency: 'EUR', dueDate: '2026-10-21', minor: -505n },
          { currency: 'EUR', dueDate: null, minor: -1500n },
        ],
        '2026-11-21',
      ),
    ).toEqual([
      { currency: 'EUR', ...none, notDue: '100.00', d31to60: '-5.05', unapplied: '-15.00', total: '79.95' },
      { currency: 'JPY', notDue: '0', d0to30: '1200', d31to60: '0', d61to90: '0', d91plus: '0', unapplied: '0', total: '1200' },
    ]);
  });
});

describe('agedRows', () => {
  it('keeps customers and currencies apart', () => {
    const rows = agedRows(
      [
        { customerId: 'B', currency: 'EUR', dueDate: '2026-08-01', minor: 7n },
        { customerId: 'A', currency: 'EUR', dueDate: null, minor: -3n },
        { customerId: 'B', currency: 'USD', dueDate: '2026-12-01', minor: 5n },
      ],
      '2026-11-21',
    );
    expect(rows.map(({ customerId, currency, minor }) => [customerId, currency, minor.not_due, minor.d91_plus, minor.unapplied, minor.total])).toEqual([
      ['A', 'EUR', 0n, 0n, -3n, -3n],
      ['B', 'EUR', 0n, 7n, 0n, 7n],
      ['B', 'USD', 5n, 0n, 0n, 5n],
    ]);
  });
});
