import { describe, expect, it } from '@jest/globals';
import { type FreshLine, recogniseDay, type StoredLine } from './recognise-day.js';

const fresh = (place: number, text: string, more: Partial<FreshLine> = {}): FreshLine => ({ place, money: '5000 EUR', endToEndId: null, text, ...more });
const stored = (transactionId: string, text: string, more: Partial<StoredLine> = {}): StoredLine => ({ transactionId, money: '5000 EUR', endToEndId: null, text, sameFormat: false, ...more });
const same = (place: number, transactionId: string) => ({ kind: 'same', place, transactionId });
const unsure = (place: number, ...candidates: string[]) => ({ kind: 'unsure', place, candidates });

describe('a line of a day that another format told already', () => {
  it('is the same by its end-to-end id, whatever else is said', () => {
    expect(recogniseDay([fresh(1, 'Guérin', { endToEndId: 'E2' }), fresh(2, 'x', { endToEndId: 'E1' })], [stored('a', 'y', { endToEndId: 'E1' }), stored('b', 'z', { endToEndId: 'E2' })], false)).toEqual([same(1, 'b'), same(2, 'a')]);
  });

  it('is the same by the same words, each stored line once', () => {
    const twins = [stored('a', 'Abonnement octobre'), stored('b', 'ABONNEMENT  OCTOBRE')];
    expect(recogniseDay([fresh(1, 'Abonnement, octobre'), fresh(2, 'abonnement octobre'), fresh(3, 'abonnement octobre')], twins, false)).toEqual([same(1, 'a'), same(2, 'b')]);
  });

  it('is the same where one says in fewer words what the other says', () => {
    expect(recogniseDay([fresh(1, 'GUERIN')], [stored('a', 'VIR RECU DE: GUÉRIN MOTIF: FACTURE 12')], false)).toEqual([same(1, 'a')]);
    expect(recogniseDay([fresh(1, 'VIREMENT SEPA')], [stored('a', 'VIREMENT SEPA MARTIN'), stored('b', 'VIREMENT SEPA PETIT')], true)).toEqual([unsure(1, 'a', 'b')]);
  });

  it('is the same where both tell the whole day and no amount is left over', () => {
    expect(recogniseDay([fresh(1, 'CHQ 12')], [stored('a', 'REMISE')], true)).toEqual([same(1, 'a')]);
    expect(recogniseDay([fresh(1, 'CHQ 12'), fresh(2, 'PRLV', { money: '-1 EUR' })], [stored('a', 'REMISE'), stored('b', 'FRAIS', { money: '-1 EUR' })], false)).toEqual([same(1, 'a'), same(2, 'b')]);
  });

  it('is a question where nothing decides: no line is dropped, none is doubled', () => {
    expect(recogniseDay([fresh(1, 'CHQ 12')], [stored('a', 'REMISE')], false)).toEqual([unsure(1, 'a')]);
    expect(recogniseDay([fresh(1, 'CHQ 12'), fresh(2, 'CHQ 13')], [stored('a', 'REMISE')], true)).toEqual([unsure(1, 'a'), unsure(2, 'a')]);
    expect(recogniseDay([fresh(1, 'CHQ 12')], [stored('a', 'REMISE'), stored('b', 'FRAIS', { money: '-1 EUR' })], true)).toEqual([unsure(1, 'a')]);
  });

  it('is never the same where the end-to-end ids differ, even with the same words on a day that agrees', () => {
    expect(recogniseDay([fresh(1, 'MARTIN', { endToEndId: 'E1' })], [stored('a', 'MARTIN', { endToEndId: 'E2' })], true)).toEqual([unsure(1, 'a')]);
  });

  it('is never certain by its words within one format whose references cannot be trusted', () => {
    expect(recogniseDay([fresh(1, 'MARTIN')], [stored('a', 'MARTIN', { sameFormat: true })], true)).toEqual([unsure(1, 'a')]);
  });

  it('is new where nobody told its amount', () => {
    expect(recogniseDay([fresh(1, 'MARTIN')], [stored('a', 'MARTIN', { money: '5001 EUR' })], true)).toEqual([]);
    expect(recogniseDay([fresh(1, 'MARTIN'), fresh(2, 'PETIT')], [stored('a', 'MARTIN')], true)).toEqual([same(1, 'a')]);
  });
});
