import { describe, expect, it } from '@jest/globals';
import { maxValues, subsetsOf } from './subset-sum.js';

describe('sets that add up', () => {
  it('are found in the order of preference, credit notes among them', () => {
    expect(subsetsOf([500, 300, 200, -100], 700, 4, 9).sets).toEqual([[0, 1, 3], [0, 2]]);
  });

  it('hold two values at least, and no more than asked for', () => {
    expect(subsetsOf([700, 400, 300], 700, 3, 9).sets).toEqual([[1, 2]]);
    expect(subsetsOf([100, 200, 400], 700, 2, 9).sets).toEqual([]);
  });

  it('may be off by the tolerance, not by more', () => {
    expect(subsetsOf([1000, 2000], 3003, 2, 9, 1_000, 3).sets).toEqual([[0, 1]]);
    expect(subsetsOf([1000, 2000], 3004, 2, 9, 1_000, 3).sets).toEqual([]);
  });

  it('are sought up to the ceiling, which is said', () => {
    const values = Array.from({ length: 30 }, (_, index) => 1000 + index * 2);
    expect(subsetsOf(values, 10_001, 8, 9, 500)).toMatchObject({ sets: [], complete: false });
    expect(subsetsOf([1, 2, 3], 6, 3, 9, 500)).toMatchObject({ sets: [[0, 1, 2]], complete: true });
  });

  it('are not sought among more values than are held', () => {
    const values = Array.from({ length: maxValues + 1 }, () => 1);
    expect(subsetsOf(values, 2, 2, 1)).toEqual({ sets: [], combinations: 0, complete: false });
    expect(subsetsOf(values.slice(1), 2, 2, 1).sets).toEqual([[0, 1]]);
  });

  it('that no sum can reach are not sought at all', () => {
    expect(subsetsOf([1, 2, 3], 7, 3, 9)).toEqual({ sets: [], combinations: 0, complete: true });
  });
});
