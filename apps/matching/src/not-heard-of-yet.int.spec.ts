import { describe, expect, it } from '@jest/globals';
import { type matchingHttp, type Problem } from '@lettrage/contracts';
import { type Answer, type ServiceUnderTest } from '@lettrage/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Queue, matchingRuns } from '../testing/a-queue.js';

let test: ServiceUnderTest;
matchingRuns((service) => (test = service));

/** The request is on its way before what it names is told; its answer. */
async function before<Body>(request: Promise<Answer<Body>>, told: () => Promise<unknown>): Promise<Answer<Body>> {
  await setTimeout(50);
  await told();
  return request;
}

const belongsTo = (customerId: string) => ({ kind: 'payer_is_customer', match: { payerName: 'HOLDING MARTIN' }, customerId }) as const;
const past = { reference: null, booking_date: '2026-05-04', amount: '420.00', currency: 'EUR', counterparty_name: 'HOLDING MARTIN', counterparty_iban: null, end_to_end_id: null, remittance: 'VIREMENT', structured_references: [], customer_id: 'C1' };
const payment = { ...past, allocations: [{ invoice: 'FA2026-00042', amount: '420.00', issue_date: '2026-05-01', due_date: '2026-05-16' }], difference: null };

describe('what was created a moment ago in another service is there for', () => {
  const routes: Record<string, (queue: Queue, customerId: string) => [Promise<Answer<unknown>>, number]> = {
    'a new rule': ({ accountant }, customerId) => [accountant.post('/rules', { rule: belongsTo(customerId) }), 201],
    'the trial of a rule': ({ accountant }, customerId) => [accountant.post('/rules/try', { rule: belongsTo(customerId) }), 200],
    'the page of what was learned': ({ reviewer }, customerId) => [reviewer.get(`/learning/${customerId}`), 200],
    'a forgetting': ({ accountant }, customerId) => [accountant.post(`/learning/${customerId}/forget`, { kind: 'name', value: 'MARTIN' }), 200],
    'a history': ({ accountant }) => [accountant.send('/history', JSON.stringify(payment), 'application/jsonl'), 200],
  };

  it.each(Object.entries(routes))('%s: a customer', async (_, send) => {
    const queue = new Queue(test);
    const customerId = randomUUID();
    const [request, status] = send(queue, customerId);
    expect(await before(request, () => queue.customer('Bois du Sud SARL', { customerId }))).toMatchObject({ status });
  });

  it('a changed rule', async () => {
    const queue = new Queue(test);
    const [first, second] = [await queue.customer('Bois du Sud SARL'), randomUUID()];
    const { ruleId } = (await queue.accountant.post<matchingHttp.StoredRule>('/rules', { rule: belongsTo(first) })).body;
    const put = queue.accountant.put(`/rules/${ruleId}`, { rule: belongsTo(second), active: true, version: 1 });
    expect(await before(put, () => queue.customer('Menuiserie Petit', { customerId: second }))).toMatchObject({ status: 200, body: { version: 2, rule: { customerId: second } } });
  });

  it('a reviewer’s own allocation: the invoice, and its customer', async () => {
    const queue = new Queue(test);
    const credit = queue.credit('250.00', 'VIREMENT', 'JEAN');
    await queue.receive(credit);
    const [customerId, itemId] = [randomUUID(), randomUUID()];
    const confirmed = queue.reviewer.post(`/queue/${credit.transactionId}/confirm`, { customerId, lines: [{ itemId, amount: '250.00' }] });
    const told = async () => {
      await queue.item(customerId, 'FA2026-00103', '250.00', { itemId });
      await queue.customer('Bois du Sud SARL', { customerId });
    };
    expect(await before(confirmed, told)).toMatchObject({ status: 202, body: { state: 'requested' } });
  });

  it.each([['set-aside', {}, 200], ['confirm', { customerId: 'C', lines: [], difference: { kind: 'on_account', amount: '-250.00' } }, 202]] as const)('a word on a transaction that was imported a moment ago (%s)', async (verb, body, status) => {
    const queue = new Queue(test);
    const customerId = await queue.customer('Bois du Sud SARL');
    const credit = queue.credit('250.00', 'VIREMENT', 'JEAN');
    const said = queue.reviewer.post(`/queue/${credit.transactionId}/${verb}`, 'customerId' in body ? { ...body, customerId } : body);
    expect(await before(said, () => queue.receive(credit))).toMatchObject({ status });
  });
});

describe('what never comes is refused as it always was', () => {
  it('and what names nothing that could come is refused as well', async () => {
    const queue = new Queue(test);
    const credit = queue.credit('250.00', 'VIREMENT', 'JEAN');
    await queue.receive(credit);
    const refused = async (request: Promise<Answer<Problem>>) => (await request).body.code;
    expect(await refused(queue.accountant.post('/rules', { rule: belongsTo('no id') }))).toBe('invalid_body');
    expect(await refused(queue.reviewer.post(`/queue/${credit.transactionId}/confirm`, { lines: [] }))).toBe('amounts_do_not_add_up');
    expect(await refused(queue.reviewer.post('/queue/nobody/set-aside'))).toBe('not_found');
    const [rule, line, setAside] = await Promise.all([
      refused(queue.accountant.post('/rules', { rule: belongsTo(randomUUID()) })),
      refused(queue.reviewer.post(`/queue/${credit.transactionId}/confirm`, { lines: [{ itemId: randomUUID(), amount: '250.00' }] })),
      refused(queue.reviewer.post(`/queue/${randomUUID()}/set-aside`)),
    ]);
    expect([rule, line, setAside]).toEqual(['customer_unknown', 'item_unknown', 'not_found']);
  });
});
