import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainMinor, readLocalAmount } from './local-amount.js';

const digits = (min: number, max: number) => fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`));
const text = fc.oneof(
  fc.tuple(fc.constantFrom('', '-', '+'), digits(0, 17), fc.constantFrom('', '.', ','), digits(0, 4)).map((parts) => parts.join('')),
  fc.array(fc.constantFrom('1', '0', '9', '.', ',', '-', '+', ' ', '€', "'", '(', ')'), { maxLength: 9 }).map((parts) => parts.join('')),
);

it('the quick reading of an amount is the careful one, or none', () => {
  fc.assert(
    fc.property(text, fc.constantFrom('.' as const, ',' as const), fc.constantFrom(0, 2, 3), (cell, usual, decimals) => {
      const quick = plainMinor(cell, usual, decimals);
      if (Number.isNaN(quick)) return;
      const careful = readLocalAmount(cell, usual)!;
      const [whole = '', fraction = ''] = careful.decimal.split('.');
      const minor = BigInt(whole + fraction.padEnd(decimals, '0'));
      expect(BigInt(quick)).toBe(careful.negative ? -minor : minor);
    }),
    { numRuns: 5000 },
  );
});

it('is quick for what banks write', () => {
  expect([plainMinor('-1250,5', ',', 2), plainMinor('0,07', ',', 2), plainMinor('12', '.', 2), plainMinor('1200', '.', 0)]).toEqual([-125050, 7, 1200, 1200]);
});
