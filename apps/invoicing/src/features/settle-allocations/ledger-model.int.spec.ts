import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allocationsRefused, allocationsRequested, allocationsReversed, allocationsSettled, undoRequested } from '@lettrage/contracts';
import { formatDecimal } from '@lettrage/money';
import { type Said, says, type ServiceUnderTest } from '@lettrage/testing';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { Ledger, runInvoicing } from '../../../testing/a-ledger.js';
import { amountOf, ModelLedger, payments as paymentCount, type Scenario, scenarios } from '../../../testing/model-ledger.js';

const runs = 12;

let test: ServiceUnderTest;
beforeAll(async () => {
  test = await runInvoicing();
});
afterAll(() => test.close());

const euros = (cents: number) => formatDecimal(BigInt(cents), 2);

async function run({ items, operations }: Scenario): Promise<void> {
  const ledger = new Ledger(test);
  const customerId = await ledger.customer();
  const itemIds: string[] = [];
  for (const [index, total] of items.entries()) itemIds.push(await ledger.item(customerId, `F${index}`, euros(total)));
  const model = new ModelLedger(items);
  const payments = Array.from({ length: paymentCount }, () => randomUUID());
  const requestIds = operations.map(() => randomUUID());
  const outcomes: [requestId: string, outcome: string][] = [];
  const undone: string[] = [];
  const messages: Said[] = [];
  for (const [place, operation] of operations.entries()) {
    const requestId = requestIds[place]!;
    if (operation.kind === 'undo') {
      const asked = operations[operation.request];
      const transactionId = asked?.kind === 'allocate' ? payments[asked.payment]! : randomUUID();
      const undo = { requestId: requestIds[operation.request] ?? randomUUID(), transactionId, undoneBy: randomUUID() };
      if (model.undo(operation.request)) undone.push(undo.requestId);
      messages.push(says(ledger.organisationId, undoRequested, { undos: [undo] }));
      continue;
    }
    outcomes.push([requestId, model.allocate(place, operation) ?? 'settled']);
    const { lines, difference, off } = operation;
    const request = ledger.request(euros(amountOf(lines, difference, off)), lines.map(({ item, amount }) => [itemIds[item]!, euros(amount)]), {
      requestId, transactionId: payments[operation.payment]!, customerId, difference: difference && { kind: difference.kind, amount: euros(difference.amount) },
    });
    messages.push(says(ledger.organisationId, allocationsRequested, { requests: [request] }));
  }
  await test.hear(...messages);

  const settled = (await test.said(ledger.organisationId, allocationsSettled)).flatMap(({ settlements }) => settlements);
  const refused = (await test.said(ledger.organisationId, allocationsRefused)).flatMap(({ refusals }) => refusals);
  const reversed = (await test.said(ledger.organisationId, allocationsReversed)).flatMap(({ reversals }) => reversals);
  expect(new Map([...settled.map(({ requestId }) => [requestId, 'settled'] as const), ...refused.map(({ requestId, code }) => [requestId, code] as const)])).toEqual(new Map(outcomes));
  expect(reversed.map(({ requestId }) => requestId)).toEqual(undone);
  const snapshots = await ledger.saidItems();
  for (const [index, itemId] of itemIds.entries()) {
    expect(await ledger.open(itemId)).toBe(euros(model.open(index)));
    const own = snapshots.filter((item) => item.itemId === itemId);
    expect(own.map(({ version }) => version)).toEqual(own.map((_, version) => version + 1));
    expect(own.at(-1)!.open).toBe(euros(model.open(index)));
  }
  // What the events said of a payment adds up to what the model says that it gave.
  for (const [index, transactionId] of payments.entries()) {
    const entries = [...settled, ...reversed].filter((one) => one.transactionId === transactionId).flatMap((one) => one.entries);
    expect(entries.reduce((cents, { amount }) => cents + Number(amount.replace('.', '')), 0)).toBe(model.taken(index));
  }
  expect(await test.lawsBroken()).toEqual([]);
}

describe('the ledger on PostgreSQL', () => {
  it('stands where a list of rows would, whatever is asked of it in whatever batches', async () => {
    await fc.assert(fc.asyncProperty(scenarios(40), run), { numRuns: runs, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: false });
  });
});
