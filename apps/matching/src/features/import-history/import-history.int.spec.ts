import { describe, expect, it } from '@jest/globals';
import { historyRecorded } from '@lettrage/contracts';
import { type ServiceUnderTest } from '@lettrage/testing';
import { Queue, matchingRuns } from '../../../testing/a-queue.js';

let test: ServiceUnderTest;
matchingRuns((service) => (test = service));

const past = (more: object = {}) => JSON.stringify({
  reference: null, booking_date: '2026-05-04', amount: '420.00', currency: 'EUR', counterparty_name: 'HOLDING MARTIN', counterparty_iban: 'FR7630006000011234567890189', end_to_end_id: null,
  remittance: 'VIREMENT', structured_references: [], customer_id: 'C1', allocations: [{ invoice: 'FA2026-00042', amount: '420.00', issue_date: '2026-05-01', due_date: '2026-05-16' }], difference: null, ...more,
});
const importing = (queue: Queue, lines: string[]) => test.user(queue.organisationId, 'accountant').send('/history', lines.join('\n'), 'application/jsonl');

describe('confirmed payments of the past', () => {
  it('teach the engine who pays for whom, and are said', async () => {
    const queue = new Queue(test);
    const bois = await queue.customer('Bois du Sud SARL');
    await queue.customer('Menuiserie Petit');
    const items = [await queue.item(bois, 'FA2026-00103', '250.00'), await queue.item(bois, 'FA2026-00104', '310.00')];
    // Each pays an item of its own: what waits is looked at again once there is a history, and may take its own before the other comes.
    const [before, after] = ['250.00', '310.00'].map((amount) => queue.credit(amount, 'VIREMENT', 'HOLDING MARTIN', { counterpartyIban: 'FR7630006000011234567890189' })) as [ReturnType<Queue['credit']>, ReturnType<Queue['credit']>];
    const confidence = async (id: string) => (await queue.entry(id)).proposals.find(({ lines }) => items.includes(lines[0]?.itemId ?? ''))?.confidence ?? 0;
    await queue.receive(before);
    expect((await queue.entry(before.transactionId)).state).toBe('waiting');
    const untaught = await confidence(before.transactionId);
    expect(await importing(queue, [past(), past({ booking_date: '2026-06-04' }), past({ booking_date: '2026-07-04' }), past({ customer_id: null, allocations: [], counterparty_name: 'IMPOTS' })])).toEqual({ status: 200, body: { imported: 4 } });
    await queue.receive(after);
    const taught = await confidence(after.transactionId);
    expect(taught).toBeGreaterThan(0.9);
    expect(untaught).toBeLessThan(taught);
    const paid = { customerId: bois, currency: 'EUR', items: [{ number: 'FA2026-00042', amount: '420.00', issueDate: '2026-05-01', dueDate: '2026-05-16' }] };
    expect(await test.said(queue.organisationId, historyRecorded)).toEqual([{ payments: ['2026-05-04', '2026-06-04', '2026-07-04'].map((paidDate) => ({ ...paid, paidDate })) }]);
  });

  it('are taken as a whole or not at all', async () => {
    const queue = new Queue(test);
    await queue.customer('Bois du Sud SARL');
    const many = Array.from({ length: 600 }, () => past());
    expect(await importing(queue, [...many, past({ customer_id: 'C9' })])).toMatchObject({
      status: 422, body: { code: 'invalid_file', detail: 'history.jsonl, record 601: field "customer_id": there is no customer "C9"', remedy: expect.stringContaining('import the customers first') },
    });
    expect(await importing(queue, [...many, past({ amount: '1,5' })])).toMatchObject({ status: 422, body: { code: 'invalid_file', detail: expect.stringContaining('history.jsonl:601: field "amount"') } });
    expect(await importing(queue, [...many, past({ remittance: 'A\u0000B' })])).toMatchObject({ status: 400, body: { code: 'invalid_body' } });
    expect((await test.administrator.query('select from settled_payment where organisation_id = $1', [queue.organisationId])).rows).toEqual([]);
    expect(await test.said(queue.organisationId, historyRecorded)).toEqual([]);
    expect((await queue.reviewer.send('/history', past(), 'application/jsonl')).status).toBe(403);
    expect(await importing(queue, many)).toEqual({ status: 200, body: { imported: 600 } });
    expect((await test.said(queue.organisationId, historyRecorded)).map(({ payments }) => payments.length)).toEqual([500, 100]);
  });

  it('are kept once, though a later file brings them again; twins of one file are both kept', async () => {
    const queue = new Queue(test);
    await queue.customer('Bois du Sud SARL');
    const [twin, single, later] = [past(), past({ booking_date: '2026-06-04' }), past({ booking_date: '2026-07-04' })];
    expect((await importing(queue, [twin, twin, single])).body).toEqual({ imported: 3 });
    expect((await importing(queue, [twin, twin, single])).body).toEqual({ imported: 0 });
    expect((await importing(queue, [single, later, twin, twin, twin])).body).toEqual({ imported: 2 });
    const said = (await test.said(queue.organisationId, historyRecorded)).flatMap(({ payments }) => payments.map(({ paidDate }) => paidDate));
    expect(said.sort()).toEqual(['2026-05-04', '2026-05-04', '2026-05-04', '2026-06-04', '2026-07-04']);
    const other = new Queue(test);
    await other.customer('Bois du Sud SARL');
    expect((await importing(other, [twin])).body).toEqual({ imported: 1 });
  });
});
