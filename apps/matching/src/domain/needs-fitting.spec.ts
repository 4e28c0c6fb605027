import { describe, expect, it } from '@jest/globals';
import { needsFitting } from './needs-fitting.js';

describe('an engine is built anew to weigh its evidence', () => {
  it.each([
    [0, 149, false],
    [0, 150, true],
    [149, 1, true],
    [150, 499, false],
    [150, 500, true],
    [10_000, 2499, false],
    [10_000, 2500, true],
  ])('loaded with %d lessons, %d heard since: %s', (loaded, heard, anew) => expect(needsFitting(loaded, heard)).toBe(anew));
});
