import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type FreshLine, recogniseDay, type StoredLine } from './recognise-day.js';

const line = fc.record({ money: fc.constantFrom('100 EUR', '200 EUR', '-300 EUR'), endToEndId: fc.option(fc.constantFrom('E1', 'E2'), { nil: null }), text: fc.constantFrom('', 'VIREMENT', 'GUERIN', 'GUERIN 12', 'PETIT', 'Pétit') });
const freshLines = fc.array(line, { maxLength: 8 }).map((lines) => lines.map((each, index): FreshLine => ({ ...each, place: index + 1 })));
const storedLines = fc.array(fc.tuple(line, fc.boolean()), { maxLength: 8 }).map((lines) => lines.map(([each, sameFormat], index): StoredLine => ({ ...each, transactionId: `t${index}`, sameFormat })));

describe('recognition', () => {
  it('answers each line once, uses each stored line once, and only for the same money', () => {
    fc.assert(
      fc.property(freshLines, storedLines, fc.boolean(), (fresh, stored, wholeDay) => {
        const verdicts = recogniseDay(fresh, stored, wholeDay);
        expect(new Set(verdicts.map(({ place }) => place)).size).toBe(verdicts.length);
        const used = verdicts.flatMap((verdict) => (verdict.kind === 'same' ? [verdict.transactionId] : []));
        expect(new Set(used).size).toBe(used.length);
        const moneyOf = new Map(stored.map(({ transactionId, money }) => [transactionId, money]));
        for (const verdict of verdicts) {
          for (const id of verdict.kind === 'same' ? [verdict.transactionId] : verdict.candidates) expect(moneyOf.get(id)).toBe(fresh[verdict.place - 1]!.money);
        }
      }),
    );
  });

  it('never lets money in twice without a word: of each amount no more lines are new than the file has beyond what is stored elsewhere', () => {
    fc.assert(
      fc.property(freshLines, storedLines, fc.boolean(), (fresh, stored, wholeDay) => {
        const verdicts = recogniseDay(fresh, stored, wholeDay);
        for (const money of new Set(fresh.map((each) => each.money))) {
          const count = fresh.filter((each) => each.money === money).length;
          const there = stored.filter((each) => each.money === money).length;
          const answered = verdicts.filter(({ place }) => fresh[place - 1]!.money === money).length;
          expect(count - answered).toBeLessThanOrEqual(Math.max(0, count - there));
        }
      }),
    );
  });

  it('never drops money: no more lines are taken for known than are stored', () => {
    fc.assert(
      fc.property(freshLines, storedLines, fc.boolean(), (fresh, stored, wholeDay) => {
        const known = recogniseDay(fresh, stored, wholeDay).filter(({ kind }) => kind === 'same');
        for (const money of new Set(fresh.map((each) => each.money))) {
          expect(known.filter(({ place }) => fresh[place - 1]!.money === money).length).toBeLessThanOrEqual(stored.filter((each) => each.money === money).length);
        }
      }),
    );
  });
});
