import { expect, it } from '@jest/globals';
import { callsOf } from './in-a-row.js';

it('decides the same credits again and again, and in the last call only what is left', () => {
  expect([...callsOf(['a', 'b', 'c'], 7)]).toEqual([['a', 'b', 'c'], ['a', 'b', 'c'], ['a']]);
  expect([...callsOf(['a', 'b', 'c'], 6)]).toEqual([['a', 'b', 'c'], ['a', 'b', 'c']]);
  expect([...callsOf(['a', 'b', 'c'], 2)]).toEqual([['a', 'b']]);
});

it('refuses to decide nothing for ever', () => {
  expect(() => [...callsOf([], 7)]).toThrow(new RangeError('there are no credits to decide'));
});
