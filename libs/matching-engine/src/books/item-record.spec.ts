import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withinOneEdit } from '../evidence/name-likeness.js';
import { Directory } from './directory.js';
import { byAge, endingOf, itemRecord, mayBeSlip, mergedByAge, type ItemRecord } from './item-record.js';
import { SameTexts } from './same-texts.js';

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

describe('two lists that are sorted by age', () => {
  const directory = new Directory();
  const currencies = new SameTexts();
  const item = (due: number, id: string): ItemRecord =>
    itemRecord(
      {
        id, number: 'FA-1', customerId: 'C1', kind: 'invoice', issueDate: '2026-10-01', dueDate: `2026-10-${10 + due}`, currency: 'EUR', totalMinor: 100n, openMinor: 100n,
        structuredReference: null, orderReference: null,
      },
      directory,
      currencies,
    );

  it('are one sorted list', () => {
    const list = fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(99)), { selector: ([, id]) => id, maxLength: 8 });
    fc.assert(fc.property(list, list, (one, other) => {
      const a = one.map(([due, id]) => item(due, `A${id}`)).sort(byAge);
      const b = other.map(([due, id]) => item(due, `B${id}`)).sort(byAge);
      expect(mergedByAge(a, b)).toEqual([...a, ...b].sort(byAge));
    }));
  });
});
