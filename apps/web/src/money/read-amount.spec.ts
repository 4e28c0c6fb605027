import { describe, expect, it } from '@jest/globals';
import { readAmount } from './read-amount.js';

describe('readAmount', () => {
  it.each([
    ['1234.5', '1234.50'],
    ['1234,5', '1234.50'],
    ['1 234,50', '1234.50'],
    ['1\u202f234,50', '1234.50'],
    ['1\u00a0234.50', '1234.50'],
    ['1.234,50', '1234.50'],
    ['1,234.50', '1234.50'],
    ["1'234.50", '1234.50'],
    ['1.234.567', '1234567.00'],
    ['1.234.567,8', '1234567.80'],
    ['-3', '-3.00'],
    ['\u22123,20', '-3.20'],
    ['0', '0.00'],
    ['12,', '12.00'],
  ])('reads %p as %p euros', (typed, amount) => {
    expect(readAmount(typed, 2)).toBe(amount);
  });

  it.each([[''], ['abc'], ['1,234'], ['1.234'], ['12.345,6,7'], ['1.23.456'], ['12,345,67'], ['3-4'], ['1.005,001'], [',5'], ['9'.repeat(19)]])(
    'refuses %p',
    (typed) => {
      expect(readAmount(typed, 2)).toBeNull();
    },
  );

  it('follows the decimals of the currency', () => {
    expect(readAmount('1,234', 3)).toBe('1.234');
    expect(readAmount('1 500', 0)).toBe('1500');
    expect(readAmount('1500,5', 0)).toBeNull();
  });
});
