import { describe, expect, it } from '@jest/globals';
import { type ConfirmedPayment, learningOf } from './customer-learning.js';
import { payerKey } from './forgotten-payers.js';

const payment = (bookingDate: string, more: Partial<ConfirmedPayment> = {}): ConfirmedPayment => ({
  bookingDate, counterpartyName: null, counterpartyIban: null, remittance: '', structuredReferences: [], endToEndId: null, items: [{ number: 'FA2026-00617', dueDate: '2026-10-01' }], difference: null, ...more,
});

describe('what confirmed payments tell of a customer', () => {
  it('is under which names and IBANs it paid, how often and since when', () => {
    const { payers } = learningOf(
      [payment('2026-10-03', { counterpartyName: 'HOLDING MARTIN', counterpartyIban: 'FR76 3000' }), payment('2026-09-03', { counterpartyName: 'Martin, Holding' }), payment('2026-08-03', { counterpartyName: 'Guérin' })],
      [{ kind: 'name', key: payerKey('name', 'Guerin'), value: 'GUERIN' }, { kind: 'iban', key: payerKey('iban', 'DE89'), value: 'DE89' }],
    );
    expect(payers).toEqual([
      { kind: 'name', value: 'HOLDING MARTIN', payments: 2, firstSeen: '2026-09-03', lastSeen: '2026-10-03', forgotten: false },
      { kind: 'iban', value: 'FR76 3000', payments: 1, firstSeen: '2026-10-03', lastSeen: '2026-10-03', forgotten: false },
      { kind: 'name', value: 'Guérin', payments: 1, firstSeen: '2026-08-03', lastSeen: '2026-08-03', forgotten: true },
      { kind: 'iban', value: 'DE89', payments: 0, firstSeen: null, lastSeen: null, forgotten: true },
    ]);
  });

  it('is how late it pays', () => {
    expect(learningOf([payment('2026-10-11'), payment('2026-09-29'), payment('2026-10-04')], []).delay).toEqual({ meanDays: 3.7, medianDays: 3, lastDays: 10 });
    expect(learningOf([], []).delay).toBeNull();
  });

  it.each([
    [{ remittance: 'facture fa 2026 00617' }, 'whole'],
    [{ structuredReferences: ['RF18'] }, 'whole'],
    [{ endToEndId: 'FA2026-00617' }, 'whole'],
    [{ remittance: 'fact 617 merci' }, 'tail'],
    [{ remittance: 'fact 6171' }, 'none'],
    [{ remittance: 'VIREMENT' }, 'none'],
  ] as const)('is how it names what it pays: %j is %s', (more, habit) => {
    expect(learningOf([payment('2026-10-01', more)], []).references).toEqual({ whole: 0, tail: 0, none: 0, [habit]: 1 });
  });

  it('is what it groups and what it takes off', () => {
    const several = payment('2026-10-01', { items: [1, 2, 3].map((number) => ({ number: `F${number}`, dueDate: '2026-10-01' })), difference: 'discount' });
    expect(learningOf([several, payment('2026-10-02', { difference: 'bank_fee' }), payment('2026-10-03', { difference: 'discount' })], [])).toMatchObject({
      grouping: { severalItems: 1, mostItems: 3 }, differences: [{ kind: 'discount', payments: 2 }, { kind: 'bank_fee', payments: 1 }],
    });
  });
});
