import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { camt053, customersCsv, generateWorld, historyJsonl, homes, invoicesCsv, languages, truthJsonl, usualHabits, type World } from './index.js';

const options = fc.record({
  seed: fc.integer(),
  customers: fc.integer({ min: 1, max: 40 }),
  months: fc.integer({ min: 1, max: 6 }),
  today: fc.constantFrom('2026-11-22', '2024-03-01', '2027-01-01'),
  noise: fc.constantFrom('none' as const, 'usual' as const, 'varied' as const, 'harsh' as const),
  home: fc.constantFrom(...homes),
  languages: fc.constantFrom(undefined, ...languages).map((language) => (language ? { [language]: 1 } : { fr: 1, de: 1, it: 1, pl: 1, sv: 1, da: 1 })),
  habits: fc.constantFrom({}, { chains: 0.1, treasuries: 1, roundBudgets: 0.5, groupings: { single: 1, due: 1, statement: 1 } }, { references: { ...usualHabits.references, date: 40, month: 40 } }),
});
const runs = { numRuns: 40 };

function everything({ customers, invoices, history, ledger, statement }: World): string {
  return [...customersCsv(customers), ...invoicesCsv(invoices), ...historyJsonl(history, ledger), ...camt053(statement), ...truthJsonl(statement.transactions)].join('');
}

describe('every world', () => {
  it('is the same, to the byte, for the same options', () => {
    fc.assert(
      fc.property(options, (given) => everything(generateWorld(given)) === everything(generateWorld(given))),
      runs,
    );
  });

  it('allocates never more than is open, at any moment, and never before an item is issued', () => {
    fc.assert(
      fc.property(options, (given) => {
        const { ledger, transactions } = generateWorld(given);
        const open = new Map([...ledger].map(([number, { totalMinor }]) => [number, totalMinor]));
        return transactions.every(({ truth, bookingDate }) =>
          truth.allocations.every(({ invoice, amountMinor }) => {
            const { issueDate, kind } = ledger.get(invoice)!;
            const left = open.get(invoice)! - amountMinor;
            open.set(invoice, left);
            return amountMinor !== 0n && issueDate <= bookingDate && (kind === 'invoice' ? left >= 0n && amountMinor > 0n : left <= 0n && amountMinor < 0n);
          }),
        );
      }),
      runs,
    );
  });

  it('says of each credit what it was: allocations less the difference are the amount, and what pays nothing says why', () => {
    fc.assert(
      fc.property(options, (given) =>
        generateWorld(given).transactions.every(({ truth, amountMinor }) => {
          if (truth.allocations.length === 0 && truth.difference === null) return truth.kind.startsWith('other:') && truth.customerId === null;
          const allocated = truth.allocations.reduce((sum, allocation) => sum + allocation.amountMinor, 0n);
          return amountMinor > 0n && truth.customerId !== null && allocated - (truth.difference?.amountMinor ?? 0n) === amountMinor;
        }),
      ),
      runs,
    );
  });

  it('has statements that balance, references that are unique, and open items that the past explains', () => {
    fc.assert(
      fc.property(options, (given) => {
        const { statement, transactions, invoices, ledger } = generateWorld(given);
        const moved = statement.transactions.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
        const open = new Map([...ledger].map(([number, { totalMinor }]) => [number, totalMinor]));
        for (const { truth, bookingDate } of transactions) {
          if (bookingDate >= statement.from) break;
          for (const { invoice, amountMinor } of truth.allocations) open.set(invoice, open.get(invoice)! - amountMinor);
        }
        return (
          statement.openingMinor + moved === statement.closingMinor &&
          new Set(transactions.map(({ reference }) => reference)).size === transactions.length &&
          invoices.every(({ number, openMinor }) => open.get(number) === openMinor && openMinor !== 0n)
        );
      }),
      runs,
    );
  });
});
