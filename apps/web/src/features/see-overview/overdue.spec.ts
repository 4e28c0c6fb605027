import { describe, expect, it } from '@jest/globals';
import { overdueOf } from './overdue.js';

describe('overdueOf', () => {
  it('sums the late buckets to the cent', () => {
    expect(
      overdueOf({
        currency: 'EUR',
        notDue: '100.00',
        d0to30: '0.10',
        d31to60: '0.20',
        d61to90: '-0.05',
        d91plus: '999999999999999.99',
        unapplied: '-7.00',
        total: '0.00',
      }),
    ).toBe('1000000000000000.24');
  });
});
