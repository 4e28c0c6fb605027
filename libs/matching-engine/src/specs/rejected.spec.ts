import { describe, expect, it } from '@jest/globals';
import type { Proposal } from '../index.js';
import { credit, customer, engineFor, invoice, shown, type World } from './scenario.js';

const equal: World = {
  customers: [customer('C1', 'Menuiserie Aubert SARL'), customer('C2', 'Garage Perret')],
  items: [invoice('FA-2026-001', 'C1', '250.00'), invoice('FA-2026-002', 'C1', '250.00', { issueDate: '2026-09-10', dueDate: '2026-10-10' }), invoice('FA-2026-003', 'C2', '90.00'), invoice('FA-2026-004', 'C1', '60.00')],
};
const pays = (numbers: Readonly<Record<string, bigint>>) => Object.entries(numbers).map(([itemId, amountMinor]) => ({ itemId, amountMinor }));

function decideWithout(world: World, transaction: ReturnType<typeof credit>, ...rejected: Readonly<Record<string, bigint>>[]): Proposal {
  return engineFor(world).decide([transaction], { rejected: new Map([[transaction.id, rejected.map(pays)]]) })[0]!;
}

describe('what a person has rejected', () => {
  it('leaves its place to the equal item that stood behind it', () => {
    const transaction = credit('250.00', 'MENUISERIE AUBERT SARL', 'VIREMENT');
    const before = engineFor(equal).decide([transaction])[0]!;
    expect(shown(before).pays).toBe('FA-2026-001=250.00');
    expect(before.alternatives.some(({ allocations }) => allocations.some(({ itemId }) => itemId === 'FA-2026-002'))).toBe(false);
    const after = decideWithout(equal, transaction, { 'FA-2026-001': 25_000n });
    expect(shown(after).pays).toBe('FA-2026-002=250.00');
    expect(after.confidence).toBeGreaterThan(0.9);
  });

  it('is no alternative either, and only that very allocation is gone', () => {
    const transaction = credit('250.00', 'MENUISERIE AUBERT SARL', 'VIREMENT');
    const { allocations, alternatives } = decideWithout(equal, transaction, { 'FA-2026-001': 25_000n }, { 'FA-2026-002': 25_000n });
    const all = [allocations, ...alternatives.map((one) => one.allocations)].map((lines) => lines.map(({ itemId, amountMinor }) => `${itemId}=${amountMinor}`).join(' '));
    expect(all).not.toContain('FA-2026-001=25000');
    expect(all).not.toContain('FA-2026-002=25000');
  });

  it('of two items is found in whatever order they are named', () => {
    const transaction = credit('310.00', 'MENUISERIE AUBERT SARL', 'FA-2026-001 ET FA-2026-004');
    expect(shown(engineFor(equal).decide([transaction])[0]!).pays).toBe('FA-2026-001=250.00 FA-2026-004=60.00');
    expect(shown(decideWithout(equal, transaction, { 'FA-2026-004': 6_000n, 'FA-2026-001': 25_000n })).pays).not.toBe('FA-2026-001=250.00 FA-2026-004=60.00');
  });

  it('for one transaction holds for no other, and for this call only', () => {
    const [one, other] = [credit('250.00', 'MENUISERIE AUBERT SARL', 'FACTURE FA-2026-001'), credit('90.00', 'GARAGE PERRET', 'FACTURE FA-2026-003')];
    const engine = engineFor(equal);
    const rejected = new Map([[one.id, [pays({ 'FA-2026-003': 9_000n })]]]);
    expect(engine.decide([other, one], { rejected }).map((proposal) => shown(proposal).pays)).toEqual(['FA-2026-003=90.00', 'FA-2026-001=250.00']);
    const again = engineFor(equal);
    expect(shown(again.decide([one], { rejected: new Map([[one.id, [pays({ 'FA-2026-001': 25_000n })]]]) })[0]!).pays).not.toBe('FA-2026-001=250.00');
    expect(shown(again.decide([one])[0]!).pays).toBe('FA-2026-001=250.00');
  });

  it('gives way to what is of the same amount, where the text names only what was rejected', () => {
    const transaction = credit('250.00', 'MENUISERIE AUBERT SARL', 'FACTURE FA-2026-001');
    expect(shown(decideWithout(equal, transaction, { 'FA-2026-001': 25_000n })).pays).toBe('FA-2026-002=250.00');
  });
});
