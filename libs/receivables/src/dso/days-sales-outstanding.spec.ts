import { describe, expect, it } from '@jest/globals';
import { averageDso, countBackDso } from './days-sales-outstanding.js';

describe('countBackDso', () => {
  it('gives 82.4 days for 2,500 at the end of November after sales of 1,200, 800 and 700', () => {
    // 30 + 31 + 500/700 x 30
    expect(countBackDso(250_000n, [120_000n, 80_000n, 70_000n], '2026-11-30')).toEqual({ tenthsOfDays: 824, atLeast: false });
  });
  it('counts only the days that a month has had', () => {
    expect(countBackDso(150n, [100n, 100n], '2026-03-10')).toEqual({ tenthsOfDays: 240, atLeast: false });
  });
  it('crosses the new year and a leap February', () => {
    expect(countBackDso(300n, [100n, 100n, 100n], '2024-02-29')).toEqual({ tenthsOfDays: (29 + 31 + 31) * 10, atLeast: false });
  });
  it('says when the sales given do not reach back far enough', () => {
    expect(countBackDso(301n, [100n, 200n], '2026-02-28')).toEqual({ tenthsOfDays: 590, atLeast: true });
  });
  it('is nothing without receivables, and counts a month without sales in full', () => {
    expect(countBackDso(0n, [100n], '2026-02-28')).toEqual({ tenthsOfDays: 0, atLeast: false });
    expect(countBackDso(50n, [0n, 100n], '2026-02-28')).toEqual({ tenthsOfDays: 435, atLeast: false });
  });
  it('stays exact beyond what a float holds', () => {
    expect(countBackDso(900_000_000_000_000_001n, [1_000_000_000_000_000_000n], '2026-06-30')).toEqual({ tenthsOfDays: 270, atLeast: false });
  });
});

describe('averageDso', () => {
  it('is receivables over sales times days, rounded half up', () => {
    expect(averageDso(2500n, 10_000n, 91)).toEqual({ tenthsOfDays: 228, atLeast: false });
    expect(averageDso(-5n, 100n, 30)).toEqual({ tenthsOfDays: 0, atLeast: false });
    expect(averageDso(100n, 0n, 30)).toBeNull();
  });
});
