import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withinOneEdit } from '../evidence/name-likeness.js';
import { endingOf, mayBeSlip } from './item-record.js';

describe('the ending of a key', () => {
  it('is its last three digits', () => {
    expect(['FA2045', '007', 'FA20', '45', '', '2045A'].map(endingOf)).toEqual([45, 7, -1, -1, -1, -1]);
  });

  it('never speaks against a slip, and against nearly all else', () => {
    expect(mayBeSlip(endingOf('FA4711'), endingOf('FA4811'))).toBe(true);
    expect(mayBeSlip(endingOf('FA4711'), endingOf('FA4171'))).toBe(true);
    expect(mayBeSlip(endingOf('FA4711'), endingOf('FA4862'))).toBe(false);
    fc.assert(fc.property(fc.stringMatching(/^[A-B0-9]{4,6}$/), fc.nat(5), fc.constantFrom('0', '5', '9', 'A'), fc.boolean(), (key, at, other, swap) => {
      const slipped = swap ? key.slice(0, at) + (key[at + 1] ?? '') + (key[at] ?? '') + key.slice(at + 2) : key.slice(0, at) + other + key.slice(at + 1);
      if (slipped.length === key.length && withinOneEdit(key, slipped)) expect(mayBeSlip(endingOf(key), endingOf(slipped))).toBe(true);
    }), { numRuns: 2000 });
  });
});
