import { describe, expect, it } from '@jest/globals';
import { type Proposal } from '../index.js';
import { credit, customer, decideOne, engineFor, invoice, said, settled, shown, type World } from './scenario.js';

const customers = [customer('C1', 'Menuiserie Aubert SARL'), customer('C2', 'Garage Perret'), customer('C3', 'Holding Perret')];
const texts = (proposal: Proposal): string[] => said(proposal).map(({ text }) => text);

describe('the same again', () => {
  const equal: World = { customers, items: [invoice('FA2026-00101', 'C1', '39.00'), invoice('FA2026-00102', 'C1', '39.00')] };

  it('an invoice named once more, by just its amount, is paid twice: it is no slip for its neighbour', () => {
    const engine = engineFor(equal);
    const [first, second] = engine.decide([credit('39.00', 'MENUISERIE AUBERT SARL', 'FACTURE FA2026-00102'), credit('39.00', 'MENUISERIE AUBERT SARL', 'RGT FA2026-00102', { bookingDate: '2026-10-09' })]);
    expect(shown(first!)).toMatchObject({ decision: 'auto', pays: 'FA2026-00102=39.00' });
    expect(second!.decision).not.toBe('auto');
    expect(second!.reasons.map(({ code }) => code)).not.toContain('reference_one_slip');
  });

  it('a number of nobody, one slip away, is the neighbour\'s', () => {
    expect(shown(decideOne({ customers, items: [invoice('FA2026-00101', 'C1', '39.00'), invoice('FA2026-00152', 'C1', '39.00')] }, credit('39.00', 'MENUISERIE AUBERT SARL', 'FACTURE FA2026-00158')))).toMatchObject({ pays: 'FA2026-00152=39.00' });
  });

  it('a number of nobody, one slip away from an item of another amount, may be that of a document to come', () => {
    const world: World = { customers, items: [invoice('FA2026-00101', 'C1', '80.00')] };
    const more = decideOne(world, credit('250.00', 'MENUISERIE AUBERT SARL', 'FACTURE FA2026-00103'));
    expect(shown(more)).toMatchObject({ decision: 'suggest', pays: 'FA2026-00101=80.00' });
    expect(texts(more)).toContain('The text names FA2026-00103, and neither this number nor the amount is that of FA2026-00101: it may be a document that is not in the books yet.');
    expect(decideOne(world, credit('50.00', 'MENUISERIE AUBERT SARL', 'FACTURE FA2026-00103')).decision).toBe('suggest');
    expect(decideOne(world, credit('80.00', 'MENUISERIE AUBERT SARL', 'FACTURE FA2026-00103')).decision).toBe('auto');
    expect(decideOne(world, credit('250.00', 'MENUISERIE AUBERT SARL', 'FACTURE FA2026-00101')).decision).toBe('auto');
  });

  it('an equal part of an invoice that stays open is the next instalment or the same payment twice: a person says which', () => {
    const engine = engineFor({ customers, items: [invoice('FA2026-00200', 'C1', '300.00')] });
    const [first] = engine.decide([credit('100.00', 'MENUISERIE AUBERT SARL', 'ACOMPTE FACTURE FA2026-00200')]);
    const [second] = engine.decide([credit('100.00', 'MENUISERIE AUBERT SARL', 'ACOMPTE FACTURE FA2026-00200', { bookingDate: '2026-10-20' })]);
    expect(shown(first!)).toMatchObject({ decision: 'auto', pays: 'FA2026-00200=100.00' });
    expect(shown(second!)).toMatchObject({ decision: 'suggest', pays: 'FA2026-00200=100.00' });
    expect(texts(second!)).toContain('The same amount was paid on FA2026-00200 before: this may be the next part, or the same one twice.');
  });

  it('the rest of an invoice, although as much as the part before, closes it', () => {
    const engine = engineFor({ customers, items: [invoice('FA2026-00200', 'C1', '200.00')] });
    engine.decide([credit('100.00', 'MENUISERIE AUBERT SARL', 'ACOMPTE FACTURE FA2026-00200')]);
    const [rest] = engine.decide([credit('100.00', 'MENUISERIE AUBERT SARL', 'SOLDE FACTURE FA2026-00200', { bookingDate: '2026-10-20' })]);
    expect(shown(rest!)).toMatchObject({ decision: 'auto', pays: 'FA2026-00200=100.00' });
    expect(rest!.reasons.map(({ code }) => code)).not.toContain('same_part_again');
  });
});

describe('digits of a tail', () => {
  const equal: World = { customers, items: [invoice('FA2026-13847', 'C1', '29.90'), invoice('FA2026-11873', 'C1', '29.90')] };

  it.each([
    ['one wrong', 'FACTURE 13842'],
    ['two neighbours swapped', 'FACTURE 13487'],
  ])('with %s tell equal invoices of the payer apart, in words that are true', (_, text) => {
    const proposal = decideOne(equal, credit('29.90', 'MENUISERIE AUBERT SARL', text));
    expect(shown(proposal).pays).toBe('FA2026-13847=29.90');
    expect(texts(proposal)).toContain('The text names digits that are one slip away from the last ones of FA2026-13847.');
  });

  it('with two wrong say nothing', () => {
    expect(decideOne(equal, credit('29.90', 'MENUISERIE AUBERT SARL', 'FACTURE 13092')).reasons.map(({ code }) => code)).not.toContain('tail_one_slip');
  });
});

