import { describe, expect, it } from '@jest/globals';
import { partitionOf } from './by-organisation.js';

describe('partitionOf', () => {
  it('is for ever the same: another answer would send an organisation’s messages to two consumers', () => {
    expect(partitionOf('0190a5f0-0000-7000-8000-000000000001', 12)).toBe(0);
    expect(partitionOf('0190a5f0-0000-7000-8000-000000000003', 12)).toBe(6);
  });

  it('spreads organisations whose ids were made one after the other', () => {
    const counts = Array.from({ length: 12 }, () => 0);
    for (let n = 0; n < 1200; n++) counts[partitionOf(`0190a5f0-0000-7000-8000-${n.toString(16).padStart(12, '0')}`, 12)]! += 1;
    expect(Math.min(...counts)).toBeGreaterThan(60);
    expect(Math.max(...counts)).toBeLessThan(140);
  });
});
