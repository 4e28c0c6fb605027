import { describe, expect, it } from '@jest/globals';
import { precisionOf } from './precision.js';
import { wilsonInterval } from './wilson.js';

describe('the interval of a share', () => {
  // Expected values by the formula of Wilson (1927), calculated by hand to four decimals.
  it.each([
    [10, 10, 0.7225, 1],
    [0, 10, 0, 0.2775],
    [81, 263, 0.2553, 0.3662],
    [998, 1000, 0.9927, 0.9995],
  ])('%d of %d lies between %d and %d', (kept, made, low, high) => {
    const interval = wilsonInterval(kept, made)!;
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
  it('of nothing there is none', () => expect(wilsonInterval(0, 0)).toBeNull());
});

describe('kept of made', () => {
  it('adds up by band and by method', () => {
    const { all, byBand, byMethod } = precisionOf([
      { band: 999, method: 'reference', made: 90, undone: 1 },
      { band: 999, method: 'iban', made: 5, undone: 0 },
      { band: 970, method: 'iban', made: 5, undone: 3 },
    ]);
    expect(all).toMatchObject({ made: 100, undone: 4, kept: 96, share: 0.96 });
    expect(byBand.map(({ from, to, made, kept }) => [from, to, made, kept])).toEqual([[0.97, 0.99, 5, 2], [0.999, 1, 95, 94]]);
    expect(byMethod.map(({ method, made, kept }) => [method, made, kept])).toEqual([['reference', 90, 89], ['iban', 10, 7]]);
  });
  it('is unknown where nothing was made', () => expect(precisionOf([])).toEqual({ all: { made: 0, undone: 0, kept: 0, share: null, low: null, high: null }, byBand: [], byMethod: [] }));
});
