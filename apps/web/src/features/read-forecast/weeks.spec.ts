import { describe, expect, it } from '@jest/globals';
import { weeksOf } from './weeks.js';

const day = (date: string, expected: string, cumulative: string) => ({ date, currency: 'EUR', expected, cumulative, low: '1.00', high: cumulative });

describe('weeksOf', () => {
  it('cuts at Mondays, sums exactly, and ends each week with its cumulative figures', () => {
    expect(
      weeksOf([
        day('2026-11-21', '0.10', '0.10'),
        day('2026-11-22', '0.20', '0.30'),
        day('2026-11-23', '5.00', '5.30'),
        day('2026-11-24', '0.00', '5.30'),
      ]),
    ).toEqual([
      { from: '2026-11-21', to: '2026-11-22', expected: '0.30', cumulative: '0.30', low: '1.00', high: '0.30' },
      { from: '2026-11-23', to: '2026-11-24', expected: '5.00', cumulative: '5.30', low: '1.00', high: '5.30' },
    ]);
  });

  it('keeps two days of one weekday in two weeks', () => {
    expect(weeksOf([day('2026-11-23', '1.00', '1.00'), day('2026-11-30', '1.00', '2.00')])).toHaveLength(2);
    expect(weeksOf([])).toEqual([]);
  });
});
