import { describe, expect, it } from '@jest/globals';
import { milestoneReached } from './milestone.js';

describe('milestoneReached', () => {
  it('says each quarter once', () => {
    expect([0, 10, 24, 25, 26, 60, 61, 100].map((after, index, all) => milestoneReached(all[index - 1] ?? 0, after))).toEqual([
      null,
      null,
      null,
      25,
      null,
      50,
      null,
      100,
    ]);
  });

  it('says only the last of the quarters that were jumped over', () => {
    expect(milestoneReached(10, 80)).toBe(75);
  });
});
