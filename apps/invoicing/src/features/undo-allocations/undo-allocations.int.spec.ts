import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allocationsReversed, allocationsSettled, undoRequested } from '@lettrage/contracts';
import { says, type ServiceUnderTest } from '@lettrage/testing';
import { randomUUID } from 'node:crypto';
import { Ledger, runInvoicing } from '../../../testing/a-ledger.js';

let test: ServiceUnderTest;
beforeAll(async () => {
  test = await runInvoicing();
});
afterAll(async () => {
  expect(await test.lawsBroken()).toEqual([]);
  await test.close();
});

const reversed = async (ledger: Ledger) => (await test.said(ledger.organisationId, allocationsReversed)).flatMap(({ reversals }) => reversals);
const versions = async (ledger: Ledger, itemId: string) =>
  (await ledger.saidItems()).filter((item) => item.itemId === itemId).map(({ version, open }) => [version, open]);

describe('an undo', () => {
  it('adds an entry against each of the request’s, opens the items again, and says both', async () => {
    const ledger = new Ledger(test);
    const customerId = await ledger.customer();
    const [invoice, note] = [await ledger.item(customerId, 'FA1', '100.00'), await ledger.item(customerId, 'AV1', '-20.00')];
    const request = ledger.request('85.00', [[invoice, '100.00'], [note, '-20.00']], { difference: { kind: 'overpayment', amount: '-5.00' } });
    await ledger.ask(request);
    const { entries } = (await test.said(ledger.organisationId, allocationsSettled)).flatMap(({ settlements }) => settlements)[0]!;
    const who = randomUUID();
    await ledger.undo(who, request);
    const against = entries.map((entry) => ({ ...entry, entryId: expect.any(String), amount: opposite(entry.amount), reverses: entry.entryId }));
    expect(against.map(({ amount }) => amount)).toEqual(['-100.00', '20.00', '-5.00']);
    expect(await reversed(ledger)).toEqual([{ requestId: request.requestId, transactionId: request.transactionId, undoneBy: who, entries: against }]);
    expect(await versions(ledger, invoice)).toEqual([[1, '100.00'], [2, '0.00'], [3, '100.00']]);
    expect(await versions(ledger, note)).toEqual([[1, '-20.00'], [2, '0.00'], [3, '-20.00']]);
    const shown = await ledger.entriesOf(request.transactionId);
    expect(shown.map(({ amount, reverses, decidedBy }) => [amount, reverses, decidedBy])).toEqual([
      ...entries.map(({ amount }) => [amount, null, 'automatic']),
      ...entries.map(({ entryId, amount }) => [opposite(amount), entryId, who]),
    ]);
  });

  it('happens once, however often it is asked for', async () => {
    const ledger = new Ledger(test);
    const invoice = await ledger.item(await ledger.customer(), 'FA1', '100.00');
    const request = ledger.request('100.00', [[invoice, '100.00']]);
    await ledger.ask(request);
    const message = says(ledger.organisationId, undoRequested, { undos: [{ requestId: request.requestId, transactionId: request.transactionId, undoneBy: randomUUID() }] });
    await test.hear(message, message);
    await ledger.undo(randomUUID(), request, request);
    expect((await reversed(ledger)).length).toBe(1);
    expect((await ledger.entriesOf(request.transactionId)).length).toBe(2);
    expect(await ledger.open(invoice)).toBe('100.00');
  });

  it('of what was never settled, or of another organisation’s, takes nothing back', async () => {
    const [ledger, other] = [new Ledger(test), new Ledger(test)];
    const invoice = await ledger.item(await ledger.customer(), 'FA1', '100.00');
    const request = ledger.request('100.00', [[invoice, '100.00']]);
    const refused = ledger.request('100.00', [[invoice, '100.00']]);
    await ledger.ask(request, refused);
    await ledger.undo(randomUUID(), refused, ledger.request('1.00', []));
    await other.undo(randomUUID(), request);
    expect([...(await reversed(ledger)), ...(await reversed(other))]).toEqual([]);
    expect(await ledger.open(invoice)).toBe('0.00');
  });

  it('makes room for another allocation of the same transaction, which can be undone by itself', async () => {
    const ledger = new Ledger(test);
    const customerId = await ledger.customer();
    const [wrong, right] = [await ledger.item(customerId, 'FA1', '100.00'), await ledger.item(customerId, 'FA2', '100.00')];
    const first = ledger.request('100.00', [[wrong, '100.00']]);
    const second = ledger.request('100.00', [[right, '100.00']], { transactionId: first.transactionId });
    await ledger.ask(first);
    await ledger.undo(randomUUID(), first);
    await ledger.ask(second);
    await ledger.undo(randomUUID(), first);
    expect([await ledger.open(wrong), await ledger.open(right)]).toEqual(['100.00', '0.00']);
    await ledger.undo(randomUUID(), second);
    expect([await ledger.open(wrong), await ledger.open(right)]).toEqual(['100.00', '100.00']);
    expect((await reversed(ledger)).map(({ requestId }) => requestId)).toEqual([first.requestId, second.requestId]);
  });

  it('counts from the day of what was undone, or from a day of its own where the bank took the money back', async () => {
    const ledger = new Ledger(test);
    const invoice = await ledger.item(await ledger.customer(), 'FA1', '100.00');
    const [mistake, returned] = [ledger.request('40.00', [[invoice, '40.00']]), ledger.request('60.00', [[invoice, '60.00']])];
    await ledger.ask(mistake, returned);
    const undo = ({ requestId, transactionId }: typeof mistake, effectiveDate?: string) => ({ requestId, transactionId, undoneBy: 'automatic' as const, effectiveDate });
    await test.hear(says(ledger.organisationId, undoRequested, { undos: [undo(mistake), undo(returned, '2026-10-19')] }));
    expect((await reversed(ledger)).flatMap(({ entries }) => entries.map(({ amount, effectiveDate }) => [amount, effectiveDate]))).toEqual([['-40.00', '2026-10-05'], ['-60.00', '2026-10-19']]);
    expect(await ledger.open(invoice)).toBe('100.00');
  });

  it('of several allocations of one item in one message opens what they had closed, in one version', async () => {
    const ledger = new Ledger(test);
    const invoice = await ledger.item(await ledger.customer(), 'FA1', '100.00');
    const requests = ['10.00', '20.00', '30.00'].map((amount) => ledger.request(amount, [[invoice, amount]]));
    for (const request of requests) await ledger.ask(request);
    await ledger.undo(randomUUID(), requests[0]!, requests[2]!);
    expect(await versions(ledger, invoice)).toEqual([[1, '100.00'], [2, '90.00'], [3, '70.00'], [4, '40.00'], [5, '80.00']]);
  });
});

function opposite(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}
