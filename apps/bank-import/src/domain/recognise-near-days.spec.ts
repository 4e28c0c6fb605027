import { describe, expect, it } from '@jest/globals';
import { type LeftFresh, type LeftStored, recogniseNearDays } from './recognise-near-days.js';

const line = { bankAccountId: 'a', money: '5000 EUR', valueDate: null, endToEndId: null, text: 'GUERIN FA12' };
const fresh = (place: number, bookingDate: string, more: Partial<LeftFresh> = {}): LeftFresh => ({ ...line, place, bookingDate, ...more });
const stored = (transactionId: string, bookingDate: string, more: Partial<LeftStored> = {}): LeftStored => ({ ...line, transactionId, bookingDate, ...more });

describe('a line that another format may have told under another date', () => {
  it('has the same words, and its value date is the other’s date', () => {
    expect(recogniseNearDays([fresh(1, '2026-10-05', { valueDate: '2026-10-02' })], [stored('t', '2026-10-02')])).toEqual([{ place: 1, transactionId: 't' }]);
    expect(recogniseNearDays([fresh(1, '2026-10-02')], [stored('t', '2026-10-05', { valueDate: '2026-10-02' })])).toEqual([{ place: 1, transactionId: 't' }]);
  });

  it('or the same end-to-end id, within five days', () => {
    expect(recogniseNearDays([fresh(1, '2026-10-07', { endToEndId: 'E1', text: 'x' })], [stored('t', '2026-10-02', { endToEndId: 'E1' })])).toEqual([{ place: 1, transactionId: 't' }]);
    expect(recogniseNearDays([fresh(1, '2026-10-08', { endToEndId: 'E1' })], [stored('t', '2026-10-02', { endToEndId: 'E1' })])).toEqual([]);
    expect(recogniseNearDays([fresh(1, '2026-10-05', { endToEndId: 'E1', valueDate: '2026-10-02' })], [stored('t', '2026-10-02', { endToEndId: 'E2' })])).toEqual([]);
  });

  it('is another payment where a payer pays the same again', () => {
    expect(recogniseNearDays([fresh(1, '2026-10-05')], [stored('t', '2026-10-02')])).toEqual([]);
    expect(recogniseNearDays([fresh(1, '2026-10-05', { valueDate: '2026-10-05' })], [stored('t', '2026-10-04', { valueDate: '2026-10-04' })])).toEqual([]);
  });

  it('answers for one line only', () => {
    const twins = [fresh(1, '2026-10-05', { valueDate: '2026-10-02' }), fresh(2, '2026-10-05', { valueDate: '2026-10-02' })];
    expect(recogniseNearDays(twins, [stored('t', '2026-10-02')])).toEqual([{ place: 1, transactionId: 't' }]);
  });
});
