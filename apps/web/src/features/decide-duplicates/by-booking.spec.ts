import { describe, expect, it } from '@jest/globals';
import type { ProbableDuplicate } from '../../api/types.js';
import { byBooking, sumOf } from './by-booking.js';

const entry = (transactionId: string, more: Partial<ProbableDuplicate> = {}): ProbableDuplicate => ({
  transactionId, reference: null, bookingDate: '2026-10-05', valueDate: null, amount: '100.00', currency: 'EUR', counterpartyName: null, counterpartyIban: null, remittance: null, structuredReferences: [],
  endToEndId: null, bankTransactionCode: null, reversal: false, returnReason: null, bankAccountId: 'a1', statementFileId: 'f1', filename: 'a.xml', state: 'open', candidates: [], batchOf: null, sameAs: null, decidedBy: null,
  decidedAt: null, ...more,
});
const booking = { ...entry('b1', { amount: '500.00' }), mandateId: null, status: 'booked' as const, originalAmount: null, exchangeRate: null, charges: [], purpose: null, ultimateDebtorName: null, ultimateCreditorName: null, documents: [] };

describe('entries that may be known already', () => {
  it('stand together where they are the payments of one bulk booking of one file', () => {
    const of = { batchOf: 'b1', candidates: [booking] };
    const groups = byBooking([entry('p1', of), entry('alone'), entry('p2', { ...of, amount: '200.00' }), entry('p3', { ...of, statementFileId: 'f2' })]);
    expect(groups.map(({ booking: known, entries }) => [known?.transactionId ?? null, entries.map(({ transactionId }) => transactionId)])).toEqual([['b1', ['p1', 'p2']], [null, ['alone']], ['b1', ['p3']]]);
    expect(sumOf(groups[0]!.entries)).toBe('300.00');
  });

  it('know no booking where it is not among what they may be', () => expect(byBooking([entry('p1', { batchOf: 'b1' })])[0]!.booking).toBeNull());
});
