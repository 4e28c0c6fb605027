import { describe, expect, it } from '@jest/globals';
import { missingNumbers } from './missing-numbers.js';

describe('the numbers missing between two statements', () => {
  it.each([
    ['11', '12', null],
    ['11', '13', { first: 12n, last: 12n }],
    ['00011/1', '00015/1', { first: 12n, last: 14n }],
    ['364', '1', null],
    ['12', '12', null],
    [null, '12', null],
    ['2026-10', '2026-12', null],
  ])('%s, %s', (previous, current, missing) => expect(missingNumbers(previous, current)).toEqual(missing));
});
