import { expect, it } from '@jest/globals';
import { forecastDays, forecastHorizons } from './forecast-on-wire.js';

const day = (date: string, currency: string, expectedMinor: bigint, lowMinor: bigint, highMinor: bigint) => ({ date, currency, expectedMinor, lowMinor, highMinor });
const forecast = [
  day('2026-11-21', 'EUR', 100n, 0n, 300n), day('2026-11-22', 'EUR', 50n, 20n, 400n), day('2026-11-23', 'EUR', -10n, 30n, 420n),
  day('2026-11-21', 'JPY', 7n, 1n, 9n), day('2026-11-22', 'JPY', 0n, 1n, 9n), day('2026-11-23', 'JPY', 0n, 1n, 9n),
];

it('gives the first days of each currency with what has come in by then', () => {
  expect(forecastDays(forecast, 2)).toEqual([
    { date: '2026-11-21', currency: 'EUR', expected: '1.00', cumulative: '1.00', low: '0.00', high: '3.00' },
    { date: '2026-11-22', currency: 'EUR', expected: '0.50', cumulative: '1.50', low: '0.20', high: '4.00' },
    { date: '2026-11-21', currency: 'JPY', expected: '7', cumulative: '7', low: '1', high: '9' },
    { date: '2026-11-22', currency: 'JPY', expected: '0', cumulative: '7', low: '1', high: '9' },
  ]);
  expect(forecastDays(forecast, 3, 'JPY').map(({ cumulative }) => cumulative)).toEqual(['7', '7', '7']);
});

it('sums each currency up to each horizon', () => {
  expect(forecastHorizons(forecast, [1, 3])).toEqual([
    { currency: 'EUR', days: 1, expected: '1.00', low: '0.00', high: '3.00' },
    { currency: 'EUR', days: 3, expected: '1.40', low: '0.30', high: '4.20' },
    { currency: 'JPY', days: 1, expected: '7', low: '1', high: '9' },
    { currency: 'JPY', days: 3, expected: '7', low: '1', high: '9' },
  ]);
  expect(forecastHorizons([], [28])).toEqual([]);
});
