import { describe, expect, it } from '@jest/globals';
import { searchedAmounts } from './searched-amounts.js';

function inCurrency(text: string, currency: string): string | undefined {
  const amounts = searchedAmounts(text)!;
  return amounts.minors[amounts.currencies.indexOf(currency)];
}

describe('a searched amount', () => {
  it.each([
    ['1234.5', 'EUR', '123450'],
    ['1 234,50', 'EUR', '123450'],
    ['1\u202f234,50', 'EUR', '123450'],
    ['1500', 'EUR', '150000'],
    ['1500', 'JPY', '1500'],
    ['1500.00', 'JPY', '1500'],
    ['1500.50', 'JPY', undefined],
    ['12.345', 'TND', '12345'],
    ['12.345', 'EUR', undefined],
    ['0.05', 'EUR', '5'],
  ])('%s is in %s %s', (text, currency, minor) => expect(inCurrency(text, currency)).toBe(minor));

  it.each(['', 'FA123', '12.34.56', '-5', '1e3', undefined])('%s is none', (text) => expect(searchedAmounts(text)).toBeNull());
});
