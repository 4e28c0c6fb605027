import { describe, expect, it } from '@jest/globals';
import { type SettledTransaction } from '@lettrage/matching-engine';
import { payerKey, withoutForgotten } from './forgotten-payers.js';

describe('a payer has one key', () => {
  it('however its name or IBAN is written', () => {
    expect(payerKey('name', 'Guérin, Maçonnerie')).toBe(payerKey('name', 'MACONNERIE  GUERIN'));
    expect(payerKey('iban', 'FR76 3000 6000')).toBe(payerKey('iban', 'fr7630006000'));
    expect(payerKey('name', 'Guérin')).not.toBe(payerKey('name', 'Guérin SARL'));
  });
});

describe('what is forgotten', () => {
  const lesson = (customerId: string | null): SettledTransaction => ({
    id: 't', bookingDate: '2026-10-01', amount: { minor: 100n, currency: 'EUR' }, counterpartyName: 'Holding Martin', counterpartyIban: 'FR7630006000', endToEndId: null, remittance: 'F1', structuredReferences: [],
    customerId, allocations: [], difference: null,
  });
  const forgotten = new Map([['c1', new Set([payerKey('name', 'HOLDING MARTIN')])]]);
  it('is left out of lessons of that customer alone, and the rest of them stays', () => {
    const lessons = [lesson('c1'), lesson('c2'), lesson(null)];
    expect(withoutForgotten(lessons, forgotten)).toEqual([{ ...lessons[0], counterpartyName: null }, lessons[1], lessons[2]]);
    expect(withoutForgotten(lessons, new Map())).toBe(lessons);
  });
});