describe('a number that a line break cut', () => {
  it.each(['FACTURE FA2026-00 617', 'FACTURE FA20 26-00617', 'FACTURE FA2026-0061 7'])('is whole again: %s', (text) => {
    const world: World = { customers, items: [invoice('FA2026-00617', 'C1', '80.00'), invoice('FA2026-00618', 'C1', '80.00')] };
    expect(shown(decideOne(world, credit('80.00', 'MENUISERIE AUBERT SARL', text)))).toMatchObject({ decision: 'auto', pays: 'FA2026-00617=80.00' });
  });
});

describe('money for no open item', () => {
  it('that a customer has sent before is on account, and only suggested', () => {
    const history = Array.from({ length: 12 }, (_, index) => settled(credit('500.00', 'GARAGE PERRET', 'ACOMPTE', { bookingDate: `2026-0${1 + (index % 9)}-05` }), { of: 'C2', less: ['on_account', '-500.00'] }));
    const proposal = decideOne({ customers, items: [invoice('FA2026-00300', 'C1', '80.00')], history }, credit('500.00', 'GARAGE PERRET', 'ACOMPTE'));
    expect(proposal.decision).not.toBe('auto');
    expect([proposal.difference?.kind, proposal.allocations]).toEqual(['on_account', []]);
    expect(proposal.reasons.map(({ code }) => code)).toContain('no_item_named');
  });
});

describe('a payment that the bank took back', () => {
  it('opens its invoice again: the next payment closes it, and is no duplicate', () => {
    const item = invoice('FA2026-00400', 'C1', '64.00');
    const engine = engineFor({ customers, items: [item] });
    const [paid, returned] = engine.decide([credit('64.00', 'MENUISERIE AUBERT SARL', 'FA2026-00400'), credit('64.00', 'MENUISERIE AUBERT SARL', 'RETOUR FA2026-00400', { reversal: true, bookingDate: '2026-10-08' })]);
    expect([paid!.decision, returned!.decision, returned!.reasons[0]!.code]).toEqual(['auto', 'none', 'reversal']);
    engine.putOpenItems([{ ...item, openMinor: 0n }]);
    engine.putOpenItems([item]);
    expect(shown(engine.decide([credit('64.00', 'MENUISERIE AUBERT SARL', 'FA2026-00400', { bookingDate: '2026-10-12' })])[0]!)).toMatchObject({ decision: 'auto', pays: 'FA2026-00400=64.00' });
  });
});

describe('the best candidate that was not enough', () => {
  it('says how sure it was and what was wanted', () => {
    const proposal = decideOne({ customers, items: [invoice('FA2026-00500', 'C1', '80.00')] }, credit('80.00', 'M DUPONT', 'VIREMENT'));
    const doubt = said(proposal).find(({ code }) => code === 'below_threshold');
    expect(proposal.decision).toBe('suggest');
    expect(doubt?.text).toBe(`At ${Math.floor(proposal.confidence * 1000) / 10} % this is below the 97.5 % from which an allocation is automatic.`);
  });
});

describe('the same payment once more', () => {
  const [payer, equal] = ['FROMAGERIE LAMBERTIN EURL', '2400.00'];
  const customers = [customer('C24', 'Fromagerie Lambertin EURL')];

  it('that names by its last digits what was just paid is not taken for the payment of an equal item', () => {
    const items = [invoice('FA2026-10031', 'C24', equal), invoice('FA2026-10689', 'C24', equal, { issueDate: '2026-09-20', dueDate: '2026-10-20' })];
    const [first, again] = engineFor({ customers, items }).decide([credit(equal, payer, 'FACTURE N 10031', { bookingDate: '2026-10-02' }), credit(equal, payer, 'CTR 282606 FACTURE N 10031', { bookingDate: '2026-10-12' })]);
    expect(shown(first!)).toEqual({ decision: 'auto', pays: `FA2026-10031=${equal}`, difference: '' });
    expect(again!.decision).toBe('suggest');
    expect(texts(again!).join(' ')).toContain('10031');
  });

  it('is not seen where the last digits are those of a payment over another amount', () => {
    const items = [invoice('FA2026-10031', 'C24', '1800.00'), invoice('FA2026-10689', 'C24', equal)];
    const [, other] = engineFor({ customers, items }).decide([credit('1800.00', payer, 'FACTURE N 10031', { bookingDate: '2026-10-02' }), credit(equal, payer, 'FACTURE FA2026-10689 CTR 10031', { bookingDate: '2026-10-12' })]);
    expect(shown(other!)).toEqual({ decision: 'auto', pays: `FA2026-10689=${equal}`, difference: '' });
  });

  it('over half an item with an odd cent is no payment of the rest, which would be a cent more', () => {
    const items = [invoice('FA2026-10031', 'C24', '2485.03')];
    const [half, again] = engineFor({ customers, items }).decide([credit('1242.51', payer, 'FACTURE FA2026-10031', { bookingDate: '2026-10-06' }), credit('1242.51', payer, 'FACTURE FA2026-10031', { bookingDate: '2026-10-16' })]);
    expect(shown(half!)).toEqual({ decision: 'auto', pays: 'FA2026-10031=1242.51', difference: '' });
    expect(again!.decision).toBe('suggest');
    expect(again!.reasons.map(({ code }) => code)).toContain('same_part_again');
  });

  it('does not keep the rest from being allocated', () => {
    const items = [invoice('FA2026-10031', 'C24', '2485.03')];
    const [, rest] = engineFor({ customers, items }).decide([credit('1242.51', payer, 'FACTURE FA2026-10031', { bookingDate: '2026-10-06' }), credit('1242.52', payer, 'FACTURE FA2026-10031', { bookingDate: '2026-10-16' })]);
    expect(shown(rest!)).toEqual({ decision: 'auto', pays: 'FA2026-10031=1242.52', difference: '' });
  });
});
