import { describe, expect, it } from '@jest/globals';
import {
  absolute, add, allocate, compare, currencies, formatDecimal, formatMoney, isCurrency, isCurrencyOfAnyTime, isZero, minorUnits, money, MoneyError, negate, parseDecimal, parseMoney, percentage, type Rounding, subtract, sum, withdrawnIn, zero,
} from './index.js';

const eur = (minor: bigint) => money(minor, 'EUR');
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof MoneyError) return error.code;
    throw error;
  }
  return 'no fault';
};

describe('currencies', () => {
  it('have the minor units of ISO 4217', () => {
    const units = ['EUR', 'CHF', 'HUF', 'MGA', 'JPY', 'ISK', 'KRW', 'XOF', 'BHD', 'KWD', 'TND', 'CLF', 'UYW'].map((code) => [code, minorUnits(code)]);
    expect(Object.fromEntries(units)).toEqual({ EUR: 2, CHF: 2, HUF: 2, MGA: 2, JPY: 0, ISK: 0, KRW: 0, XOF: 0, BHD: 3, KWD: 3, TND: 3, CLF: 4, UYW: 4 });
  });

  it('are three capitals each, none twice, sorted, and at least those for which the ECB has a reference rate', () => {
    const reference = 'USD JPY CZK DKK GBP HUF PLN RON SEK CHF ISK NOK TRY AUD BRL CAD CNY HKD IDR ILS INR KRW MXN MYR NZD PHP SGD THB ZAR EUR'.split(' ');
    expect(reference.filter((code) => !isCurrency(code))).toEqual([]);
    const all = currencies();
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
    expect(all).toEqual([...all].sort());
  });

  it.each(['eur', 'EU', 'EURO', '', 'XXX', 'QQQ', '€'])('do not include "%s"', (text) => {
    expect(isCurrency(text)).toBe(false);
    expect(codeOf(() => minorUnits(text))).toBe('unknown_currency');
    expect(codeOf(() => money(1n, text))).toBe('unknown_currency');
  });
});

describe('withdrawn currencies', () => {
  it('are known with their minor units and the month of withdrawal, and are none for new documents', () => {
    const euro = 'ATS BEF DEM ESP FIM FRF GRD IEP ITL LUF NLG PTE'.split(' ');
    expect(Object.fromEntries(euro.map((code) => [code, minorUnits(code)]))).toEqual({ ATS: 2, BEF: 0, DEM: 2, ESP: 0, FIM: 2, FRF: 2, GRD: 0, IEP: 2, ITL: 0, LUF: 0, NLG: 2, PTE: 0 });
    expect(new Set(euro.map(withdrawnIn))).toEqual(new Set(['2002-03']));
    expect([withdrawnIn('HRK'), withdrawnIn('SKK'), withdrawnIn('EUR')]).toEqual(['2023-01', '2009-01', null]);
    expect(euro.filter((code) => isCurrency(code) || currencies().includes(code) || !isCurrencyOfAnyTime(code))).toEqual([]);
    expect(isCurrencyOfAnyTime('QQQ')).toBe(false);
    expect(codeOf(() => withdrawnIn('QQQ'))).toBe('unknown_currency');
    expect(formatMoney(parseMoney('12.50', 'DEM'))).toBe('12.50');
  });

  it('and active ones have no code in common', () => expect(currencies().filter((code) => withdrawnIn(code) !== null)).toEqual([]));
});

describe('parseDecimal', () => {
  it.each<[string, number, bigint]>([
    ['12.50', 2, 1250n], ['-3', 2, -300n], ['+3.1', 2, 310n], ['0', 2, 0n], ['-0.00', 2, 0n], ['007.10', 2, 710n], ['12.500', 2, 1250n], ['12', 0, 12n], ['12.0', 0, 12n], ['1.2345', 4, 12345n],
    ['9999999999999999.99', 2, 999999999999999999n], ['-999999999999999999', 0, -999999999999999999n],
  ])('reads "%s" with %d decimals', (text, decimals, minor) => expect(parseDecimal(text, decimals)).toBe(minor));

  it.each(['', ' ', '.5', '5.', '1,50', '1 000', '1e3', '0x10', '--1', '1.2.3', 'NaN', 'Infinity', '１２', '12.5O', '1'.repeat(31), '\n1'])('refuses "%s"', (text) => {
    expect(codeOf(() => parseDecimal(text, 2))).toBe('not_a_decimal');
  });

  it('refuses what it would have to round or could not store', () => {
    expect(codeOf(() => parseDecimal('12.505', 2))).toBe('too_many_decimals');
    expect(codeOf(() => parseDecimal('1.1', 0))).toBe('too_many_decimals');
    expect(codeOf(() => parseDecimal('10000000000000000.00', 2))).toBe('too_large');
  });

  it('names what was given, and no more of it than fits a line', () => {
    expect(() => parseDecimal('x'.repeat(1000), 2)).toThrow(new MoneyError('not_a_decimal', `"${'x'.repeat(40)}" is not a decimal amount such as 1234.50`));
  });
});

