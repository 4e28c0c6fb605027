import { describe, expect, it } from '@jest/globals';
import { credit, creditNote, customer, decideOne, invoice, said, shown, type World } from './scenario.js';

const world: World = {
  customers: [customer('C1', 'Menuiserie Aubert SARL'), customer('C2', 'Boulangerie Lefèvre SAS'), customer('C3', 'Transports Noël SA')],
  items: [
    invoice('FA2026-00617', 'C1', '1250.40', { structuredReference: 'RF24FA202600617', orderReference: 'PO84123' }),
    invoice('FA2026-00618', 'C1', '310.00'),
    invoice('FA2026-00619', 'C1', '45.10'),
    invoice('FA2026-00620', 'C1', '99.90'),
    creditNote('AV2026-00031', 'C1', '-110.00'),
    invoice('FA2026-01814', 'C2', '720.33', { structuredReference: '+++010/8068/17183+++' }),
    invoice('FA2026-00014', 'C3', '88.00'),
  ],
};

describe('a reference in the text', () => {
  it.each([
    ['as printed', 'REGLEMENT FACTURE FA2026-00617'],
    ['without separators', 'RGT FA202600617'],
    ['glued to the word before', 'FACTUREFA2026-00617 DU 01/09/2026'],
    ['broken over two lines', 'FACT FA20 26-00617'],
    ['with a letter O for a zero', 'FACT FA2026-0O617'],
    ['in small letters', 'facture fa2026-00617'],
    ['as order number', 'VOTRE CDE PO84123'],
    ['as tail digits', 'FACTURE 617'],
  ])('pays the invoice %s', (_, remittance) => {
    expect(shown(decideOne(world, credit('1250.40', 'MENUISERIE AUBERT SARL', remittance)))).toEqual({ decision: 'auto', pays: 'FA2026-00617=1250.40', difference: '' });
  });

  it('is found in the end-to-end id and among the structured references, which name it alone', () => {
    for (const more of [{ endToEndId: 'FA2026-00617' }, { structuredReferences: ['RF24 FA20 2600 617'] }])
      expect(shown(decideOne(world, credit('1250.40', 'MENUISERIE AUBERT SARL', '', more)))).toEqual({ decision: 'auto', pays: 'FA2026-00617=1250.40', difference: '' });
  });

  it('is found where a Belgian bank gives the digits of the structured reference only', () => {
    const proposal = decideOne(world, credit('720.33', 'MME CLAES', '', { structuredReferences: ['010806817183'] }));
    expect(shown(proposal).pays).toBe('FA2026-01814=720.33');
    expect(said(proposal)[0]).toEqual({ code: 'reference_structured', text: 'The structured reference 010806817183 is that of FA2026-01814.', params: { number: 'FA2026-01814', shown: '010806817183' } });
  });

  it('is not found inside a longer number: 14 is not in 1814', () => {
    const proposal = decideOne(world, credit('88.00', 'INCONNU', 'DOSSIER 1814'));
    expect(proposal.reasons.map(({ code }) => code)).not.toContain('reference_tail');
    expect(proposal.decision).not.toBe('auto');
  });

  it('with one slip of a digit is understood where payer and amount agree', () => {
    const proposal = decideOne(world, credit('1250.40', 'MENUISERIE AUBERT SARL', 'FACTURE FA2026-00671'));
    expect(shown(proposal).pays).toBe('FA2026-00617=1250.40');
    expect(proposal.reasons.map(({ code }) => code)).toContain('reference_one_slip');
  });

  it.each([
    ['a list of whole numbers', 'FA2026-00617 FA2026-00618', '1560.40', 'FA2026-00617=1250.40 FA2026-00618=310.00'],
    ['a list whose later numbers are short', 'FACT FA2026-00617/618/619', '1605.50', 'FA2026-00617=1250.40 FA2026-00618=310.00 FA2026-00619=45.10'],
    ['a list of tail digits', 'FACTURES 617, 618 ET 619', '1605.50', 'FA2026-00617=1250.40 FA2026-00618=310.00 FA2026-00619=45.10'],
    ['a range', 'FACTURES FA2026-00617 A FA2026-00620', '1705.40', 'FA2026-00617=1250.40 FA2026-00618=310.00 FA2026-00619=45.10 FA2026-00620=99.90'],
    ['an invoice and a credit note', 'FA2026-00618 AV2026-00031', '200.00', 'AV2026-00031=-110.00 FA2026-00618=310.00'],
  ])('as %s pays them together', (_, remittance, amount, pays) => {
    expect(shown(decideOne(world, credit(amount, 'MENUISERIE AUBERT SARL', remittance)))).toEqual({ decision: 'auto', pays, difference: '' });
  });

  it('of one customer from the account of another, who owes just that, is a question', () => {
    const customers = [customer('C1', 'Menuiserie Aubert SARL'), customer('C2', 'Boulangerie Lefèvre SAS', { iban: 'FR7630006000011234567890189' })];
    const items = [invoice('FA2026-00618', 'C1', '310.00'), invoice('FA2026-01814', 'C2', '310.00')];
    const proposal = decideOne({ customers, items }, credit('310.00', 'BOULANGERIE LEFEVRE SAS', 'FACTURE FA2026-00618', { counterpartyIban: 'FR7630006000011234567890189' }));
    expect(proposal.decision).toBe('suggest');
    expect([proposal.allocations[0]!.itemId, proposal.alternatives[0]!.allocations[0]!.itemId].sort()).toEqual(['FA2026-00618', 'FA2026-01814']);
  });
});
