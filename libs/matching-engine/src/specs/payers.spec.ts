import { describe, expect, it } from '@jest/globals';
import { credit, customer, decideOne, engineFor, invoice, said, settled, shown } from './scenario.js';

const day = (index: number): string => `2026-0${6 + Math.floor(index / 28)}-${String((index % 28) + 1).padStart(2, '0')}`;

describe('a payer', () => {
  const customers = [
    customer('C1', 'Autohaus Böhm Berlin GmbH', { iban: 'DE89370400440532013000' }),
    customer('C2', 'Autohaus Böhm Berlin Süd GmbH'),
    customer('C3', 'Établissements Masson Île-de-France SARL'),
  ];
  const items = [invoice('R-501', 'C1', '431.17'), invoice('R-502', 'C2', '277.13'), invoice('R-503', 'C3', '812.45'), invoice('R-504', 'C1', '96.31'), invoice('R-505', 'C3', '1044.02')];

  it.each([
    ['written with AE, OE, UE', 'AUTOHAUS BOEHM BERLIN GMBH', '431.17', 'R-501=431.17'],
    ['cut in the middle', 'ETABLISSEMENTS MASSON ILE-D', '812.45', 'R-503=812.45'],
    ['in another order of words', 'MASSON ILE DE FRANCE ETABLISSEMENTS', '812.45', 'R-503=812.45'],
    ['with a letter wrong', 'ETABLISSEMENTS MASON ILE-DE-FRANCE SARL', '812.45', 'R-503=812.45'],
    ['known by the IBAN in its file only', 'B GMBH', '431.17', 'R-501=431.17'],
  ])('is recognised %s', (_, name, amount, pays) => {
    const iban = name === 'B GMBH' ? 'DE89370400440532013000' : null;
    expect(shown(decideOne({ customers, items }, credit(amount, name, '', { counterpartyIban: iban }))).pays).toBe(pays);
  });

  it('with nearly the name of another is not taken for the other', () => {
    expect(shown(decideOne({ customers, items }, credit('277.13', 'AUTOHAUS BOHM BERLIN SUD GMBH', ''))).pays).toBe('R-502=277.13');
  });

  it('whose name has no letters is known by its IBAN', () => {
    expect(shown(decideOne({ customers, items }, credit('431.17', '---', '', { counterpartyIban: 'DE89370400440532013000' }))).pays).toBe('R-501=431.17');
  });

  it('whom nothing connects with the invoice of that amount is a question', () => {
    const proposal = decideOne({ customers, items }, credit('812.45', 'MME GARNIER', 'DIVERS'));
    expect(proposal.decision).not.toBe('auto');
  });

  it('that is not the customer is learned', () => {
    const history = Array.from({ length: 8 }, (_, index) => settled(credit('50.00', 'MME LUC CLAES', 'MERCI', { bookingDate: day(index), counterpartyIban: 'BE71096123456769' }), { of: 'C3', items: { [`R-0${index}`]: '50.00' } }));
    const proposal = decideOne({ customers, items, history }, credit('1044.02', 'MME LUC CLAES', 'MERCI', { counterpartyIban: 'BE71096123456769' }));
    expect(shown(proposal).pays).toBe('R-505=1044.02');
    expect(said(proposal)).toContainEqual({
      code: 'iban_paid_only',
      text: 'The IBAN BE71096123456769 has paid for Établissements Masson Île-de-France SARL before, and for nobody else.',
      params: { customer: 'Établissements Masson Île-de-France SARL', iban: 'BE71096123456769' },
    });
  });

  it('that has paid for a group pays for several of it at once', () => {
    const history = ['C1', 'C2', 'C3', 'C1', 'C2', 'C3'].map((of, index) => settled(credit('50.00', 'HOLDING RICCI', '', { bookingDate: day(index) }), { of, items: { [`R-0${index}`]: '50.00' } }));
    expect(shown(decideOne({ customers, items, history }, credit('1089.58', 'HOLDING RICCI', 'R-502 R-503'))).pays).toBe('R-502=277.13 R-503=812.45');
  });

  it('that the text names by customer number is that customer', () => {
    const named = [customer('K10017', 'Garage Payet SCI')];
    const proposal = decideOne({ customers: named, items: [invoice('R-601', 'K10017', '303.30')] }, credit('303.30', 'FACTOFRANCE', 'CLIENT K10017'));
    expect(shown(proposal).pays).toBe('R-601=303.30');
    expect(proposal.reasons.map(({ code }) => code)).toContain('customer_named');
  });
});

describe('money that pays no invoice', () => {
  const customers = [customer('C1', 'Menuiserie Aubert SARL'), customer('C2', 'Garage Vidal')];
  const items = [invoice('F-1001', 'C1', '1440.00'), invoice('F-1002', 'C2', '355.20')];
  const other = Array.from({ length: 20 }, (_, index) => settled(credit('160.80', 'CB REMISE', `REMISE CB ${7000 + index}`, { bookingDate: day(index) }), {}));
  const paid = Array.from({ length: 20 }, (_, index) => settled(credit('77.00', 'GARAGE VIDAL', `FACTURE F-0${index}`, { bookingDate: day(index) }), { of: 'C2', items: { [`F-0${index}`]: '77.00' } }));

  it('is left alone although an open invoice has the amount', () => {
    const proposal = decideOne({ customers, items, history: [...other, ...paid] }, credit('1440.00', 'CB REMISE', 'REMISE CB 4111'));
    expect(shown(proposal)).toEqual({ decision: 'none', pays: '', difference: '' });
    expect(proposal.reasons.map(({ code }) => code)).toContain('payer_paid_no_invoice');
  });

  it('a debit and an entry that undoes another are nothing to match', () => {
    const engine = engineFor({ customers, items });
    const [debit, reversal] = engine.decide([credit('-355.20', 'GARAGE VIDAL', 'F-1002'), credit('355.20', 'GARAGE VIDAL', 'F-1002', { reversal: true })]);
    expect([debit!.decision, debit!.reasons[0]!.code]).toEqual(['none', 'debit']);
    expect([reversal!.decision, reversal!.reasons[0]!.code]).toEqual(['none', 'reversal']);
  });

  it('in another currency does not pay an invoice in this one', () => {
    expect(shown(decideOne({ customers, items }, credit('355.20', 'GARAGE VIDAL', 'F-1002', { amount: { minor: 35_520n, currency: 'CHF' } }))).pays).toBe('');
  });
});

describe('two explanations that fit equally well', () => {
  it('are a question with both shown', () => {
    const customers = [customer('C1', 'Rossi Italia Lille SRL'), customer('C2', 'Rossi Italia Lyon SRL')];
    const items = [invoice('F-1', 'C1', '500.10'), invoice('F-2', 'C2', '500.10')];
    const proposal = decideOne({ customers, items }, credit('500.10', 'ROSSI ITALIA', ''));
    expect(proposal.decision).toBe('suggest');
    expect([proposal.allocations[0]!.itemId, proposal.alternatives[0]!.allocations[0]!.itemId].sort()).toEqual(['F-1', 'F-2']);
    expect(proposal.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['rival', 'below_threshold']));
  });
});
