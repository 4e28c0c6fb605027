import { describe, expect, it } from '@jest/globals';
import { needsFitting } from './needs-fitting.js';

describe('an engine is built anew to weigh its evidence', () => {
  it.each([
    [0, 149, false],
    [0, 150, true],
    [149, 1, true],
    [150, 499, false],
    [150, 500, true],
    [4000, 3999, false],
    [4000, 4000, true],
    [10_000, 1_000_000, false],
  ])('loaded with %d lessons, %d heard since: %s', (loaded, heard, anew) => expect(needsFitting(loaded, heard)).toBe(anew));
});
