import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hashOf } from './known-keys.js';
import { Postings } from './postings.js';
import { Slips } from './slips.js';

const word = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), minLength: 1, maxLength: 6 });

function without(text: string): string[] {
  return [text, ...Array.from(text, (_, index) => text.slice(0, index) + text.slice(index + 1))];
}

describe('words a slip away', () => {
  it('are those that share what is left of them without a letter, and no others', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (words, text) => {
        const slips = new Slips();
        for (const one of words) slips.add(one);
        const found = new Set<string>();
        slips.near(text, found);
        expect([...found].sort()).toEqual(words.filter((one) => without(one).some((left) => without(text).includes(left))).sort());
      }),
    );
  });
});

describe('postings', () => {
  const steps = fc.array(fc.record({ key: fc.nat(3), value: fc.nat(40), adds: fc.boolean() }), { maxLength: 200 });

  it('hold what was put and not taken, in the order in which it came, and what was handed out stays as it was', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const postings = new Postings<string, string>();
        const model = new Map<string, string[]>();
        for (const { key: number, value: other, adds } of taken) {
          const [key, value] = [`K${number}`, `V${other}`];
          const before = postings.get(key, Infinity);
          const copy = [...before];
          const held = model.get(key) ?? [];
          if (adds) postings.add(key, value);
          else postings.remove(key, value);
          model.set(key, adds ? (held.includes(value) ? held : [...held, value]) : held.filter((one) => one !== value));
          expect(before).toEqual(copy);
          expect(postings.get(key, Infinity)).toEqual(model.get(key));
          expect(postings.count(key)).toBe(model.get(key)!.length);
        }
      }),
    );
  });

  it('never say no to a key that has values', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { maxLength: 500 }), (keys) => {
        const postings = new Postings<number, string>();
        for (const key of keys) postings.add(key, 'V');
        for (const key of keys) expect(postings.mayHave(hashOf(key))).toBe(true);
      }),
    );
  });
});
