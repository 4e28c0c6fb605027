import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MatchingEngine, type Customer, type IncomingTransaction, type OpenItem, type Proposal, type SettledTransaction } from '../index.js';
import { credit, creditNote, customer, invoice, settled } from './scenario.js';

const names = ['Menuiserie Aubert SARL', 'Menuiserie Aubert Nord SARL', 'Autohaus Böhm GmbH', 'Transports Noël SA', 'Böhm & Söhne OHG'];
const customers: readonly Customer[] = names.map((name, index) => customer(`C${index}`, name));
const amounts = ['49.00', '120.00', '120.00', '898.80', '310.17', '77.30', '1000.00'];

const itemsOf = fc.array(fc.record({ owner: fc.nat(4), amount: fc.nat(amounts.length - 1), note: fc.nat(9), due: fc.integer({ min: 10, max: 28 }) }), { minLength: 1, maxLength: 25 }).map((rows) =>
  rows.map(({ owner, amount, note, due }, index): OpenItem => {
    const more = { dueDate: `2026-09-${due}`, orderReference: index % 3 === 0 ? `PO${7000 + index}` : null };
    return note === 0 ? creditNote(`AV2026-${String(index).padStart(4, '0')}`, `C${owner}`, `-${amounts[amount]!}`, more) : invoice(`FA2026-${String(index).padStart(4, '0')}`, `C${owner}`, amounts[amount]!, more);
  }),
);
const texts = ['', 'FACTURE FA2026-0003', 'FA2026-0001/2/3', 'PO7003', '2 FACTURES', 'SOLDE', '5 6 7', 'FA2026-0099', 'ACOMPTE', 'FA2026-0002 A FA2026-0009'];
const creditsOf = fc.array(fc.record({ payer: fc.nat(5), amount: fc.integer({ min: -50_000, max: 250_000 }), listed: fc.nat(amounts.length), text: fc.nat(texts.length - 1) }), { minLength: 1, maxLength: 12 }).map((rows) =>
  rows.map(({ payer, amount, listed, text }, index): IncomingTransaction => ({
    ...credit(amounts[listed] ?? '1.00', (names[payer] ?? 'MME GARNIER').toUpperCase(), texts[text]!),
    id: `T${index}`,
    ...(amounts[listed] === undefined ? { amount: { minor: BigInt(amount), currency: 'EUR' } } : {}),
  })),
);
const historyOf = fc.array(fc.record({ payer: fc.nat(4), amount: fc.nat(amounts.length - 1), paid: fc.boolean(), day: fc.integer({ min: 10, max: 28 }) }), { maxLength: 30 }).map((rows) =>
  rows.map(({ payer, amount, paid, day }, index): SettledTransaction => {
    const past = { ...credit(amounts[amount]!, names[payer]!.toUpperCase(), `FACTURE FA2026-9${String(index).padStart(3, '0')}`, { bookingDate: `2026-08-${day}` }), id: `H${index}` };
    return paid ? settled(past, { of: `C${payer}`, items: { [`FA2026-9${String(index).padStart(3, '0')}`]: amounts[amount]! } }) : settled(past, {});
  }),
);

function decide(items: readonly OpenItem[], history: readonly SettledTransaction[], credits: readonly IncomingTransaction[], people: readonly Customer[] = customers): Proposal[] {
  const engine = new MatchingEngine();
  engine.putCustomers(people);
  engine.putOpenItems(items);
  engine.learn(history);
  return engine.decide(credits);
}

const wire = (proposals: readonly Proposal[]): string => JSON.stringify(proposals, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));

describe('the laws of a decision', () => {
  it('what is allocated less the difference is what was received, in the first proposal and in every alternative', () => {
    fc.assert(
      fc.property(itemsOf, historyOf, creditsOf, (items, history, credits) => {
        for (const [index, proposal] of decide(items, history, credits).entries())
          for (const one of [proposal, ...proposal.alternatives]) {
            if (one.allocations.length === 0 && !one.difference) continue;
            const allocated = one.allocations.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
            expect(allocated - (one.difference?.amountMinor ?? 0n)).toBe(credits[index]!.amount.minor);
          }
      }),
      { numRuns: 60 },
    );
  });

  it('no item is allocated above what is open, over all that is allocated unattended', () => {
    fc.assert(
      fc.property(itemsOf, historyOf, creditsOf, (items, history, credits) => {
        const left = new Map(items.map(({ id, openMinor }) => [id, openMinor]));
        for (const proposal of decide(items, history, credits)) {
          if (proposal.decision !== 'auto') continue;
          expect(new Set(proposal.allocations.map(({ itemId }) => itemId)).size).toBe(proposal.allocations.length);
          for (const { itemId, amountMinor } of proposal.allocations) {
            const open = left.get(itemId)!;
            expect(open >= 0n ? amountMinor > 0n && amountMinor <= open : amountMinor < 0n && amountMinor >= open).toBe(true);
            left.set(itemId, open - amountMinor);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the order in which customers, items and history came changes nothing', () => {
    fc.assert(
      fc.property(itemsOf, historyOf, creditsOf, fc.infiniteStream(fc.nat()), (items, history, credits, dice) => {
        const shuffled = <T>(rows: readonly T[]): T[] =>
          rows
            .map((row) => ({ row, at: dice.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ row }) => row);
        expect(wire(decide(shuffled(items), shuffled(history), credits, shuffled(customers)))).toBe(wire(decide(items, history, credits)));
      }),
      { numRuns: 40 },
    );
  });

  it('debits propose nothing, and probabilities are probabilities', () => {
    fc.assert(
      fc.property(itemsOf, historyOf, creditsOf, (items, history, credits) => {
        for (const [index, proposal] of decide(items, history, credits).entries()) {
          if (credits[index]!.amount.minor <= 0n) expect(proposal).toMatchObject({ decision: 'none', allocations: [], alternatives: [] });
          const sum = [proposal, ...proposal.alternatives].reduce((total, { confidence }) => total + confidence, 0);
          expect(proposal.confidence).toBeGreaterThanOrEqual(0);
          expect(sum).toBeLessThanOrEqual(1 + proposal.confidence + 1e-9);
        }
      }),
      { numRuns: 40 },
    );
  });
});
