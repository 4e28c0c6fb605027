import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HashTable } from './hash-table.js';
import { hashOf } from './known-keys.js';
import { Postings } from './postings.js';
import { Slips } from './slips.js';
import { Tally } from './tally.js';

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

describe('a hash table', () => {
  const steps = fc.array(fc.record({ key: fc.nat(60), value: fc.nat(9), sets: fc.boolean() }), { maxLength: 400 });
  const textOf = (key: number): string => `K${key}`;
  const numberOf = (key: number): number => key * 0x7fffffff - 9; // many of these have one hash

  it.each([['text', textOf], ['number', numberOf]] as const)('by %s holds what a map holds, in the same order', (_, keyOf) => {
    fc.assert(
      fc.property(steps, (taken) => {
        const table = new HashTable<string | number, number>();
        const model = new Map<string | number, number>();
        for (const { key: of, value, sets } of taken) {
          const key = keyOf(of);
          if (sets) {
            table.set(key, value);
            model.set(key, value);
          } else expect(table.delete(key)).toBe(model.delete(key));
          expect([table.size, table.has(key), table.get(key)]).toEqual([model.size, model.has(key), model.get(key)]);
        }
        expect([...table]).toEqual([...model]);
        expect([...table.values()]).toEqual([...model.values()]);
        expect([...table.hashes()].sort()).toEqual([...model.keys()].map(hashOf).sort());
        for (let of = 0; of <= 60; of++) expect(table.get(keyOf(of))).toBe(model.get(keyOf(of)));
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

describe('a tally', () => {
  const rounds = fc.array(fc.array(fc.record({ key: fc.nat(), value: fc.integer() }), { maxLength: 300 }), { minLength: 1, maxLength: 4 });

  it('sums by number as a map does, in the order in which the numbers came, and forgets all of them', () => {
    fc.assert(
      fc.property(rounds, (all) => {
        const tally = new Tally();
        for (const round of all) {
          const model = new Map<number, number>();
          for (const { key: of, value } of round) {
            const key = of % 500;
            expect(tally.add(key, value)).toBe(!model.has(key));
            model.set(key, (model.get(key) ?? 0) + value);
          }
          expect([...tally.keys.subarray(0, tally.size)]).toEqual([...model.keys()]);
          expect([...tally.sums.subarray(0, tally.size)]).toEqual([...model.values()]);
          tally.clear();
          expect(tally.size).toBe(0);
        }
      }),
    );
  });

  it('refuses more numbers than it has room for', () => {
    const tally = new Tally();
    for (let key = 0; key < 1024; key++) tally.add(key * 7919, 1);
    expect(() => tally.add(1, 1)).toThrow('more than 1024 numbers in one tally');
  });
});
