import { describe, expect, it } from '@jest/globals';
import { type DecisionRequest, type IncomingTransaction, type Proposal, type Rule, RuleSet } from '../index.js';
import { credit, customer, engineFor, invoice, said, shown, type World } from './scenario.js';

const world: World = {
  customers: [customer('C1', 'Menuiserie Aubert SARL'), customer('C2', 'Garage Perret'), customer('C3', 'Autohaus Böhm GmbH', { country: 'DE' })],
  items: [invoice('FA-2026-001', 'C1', '250.00'), invoice('FA-2026-002', 'C2', '480.00'), invoice('FA-2026-003', 'C3', '1000.00'), invoice('FA-2026-004', 'C1', '75.00')],
};
const sure = (): IncomingTransaction => credit('250.00', 'MENUISERIE AUBERT SARL', 'FACTURE FA-2026-001');
const codes = (proposal: Proposal): string[] => proposal.reasons.map(({ code }) => code);
const decide = (transaction: IncomingTransaction, request: DecisionRequest): Proposal => engineFor(world).decide([transaction], request)[0]!;

describe('a policy', () => {
  it('that says nothing changes nothing', () => {
    expect(shown(decide(sure(), { policy: {} }))).toMatchObject({ decision: 'auto', pays: 'FA-2026-001=250.00' });
  });

  it('switches unattended allocation off, and says so', () => {
    const proposal = decide(sure(), { policy: { automatic: false } });
    expect(shown(proposal)).toMatchObject({ decision: 'suggest', pays: 'FA-2026-001=250.00' });
    expect(codes(proposal)).toContain('policy_automatic_off');
  });

  it('keeps amounts above its limit for a person; the limit itself is not above it', () => {
    expect(decide(sure(), { policy: { largestUnattendedMinor: 25_000n } }).decision).toBe('auto');
    const proposal = decide(sure(), { policy: { largestUnattendedMinor: 24_999n } });
    expect(proposal.decision).toBe('suggest');
    expect(said(proposal)).toContainEqual(expect.objectContaining({ code: 'policy_amount', text: 'The amount 250.00 EUR is above 249.99 EUR, the most that is allocated without a person.' }));
  });

  it('that wants a reference allocates what is named, and suggests what only name and amount speak for', () => {
    expect(decide(sure(), { policy: { referenceOnly: true } }).decision).toBe('auto');
    const unnamed = credit('250.00', 'MENUISERIE AUBERT SARL', 'VIREMENT');
    expect(decide(unnamed, {}).decision).toBe('auto');
    const proposal = decide(unnamed, { policy: { referenceOnly: true } });
    expect(shown(proposal)).toMatchObject({ decision: 'suggest', pays: 'FA-2026-001=250.00' });
    expect(codes(proposal)).toContain('policy_reference_only');
  });

  it('holds for the transactions that name it, the other one for the rest', () => {
    const [one, other] = [sure(), credit('480.00', 'GARAGE PERRET', 'FA-2026-002')];
    const proposals = engineFor(world).decide([one, other], { policy: { automatic: false }, policies: new Map([[other.id, {}]]) });
    expect(proposals.map(({ decision }) => decision)).toEqual(['suggest', 'auto']);
  });

  it('with a higher precision wants more confidence', () => {
    const unnamed = credit('250.00', 'MENUISERIE AUBERT SARL', 'VIREMENT');
    const { confidence } = decide(unnamed, {});
    expect(confidence).toBeLessThan(0.99999);
    expect(decide(unnamed, { policy: { targetPrecision: 0.99999 } })).toMatchObject({ decision: 'suggest', confidence });
  });

  it.each([{ targetPrecision: 1 }, { targetPrecision: 0.4 }, { targetPrecision: Number.NaN }, { largestUnattendedMinor: -1n }])('that means nothing is refused: %p', (policy) => {
    expect(() => decide(sure(), { policy })).toThrow(RangeError);
  });
});

