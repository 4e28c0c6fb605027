import { describe, expect, it } from '@jest/globals';
import type { Proposal } from '../index.js';
import { credit, creditNote, customer, decideOne, engineFor, invoice, said, type World } from './scenario.js';

const texts = (proposal: Proposal): string[] => said(proposal).map(({ text }) => text);

const world: World = {
  customers: [customer('C1', 'Menuiserie Aubert SARL', { iban: 'FR7630006000011234567890189' }), customer('C2', 'Garage Vidal')],
  items: [
    invoice('FA2026-00617', 'C1', '1250.40', { issueDate: '2026-08-14' }),
    invoice('FA2026-00618', 'C1', '310.00'),
    creditNote('AV2026-00031', 'C1', '-110.00'),
    invoice('FA2026-01001', 'C2', '598.80'),
  ],
};

describe('reasons', () => {
  it('of an allocation made unattended are what is true of it before it was made', () => {
    expect(texts(decideOne(world, credit('1250.40', 'MENUISERIE AUBERT SARL', 'FACTURE FA2026-00617 DU 14/08/2026', { counterpartyIban: 'FR7630006000011234567890189' })))).toEqual([
      'The text names FA2026-00617.',
      'The IBAN FR7630006000011234567890189 stands in the file of Menuiserie Aubert SARL.',
      "The payer's name is that of Menuiserie Aubert SARL.",
      'The amount 1250.40 EUR is exactly what is open on FA2026-00617.',
      'The text names 2026-08-14, the date of issue of FA2026-00617.',
    ]);
  });

  it('of a sum name the credit note in it', () => {
    expect(texts(decideOne(world, credit('1450.40', 'MENUISERIE AUBERT SARL', 'FA2026-00617 FA2026-00618 AV2026-00031')))).toEqual([
      'The text names FA2026-00617.',
      'The text names AV2026-00031.',
      'The text names FA2026-00618.',
      "The payer's name is that of Menuiserie Aubert SARL.",
      'The 3 items add up to exactly 1450.40 EUR.',
      'The sum is net of the credit note AV2026-00031.',
    ]);
  });

  it('of a part payment say what stays open, and of a difference what it is like', () => {
    expect(texts(decideOne(world, credit('625.20', 'MENUISERIE AUBERT SARL', 'FA2026-00617')))).toContain('The last part, 625.20 EUR, pays FA2026-00617 in part; 1250.40 EUR is open on it.');
    expect(texts(decideOne(world, credit('586.30', 'GARAGE VIDAL', 'FA2026-01001')))).toContain("598.80 EUR is open and 586.30 EUR came: 12.50 EUR less, like a bank's fee.");
  });

  it('against say what the text names that is not paid', () => {
    expect(texts(decideOne(world, credit('310.00', 'MENUISERIE AUBERT SARL', 'FA2026-99999')))).toContain('Against: the text names FA2026-99999, which is not an open item.');
  });

  it('of the rest of an item tell of the other half', () => {
    const [first, second] = engineFor(world).decide([credit('1000.00', 'MENUISERIE AUBERT SARL', 'ACOMPTE'), credit('250.40', 'MENUISERIE AUBERT SARL', 'SOLDE')]);
    expect(first!.allocations).toEqual([{ itemId: 'FA2026-00617', amountMinor: 100_000n }]);
    expect(second!.allocations).toEqual([{ itemId: 'FA2026-00617', amountMinor: 25_040n }]);
    expect(texts(first!)).toContain('Another credit of the same payer is exactly the rest of FA2026-00617, 250.40 EUR.');
  });

  it('of a credit that nothing explains say so', () => {
    expect(texts(decideOne(world, credit('7.77', 'GARAGE VIDAL', '')))).toContain('Nothing that was tried explains this credit.');
  });
});
