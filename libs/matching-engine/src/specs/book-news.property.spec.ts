import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IncomingTransaction, OpenItem, Proposal } from '../index.js';
import { credit, creditNote, customer, engineFor, invoice } from './scenario.js';

const names = ['Menuiserie Aubert SARL', 'Menuiserie Aubert Nord SARL', 'Autohaus Böhm GmbH', 'Transports Noël SA', 'Böhm & Söhne OHG'];
const customers = names.map((name, index) => customer(`C${index}`, name));
const amounts = ['49.00', '120.00', '898.80', '310.17', '77.30', '1000.00'];
const texts = ['', 'FACTURE FA2026-0003', 'FA2026-0001/2/3', 'PO7003', '2 FACTURES', 'SOLDE', '5 6 7', 'FA2026-0013', 'POUR LE COMPTE DE TRANSPORTS NOEL', 'FA2026-0002 A FA2026-0009', 'REGLEMENT FA2026-0'];
const itemsOf = fc.array(fc.record({ owner: fc.nat(4), amount: fc.nat(amounts.length - 1), note: fc.nat(9) }), { minLength: 2, maxLength: 18 }).map((rows) =>
  rows.map(({ owner, amount, note }, index): OpenItem => {
    const number = String(index).padStart(4, '0');
    return note === 0 ? creditNote(`AV2026-${number}`, `C${owner}`, `-${amounts[amount]!}`) : invoice(`FA2026-${number}`, `C${owner}`, amounts[amount]!, { orderReference: index % 3 === 0 ? `PO${7000 + index}` : null });
  }),
);
const creditOf = fc
  .record({ payer: fc.nat(5), amount: fc.nat(amounts.length), text: fc.nat(texts.length - 1), other: fc.integer({ min: 1, max: 250_000 }) })
  .map(({ payer, amount, text, other }): IncomingTransaction => {
    const one = credit(amounts[amount] ?? '1.00', (names[payer] ?? 'MME GARNIER').toUpperCase(), texts[text]!);
    return amounts[amount] === undefined ? { ...one, amount: { minor: BigInt(other), currency: 'EUR' } } : one;
  });

const items = ({ allocations }: Pick<Proposal, 'allocations'>): string => allocations.map(({ itemId }) => itemId).sort().join(' ');

describe('news of the books', () => {
  it('concern every credit for which they bring a candidate', () => {
    fc.assert(
      fc.property(itemsOf, creditOf, fc.nat(17), (all, transaction, which) => {
        const late = all[which % all.length]!;
        const engine = engineFor({ customers, items: all });
        const [after] = engine.decide([transaction]);
        const brought = [after!, ...after!.alternatives].some((one) => one.allocations.some(({ itemId }) => itemId === late.id));
        if (!brought) return;
        expect(engineFor({ customers, items: all }).concernedBy({ itemIds: [late.id], customerIds: [] }, [transaction]).map((id) => [id, items(after!)])).toEqual([[transaction.id, items(after!)]]);
      }),
      { numRuns: 600 },
    );
  });

  it('concern nothing else: neither amount, nor reference, nor payer', () => {
    const world = { customers, items: [invoice('FA2026-0003', 'C0', '49.00'), invoice('FA2026-0977', 'C3', '1000.00')] };
    const concerned = (itemIds: string[], customerIds: string[], ...credits: IncomingTransaction[]): string[] => engineFor(world).concernedBy({ itemIds, customerIds }, credits.map((one, index) => ({ ...one, id: String(index) })));
    const credits = [credit('49.00', 'MME GARNIER', 'DIVERS'), credit('12.00', 'TRANSPORTS NOEL SA', 'DIVERS'), credit('13.00', 'MME GARNIER', 'FACTURE 977'), credit('1000.00', 'MME GARNIER', '', { amount: { minor: 100_000n, currency: 'CHF' } })];
    expect(concerned(['FA2026-0003'], [], ...credits)).toEqual(['0']);
    expect(concerned(['FA2026-0977'], [], ...credits)).toEqual(['1', '2']);
    expect(concerned([], ['C3', 'nobody'], ...credits)).toEqual(['1']);
    expect(concerned(['gone'], [], ...credits)).toEqual([]);
    expect(concerned(['FA2026-0003'], [], credit('49.00', null, '', { reversal: true }), credit('-49.00', null, ''))).toEqual([]);
  });
});
