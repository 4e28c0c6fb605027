import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NameIndex } from '../books/name-index.js';
import { likeness, likenessFrom } from './name-likeness.js';

const word = fc.stringMatching(/^[BCD]{1,7}$/);
const names = fc.uniqueArray(fc.array(word, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 30, selector: (words) => words.join(' ') });

/** Twice the pairs of letters in common, by all pairs of both. */
function pairsInCommon(a: string, b: string): number {
  if (a.length < 3 || b.length < 3) return 0;
  const pairsOf = (text: string): string[] => [...text].slice(1).map((letter, at) => text[at]! + letter);
  const left = pairsOf(b);
  let shared = 0;
  for (const pair of pairsOf(a)) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    shared++;
  }
  return (2 * shared) / (a.length + b.length - 2);
}

describe('how alike two names are', () => {
  it('is one for the very name, and no less than nearly what their letters have in common', () => {
    fc.assert(
      fc.property(names, (all) => {
        const index = new NameIndex();
        const entries = all.map((words, place) => index.add(words.join(' '), place)!);
        for (const payer of all)
          for (const entry of entries) {
            const found = likeness(payer, entry, index);
            if (payer.join(' ') === entry.joined) expect(found).toEqual({ likeness: 1, covered: 1, used: 1, exact: true, cut: false });
            expect(found.likeness).toBeGreaterThanOrEqual(Math.min(0.9, 0.95 * pairsInCommon(payer.join(''), entry.words.join(''))) - 1e-9);
            expect(likenessFrom(0.45, payer, entry, index)).toEqual(found.likeness >= 0.45 || found.covered * 0.97 >= 0.45 ? found : null);
          }
      }),
    );
  });

  it('is high where the name goes on behind the letters of the payer', () => {
    const index = new NameIndex();
    const whole = index.add('Boulangerie Nantes Services SNC', 0)!;
    const found = likeness(['BOULANGERI', 'ENANTESSER'], whole, index);
    expect(found.likeness).toBeCloseTo(0.75 + (0.25 * 20) / 28);
    expect(found.cut).toBe(true);
    expect(likeness(['BOULANGERI', 'ENANTESSEX'], whole, index).cut).toBe(false);
  });
});
