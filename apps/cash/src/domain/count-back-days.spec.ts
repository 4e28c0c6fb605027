import { expect, it } from '@jest/globals';
import { countBackDays } from './count-back-days.js';

it('counts back each currency by its own sales, across the new year, and says nothing where sales do not cover what is owed', () => {
  expect(
    countBackDays(
      [
        { currency: 'USD', minor: 100n },
        { currency: 'EUR', minor: 1500n },
        { currency: 'CHF', minor: 1n },
      ],
      [
        { currency: 'EUR', month: '2027-01', minor: 1000n },
        { currency: 'EUR', month: '2026-12', minor: 1000n },
        { currency: 'USD', month: '2026-12', minor: 400n },
        { currency: 'GBP', month: '2026-12', minor: 400n },
      ],
      '2027-01-10',
    ),
  ).toEqual([
    { currency: 'CHF', countBackDays: null },
    { currency: 'EUR', countBackDays: '25.5' }, // 10 days of January, half of December
    { currency: 'GBP', countBackDays: '0.0' },
    { currency: 'USD', countBackDays: '17.8' }, // no sales in 10 days of January, a quarter of December
  ]);
});
