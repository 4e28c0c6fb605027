import { describe, expect, it } from '@jest/globals';
import { decimalEvidence, readLocalAmount } from './local-amount.js';
import { orderEvidence, readLocalDate } from './local-date.js';

describe('amounts as banks print them', () => {
  it.each([
    ['1.234,56', '1234.56', false],
    ['1,234.56', '1234.56', false],
    ['1 234,56', '1234.56', false],
    ['1\u202f234,56-', '1234.56', true],
    ["1'234.50", '1234.50', false],
    ['(12,50)', '12.50', true],
    ['+ £1,100.00', '1100.00', false],
    ['\u221212,50 EUR', '12.50', true],
    ['-.50', '0.50', true],
    ['1.234.567', '1234567', false],
    ['2\u00a0048', '2048', false],
  ])('%s', (text, decimal, negative) => expect(readLocalAmount(text, ',')).toMatchObject({ decimal, negative }));
  it('reads a thousand or a decimal by the usual sign where both are possible', () => {
    expect(readLocalAmount('1.000', ',')?.decimal).toBe('1000');
    expect(readLocalAmount('1.000', '.')?.decimal).toBe('1.000');
    expect([decimalEvidence('1.000'), decimalEvidence('0.925'), decimalEvidence('1000.000'), decimalEvidence('12,5')]).toEqual([null, '.', '.', ',']);
  });
  it('is null for what is none', () => {
    for (const text of ['', '-', 'abc', '12,50,1.0', '1.23.456', '--5', '(5', '-(5)', '5 EUROS et 3']) expect(readLocalAmount(text, ',')).toBeNull();
  });
});

describe('dates as banks print them', () => {
  it.each([
    ['01/10/2026', '2026-10-01'],
    ['1.10.26', '2026-10-01'],
    ['2026-10-01 12:34:56 +0000', '2026-10-01'],
    ['2026.10.01.', '2026-10-01'],
    ['20261001', '2026-10-01'],
    ['12-Dec-2019', '2019-12-12'],
    ['3 août 2026', '2026-08-03'],
    ['30-06-2026 10:12:44', '2026-06-30'],
  ])('%s', (text, date) => expect(readLocalDate(text, 'dmy')).toBe(date));
  it('knows the order that a date proves, and refuses days that do not exist', () => {
    expect([orderEvidence('13/02/2026'), orderEvidence('02/13/2026'), orderEvidence('02/03/2026')]).toEqual(['dmy', 'mdy', null]);
    for (const text of ['31/02/2026', '00/01/2026', 'offen', '', '12345', '1/2']) expect(readLocalDate(text, 'dmy')).toBeNull();
  });
});