describe('a rule', () => {
  it('says whose money it is: the engine finds what it pays', () => {
    const transaction = credit('480.00', 'SARL PERRET ET FILS HOLDING', 'VIREMENT', { counterpartyIban: 'DE89 3704 0044 0532 0130 00' });
    const rule: Rule = { kind: 'payer_is_customer', id: 'R1', match: { payerIban: 'DE89370400440532013000' }, customerId: 'C2' };
    const proposal = decide(transaction, { rules: [rule] });
    expect(shown(proposal)).toMatchObject({ decision: 'auto', pays: 'FA-2026-002=480.00' });
    expect(proposal.reasons).toContainEqual(expect.objectContaining({ code: 'rule_payer', params: { rule: 'R1', customer: 'Garage Perret' } }));
  });

  it('says that payments of a payer are no invoice\'s, even where a number is named and the amount fits', () => {
    const rule: Rule = { kind: 'not_an_invoice', id: 'R2', match: { payerName: 'Stripe' }, label: 'payout' };
    const proposal = decide(credit('250.00', 'STRIPE PAYMENTS EUROPE', 'FA-2026-001'), { rules: [rule] });
    expect({ ...proposal, reasons: said(proposal) }).toMatchObject({ decision: 'none', allocations: [], reasons: [{ code: 'rule_other_money', text: 'A rule says what this is: payout. It pays no invoice.' }] });
    expect(decide(credit('250.00', 'STRIPED FISH SARL', 'FA-2026-001'), { rules: [rule] }).allocations).not.toEqual([]);
  });

  it('takes nothing from another payment of the same call', () => {
    const rule: Rule = { kind: 'not_an_invoice', id: 'R2', match: { payerName: 'Stripe' }, label: 'payout' };
    const proposals = engineFor(world).decide([credit('250.00', 'STRIPE', 'FA-2026-001'), sure()], { rules: [rule] });
    expect(proposals.map(({ decision }) => decision)).toEqual(['none', 'auto']);
  });

  it('takes a difference for a rounding up to its tolerance, and not a cent more', () => {
    const rules: Rule[] = [{ kind: 'rounding_tolerance', id: 'R3', currency: 'EUR', upToMinor: 40n }];
    const within = decide(credit('249.60', 'MENUISERIE AUBERT SARL', 'FA-2026-001'), { rules });
    expect(shown(within)).toEqual({ decision: 'auto', pays: 'FA-2026-001=250.00', difference: 'rounding 0.40' });
    expect(codes(within)).toContain('rule_rounding');
    expect(codes(decide(credit('249.59', 'MENUISERIE AUBERT SARL', 'FA-2026-001'), { rules }))).not.toContain('rule_rounding');
    expect(codes(decide(credit('249.60', 'MENUISERIE AUBERT SARL', 'FA-2026-001'), {}))).not.toContain('rule_rounding');
  });

  it('takes a difference for a fee from abroad only', () => {
    const rules: Rule[] = [{ kind: 'fee_from_abroad', id: 'R4', currency: 'EUR', upToMinor: 2_500n, homeCountry: 'FR' }];
    const abroad = decide(credit('982.37', 'AUTOHAUS BOEHM GMBH', 'FA-2026-003'), { rules });
    expect(shown(abroad)).toEqual({ decision: 'auto', pays: 'FA-2026-003=1000.00', difference: 'bank_fee 17.63' });
    expect(abroad.reasons).toContainEqual(expect.objectContaining({ code: 'rule_fee', params: { rule: 'R4', difference: '17.63 EUR', limit: '25.00 EUR' } }));
    expect(codes(decide(credit('232.37', 'MENUISERIE AUBERT SARL', 'FA-2026-001'), { rules }))).not.toContain('rule_fee');
  });

  it('of several that speak, the first decides', () => {
    const match = { text: 'virement interne' };
    const rules: Rule[] = [{ kind: 'not_an_invoice', id: 'A', match, label: 'own transfer' }, { kind: 'payer_is_customer', id: 'B', match: { payerIban: 'FR7630006000011234567890189' }, customerId: 'C1' }];
    const transaction = credit('250.00', 'ATELIERS DU PARC', 'Virement-interne 12', { counterpartyIban: 'FR7630006000011234567890189' });
    expect(new RuleSet(rules).of(transaction)).toMatchObject({ otherMoney: { ruleId: 'A' }, customer: null });
    expect(new RuleSet([...rules].reverse()).of(transaction)).toMatchObject({ otherMoney: null, customer: { ruleId: 'B', customerId: 'C1' } });
  });

  it('that would be about every credit is refused', () => {
    expect(() => new RuleSet([{ kind: 'not_an_invoice', id: 'R9', match: { payerName: ' - ' }, label: 'all' }])).toThrow(/R9/);
    expect(() => new RuleSet([{ kind: 'rounding_tolerance', id: 'R8', currency: 'EUR', upToMinor: -1n }])).toThrow(/R8/);
  });
});
