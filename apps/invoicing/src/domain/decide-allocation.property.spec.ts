import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amountOf, ModelLedger, type Operation, type Scenario, scenarios, sum } from '../../testing/model-ledger.js';
import { decideAllocation, type NewEntry } from './decide-allocation.js';
import { type OpenItem, type Payment } from './open-item.js';

/** The decision with the least that is needed around it: what was decided is added up. */
class Books {
  readonly items: Map<string, OpenItem>;
  readonly payments = new Map<string, Payment>();
  readonly entries: (NewEntry & { request: number; transactionId: string })[] = [];
  private readonly undone = new Set<number>();

  constructor(totals: readonly number[]) {
    this.items = new Map(totals.map((total, index) => [
      `i${index}`,
      { itemId: `i${index}`, customerId: 'c', number: `F${index}`, kind: total > 0 ? 'invoice' : 'credit_note', issueDate: '2026-09-01', dueDate: '2026-10-01', currency: 'EUR', openMinor: BigInt(total) },
    ]));
  }

  allocate(request: number, { payment, lines, difference, off }: Extract<Operation, { kind: 'allocate' }>): string | null {
    const transactionId = `t${payment}`;
    const amountMinor = BigInt(amountOf(lines, difference, off));
    const decision = decideAllocation(
      {
        requestId: `r${request}`, transactionId, amountMinor, currency: 'EUR', bookingDate: '2026-10-05', customerId: 'c',
        lines: lines.map(({ item, amount }) => ({ itemId: `i${item}`, amountMinor: BigInt(amount) })), difference: difference && { kind: difference.kind, amountMinor: BigInt(difference.amount) },
      },
      this.items, this.payments.get(transactionId), new Set(['c']),
    );
    if (decision.kind === 'refused') return decision.code;
    for (const entry of decision.entries) this.enter({ ...entry, request, transactionId }, amountMinor);
    return null;
  }

  undo(request: number): void {
    const entries = this.entries.filter((one) => one.request === request);
    if (entries.length === 0 || this.undone.has(request)) return;
    this.undone.add(request);
    for (const entry of entries) this.enter({ ...entry, amountMinor: -entry.amountMinor }, this.payments.get(entry.transactionId)!.amountMinor);
  }

  private enter(entry: NewEntry & { request: number; transactionId: string }, amountMinor: bigint): void {
    this.entries.push(entry);
    const payment = this.payments.get(entry.transactionId) ?? { transactionId: entry.transactionId, currency: 'EUR', amountMinor, takenMinor: 0n };
    this.payments.set(entry.transactionId, { ...payment, amountMinor, takenMinor: payment.takenMinor + entry.amountMinor });
    const item = entry.itemId === null ? undefined : this.items.get(entry.itemId)!;
    if (item) this.items.set(item.itemId, { ...item, openMinor: item.openMinor - entry.amountMinor });
  }
}

function run({ items, operations }: Scenario): { settled: number; refused: Set<string> } {
  const [books, model] = [new Books(items), new ModelLedger(items)];
  const refused = new Set<string>();
  let settled = 0;
  for (const [request, operation] of operations.entries()) {
    if (operation.kind === 'undo') {
      books.undo(operation.request);
      model.undo(operation.request);
    } else {
      const expected = model.allocate(request, operation);
      expect(books.allocate(request, operation)).toBe(expected);
      if (expected) refused.add(expected);
      else settled += 1;
    }
    for (const [index, total] of items.entries()) {
      const { openMinor } = books.items.get(`i${index}`)!;
      expect(openMinor).toBe(BigInt(model.open(index)));
      expect(total > 0 ? openMinor >= 0n && openMinor <= BigInt(total) : openMinor <= 0n && openMinor >= BigInt(total)).toBe(true);
    }
    for (const [transactionId, { takenMinor, amountMinor }] of books.payments) {
      expect(takenMinor).toBe(BigInt(model.taken(Number(transactionId.slice(1)))));
      expect(takenMinor === 0n || takenMinor === amountMinor).toBe(true);
    }
  }
  expect(books.entries.reduce((total, { amountMinor }) => total + amountMinor, 0n)).toBe(BigInt(sum(model.rows)));
  return { settled, refused };
}

describe('whatever is asked of the ledger', () => {
  it('it decides as a list of rows would, and no item and no payment is ever overdrawn', () => {
    const seen = { settled: 0, refused: new Set<string>() };
    fc.assert(
      fc.property(scenarios(50), (scenario) => {
        const { settled, refused } = run(scenario);
        seen.settled += settled;
        refused.forEach((code) => seen.refused.add(code));
      }),
      { numRuns: 200 },
    );
    // The scenarios are worth something: much is settled, and every reason that they can give comes up.
    expect(seen.settled).toBeGreaterThan(200);
    expect([...seen.refused].sort()).toEqual(['amounts_do_not_add_up', 'difference_sign_wrong', 'item_not_open_enough', 'transaction_differs', 'transaction_exceeded']);
  });
});
