import { describe, expect, it } from '@jest/globals';
import { delayOf } from './delay.js';

describe('delayOf', () => {
  it('says before, on and after the due date, in whole days', () => {
    expect([-3, -0.4, 0, 0.5, 12.2].map(delayOf)).toEqual([
      { when: 'early', days: 3 },
      { when: 'onTime', days: 0 },
      { when: 'onTime', days: 0 },
      { when: 'late', days: 1 },
      { when: 'late', days: 12 },
    ]);
  });
});
