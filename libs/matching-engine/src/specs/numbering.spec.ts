import { describe, expect, it } from '@jest/globals';
import { credit, customer, decideOne, invoice, shown } from './scenario.js';

/** Companies number their invoices in many ways; none of these is known to the engine beforehand. */
describe('however a company numbers its invoices', () => {
  it.each([
    ['FA2026-00617', ['FA2026-00617', 'FA202600617', 'fact 617', 'FA 2026 00617']],
    ['2026/00617', ['2026/00617', 'INV 202600617', 'RE 2026-00617', 'FACTUUR 617']],
    ['20260000617', ['20260000617', 'FACT. 20260000617', 'FACTURE 617']],
    ['617/2026', ['617/2026', 'FRA 617/2026']],
    ['RE-26-00617', ['RE-26-00617', 'RE2600617', 'RECHNUNG 617']],
    ['2026-F-0617', ['2026-F-0617', '2026F0617', 'FACTURE 2026 F 0617']],
    ['INV000617', ['INV000617', 'INV 000617', 'INVOICE INV000617', 'PAYMENT INVINV000617']],
    ['C7/617-B', ['C7/617-B', 'C7 617 B']],
  ])('%s is found as it is written and as it is mangled', (number, texts) => {
    const others = ['618', '1617', '61', '7', '6170'].map((serial, index) => invoice(number.replace('617', serial), 'C1', `${1000 + index * 17}.11`));
    const world = { customers: [customer('C1', 'Menuiserie Aubert SARL'), customer('C2', 'Garage Vidal')], items: [invoice(number, 'C1', '310.42'), ...others] };
    for (const text of texts) {
      const proposal = decideOne(world, credit('310.42', 'MENUISERIE AUBERT SARL', text));
      expect({ text, ...shown(proposal) }).toEqual({ text, decision: 'auto', pays: `${number}=310.42`, difference: '' });
      expect({ text, named: proposal.reasons[0]!.code }).toEqual({ text, named: expect.stringMatching(/^reference_(exact|tail)$/) });
    }
  });

  it.each(['FACTURE 61', 'DOSSIER 1617', 'TEL 0617', 'SIRET 80617045112345'])('and is not found in other digits: %s', (text) => {
    const proposal = decideOne({ customers: [customer('C1', 'Menuiserie Aubert SARL')], items: [invoice('FA2026-00617', 'C1', '310.42'), invoice('FA2026-00700', 'C1', '99.00')] }, credit('75.00', 'MENUISERIE AUBERT SARL', text));
    const codes = proposal.reasons.map(({ code }) => code);
    for (const code of ['reference_exact', 'reference_one_slip']) expect(codes).not.toContain(code);
    if (text !== 'TEL 0617') expect(codes).not.toContain('reference_tail');
  });
});
