import { describe, expect, it } from '@jest/globals';
import { type BankWords, creditTakenBack } from './returned-credit.js';

const credit = (transactionId: string, more: Partial<BankWords> = {}): BankWords => ({
  transactionId, bookingDate: '2026-09-01', reference: null, endToEndId: null, counterpartyName: 'Maçonnerie Guérin', counterpartyIban: null, remittance: null, ...more,
});
const debit = (more: Partial<BankWords> = {}) => credit('return', { bookingDate: '2026-09-05', counterpartyName: null, ...more });
const found = (one: BankWords, ...credits: BankWords[]) => creditTakenBack(one, credits)?.transactionId ?? null;

describe('the credit that a return takes back', () => {
  it.each([
    ['the end-to-end id', { endToEndId: 'E2E-1' }, { endToEndId: 'E2E-1' }],
    ['the bank’s reference', { reference: 'BK42' }, { reference: 'BK42' }],
    ['the bank’s reference in the text', { remittance: 'RETOUR BK42 AC04' }, { reference: 'BK42' }],
    ['the account', { counterpartyIban: 'FR7630006000011234567890189' }, { counterpartyIban: 'FR7630006000011234567890189' }],
    ['the name, whatever its accents and signs', { counterpartyName: 'MACONNERIE-GUERIN' }, {}],
  ])('is found by %s', (_, said, of) => {
    expect(found(debit(said), credit('other', { counterpartyName: 'Bois du Sud' }), credit('it', of))).toBe('it');
  });

  it('is the one of the surest link, though others are linked too', () => {
    const all = { endToEndId: 'E2E-1', counterpartyName: 'Maçonnerie Guérin' };
    expect(found(debit(all), credit('same name'), credit('it', { endToEndId: 'E2E-1' }))).toBe('it');
  });

  it('is nobody’s guess: two that are linked alike, none that is linked, one of later, one of too long ago', () => {
    const named = debit({ counterpartyName: 'MACONNERIE GUERIN' });
    expect(found(named, credit('a'), credit('b'))).toBeNull();
    expect(found(debit(), credit('a'))).toBeNull();
    expect(found(named, credit('a', { bookingDate: '2026-09-06' }))).toBeNull();
    expect(found(named, credit('a', { bookingDate: '2025-08-04' }))).toBeNull();
    expect(found(named, credit('a', { bookingDate: '2025-08-05' }))).toBe('a');
  });
});
