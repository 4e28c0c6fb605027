import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NameIndex } from '../books/name-index.js';
import { likeness, likenessFrom, withinOneEdit } from './name-likeness.js';

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

function spoilt(word: string, at: number, how: string): string {
  const [before, here, after] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1)];
  switch (how) {
    case 'swapped':
      return before + after.slice(0, 1) + here + after.slice(1);
    case 'changed':
      return `${before}D${after}`;
    case 'left out':
      return before + after;
    case 'added':
      return `${before}C${here}${after}`;
    default:
      return `${word}BD`;
  }
}

describe('how alike two names are', () => {
  it('is one for the very name, and no less than nearly what their letters have in common', () => {
    fc.assert(
      fc.property(names, (all) => {
        const index = new NameIndex();
        const places = all.map((words, place) => index.add(words.join(' '), place));
        for (const payer of all)
          for (const [at, name] of places.entries()) {
            const known = all[at]!;
            const found = likeness(payer, name, index);
            if (payer.join(' ') === known.join(' ')) expect(found).toEqual({ likeness: 1, covered: 1, used: 1, exact: true, cut: false });
            expect(found.likeness).toBeGreaterThanOrEqual(Math.min(0.9, 0.95 * pairsInCommon(payer.join(''), known.join(''))) - 1e-9);
            expect(likenessFrom(0.45, payer, name, index)).toEqual(found.likeness >= 0.45 || found.covered * 0.97 >= 0.45 ? found : null);
          }
      }),
    );
  });

  it('takes a word for another a letter away, and the last one for one that goes on', () => {
    const letters = fc.stringMatching(/^[BCD]{5}$/);
    const near = fc.tuple(letters, fc.nat(5), fc.constantFrom('swapped', 'changed', 'left out', 'added', 'goes on')).map(([word, at, how]) => ({ paid: word, known: spoilt(word, at, how) }));
    fc.assert(
      fc.property(fc.oneof(near, fc.record({ paid: letters, known: letters })), ({ paid, known }) => {
        fc.pre(paid !== known);
        const index = new NameIndex();
        const name = index.add(`WHOLE ${known}`, 0);
        // Both words of the name weigh the same.
        const near = withinOneEdit(paid, known) ? 0.85 : 0;
        expect(likeness([paid, 'WHOLE'], name, index).covered).toBeCloseTo((1 + near) / 2);
        expect(likeness(['WHOLE', paid], name, index).covered).toBeCloseTo((1 + (known.startsWith(paid) ? 0.95 : near)) / 2);
      }),
    );
  });

  it('is high where the name goes on behind the letters of the payer', () => {
    const index = new NameIndex();
    const whole = index.add('Boulangerie Nantes Services SNC', 0);
    const found = likeness(['BOULANGERI', 'ENANTESSER'], whole, index);
    expect(found.likeness).toBeCloseTo(0.75 + (0.25 * 20) / 28);
    expect(found.cut).toBe(true);
    expect(likeness(['BOULANGERI', 'ENANTESSEX'], whole, index).cut).toBe(false);
  });
});