describe('formatDecimal', () => {
  it.each<[bigint, number, string]>([[1250n, 2, '12.50'], [5n, 2, '0.05'], [-5n, 2, '-0.05'], [0n, 2, '0.00'], [-300n, 2, '-3.00'], [12n, 0, '12'], [-12n, 0, '-12'], [1n, 4, '0.0001']])(
    '%s with %d decimals is "%s"', (minor, decimals, text) => expect(formatDecimal(minor, decimals)).toBe(text),
  );

  it('follows the currency', () => {
    expect(formatMoney(parseMoney('1234', 'JPY'))).toBe('1234');
    expect(formatMoney(parseMoney('1.5', 'KWD'))).toBe('1.500');
  });
});

describe('money', () => {
  it('adds, subtracts, compares and sums', () => {
    expect(add(eur(150n), eur(-50n))).toEqual(eur(100n));
    expect(subtract(eur(150n), eur(200n))).toEqual(eur(-50n));
    expect([compare(eur(1n), eur(2n)), compare(eur(2n), eur(2n)), compare(eur(3n), eur(-3n))]).toEqual([-1, 0, 1]);
    expect(sum([eur(1n), eur(2n), eur(-5n)], 'EUR')).toEqual(eur(-2n));
    expect(sum([], 'EUR')).toEqual(zero('EUR'));
    expect([negate(eur(5n)), absolute(eur(-5n)), absolute(eur(5n)), isZero(zero('EUR')), isZero(eur(1n))]).toEqual([eur(-5n), eur(5n), eur(5n), true, false]);
  });

  it('never mixes currencies', () => {
    const usd = money(1n, 'USD');
    for (const work of [() => add(eur(1n), usd), () => subtract(eur(1n), usd), () => compare(eur(1n), usd), () => sum([eur(1n)], 'USD')]) expect(codeOf(work)).toBe('currency_mismatch');
  });
});

describe('allocate', () => {
  it('gives what does not divide to the largest remainders, the earlier share first', () => {
    const parts = (minor: bigint, shares: bigint[]) => allocate(eur(minor), shares).map((part) => part.minor);
    expect(parts(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(parts(-100n, [1n, 1n, 1n])).toEqual([-34n, -33n, -33n]);
    expect(parts(5n, [3n, 7n])).toEqual([2n, 3n]);
    expect(parts(10n, [0n, 1n])).toEqual([0n, 10n]);
    expect(parts(0n, [1n, 2n])).toEqual([0n, 0n]);
  });

  it.each([[[]], [[0n, 0n]], [[-1n, 2n]]])('refuses the shares %s', (shares) => expect(codeOf(() => allocate(eur(1n), shares))).toBe('invalid_shares'));
});

describe('percentage', () => {
  it.each<[Rounding, bigint[]]>([
    // 2.5 % of 0.20, 0.60, 0.25, 0.55 is half a cent, one and a half, 0.625 and 1.375; then the same negative.
    ['half_up', [1n, 2n, 1n, 1n, -1n, -2n, -1n, -1n]],
    ['half_even', [0n, 2n, 1n, 1n, 0n, -2n, -1n, -1n]],
    ['down', [0n, 1n, 0n, 1n, 0n, -1n, 0n, -1n]],
    ['up', [1n, 2n, 1n, 2n, -1n, -2n, -1n, -2n]],
  ])('rounds %s, by the absolute value', (rounding, expected) => {
    expect([20n, 60n, 25n, 55n, -20n, -60n, -25n, -55n].map((minor) => percentage(eur(minor), 250n, rounding).minor)).toEqual(expected);
  });

  it('of a whole result rounds nothing', () => {
    for (const rounding of ['half_up', 'half_even', 'down', 'up'] as const) expect(percentage(eur(10_000n), 2000n, rounding)).toEqual(eur(2000n));
  });
});
