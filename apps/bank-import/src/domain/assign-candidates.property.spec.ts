import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assignCandidates, type Undecided } from './assign-candidates.js';

const entry = (transactionId: string, ...candidates: string[]): Undecided => ({ transactionId, candidates });

/** The most that can be given out, by trying everything. */
function most(entries: readonly Undecided[], taken: ReadonlySet<string>): number {
  const [first, ...rest] = entries;
  if (!first) return 0;
  return Math.max(most(rest, taken), ...first.candidates.filter((candidate) => !taken.has(candidate)).map((candidate) => 1 + most(rest, new Set([...taken, candidate]))));
}

describe('assignCandidates', () => {
  it('takes the first that is free, in the order of the entries', () => {
    expect([...assignCandidates([entry('a', '1', '2'), entry('b', '1', '2')], new Set())]).toEqual([['a', '1'], ['b', '2']]);
    expect([...assignCandidates([entry('a', '1', '2'), entry('b', '1')], new Set(['2']))]).toEqual([['a', '1']]);
  });

  it('gives an entry another one so that the next has one too', () => {
    expect([...assignCandidates([entry('a', '1', '2'), entry('b', '2', '3'), entry('c', '1')], new Set())]).toEqual([['a', '2'], ['b', '3'], ['c', '1']]);
  });

  it('gives each at most one of its own, no one twice, and as many as can be', () => {
    const candidates = fc.uniqueArray(fc.constantFrom<string>('1', '2', '3', '4', '5'), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(candidates, { maxLength: 6 }), candidates, (lists, gone) => {
        const entries = lists.map((list, index) => entry(String.fromCodePoint(97 + index), ...list));
        const taken = new Set(gone);
        const given = assignCandidates(entries, taken);
        for (const [transactionId, candidate] of given) expect(entries.find((one) => one.transactionId === transactionId)!.candidates).toContain(candidate);
        expect(new Set(given.values()).size).toBe(given.size);
        expect([...given.values()].filter((candidate) => taken.has(candidate))).toEqual([]);
        expect(given.size).toBe(most(entries, taken));
      }),
    );
  });

  it('is quick where thousands of the same money meet twenty', () => {
    const same = Array.from({ length: 20 }, (_, index) => String(index));
    expect(assignCandidates(Array.from({ length: 20_000 }, (_, index) => entry(`e${index}`, ...same)), new Set()).size).toBe(20);
  });
});
