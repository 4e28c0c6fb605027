import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type matchingHttp, queueOutdated, transactionsSetAside } from '@lettrage/contracts';
import { type ServiceUnderTest } from '@lettrage/testing';
import { type Entry, Queue, runMatching } from '../../../testing/a-queue.js';

let test: ServiceUnderTest;
beforeAll(async () => {
  test = await runMatching();
});
afterEach(async () => expect(await test.lawsBroken()).toEqual([]));
afterAll(() => test.close());

const iban = 'FR7630006000011234567890189';
const payouts: matchingHttp.RuleBody = { kind: 'not_an_invoice', match: { payerName: 'stripe' }, label: 'payouts' };
const policy = (automatic: boolean) => ({ bankAccountId: null, policy: { automatic, targetPrecision: null, referenceOnly: false, largestUnattended: null } });

async function putPolicy(queue: Queue, automatic: boolean): Promise<void> {
  expect((await queue.accountant.put('/allocation-policies', policy(automatic))).status).toBe(200);
}

async function createRule(queue: Queue, rule: matchingHttp.RuleBody, active = true): Promise<matchingHttp.StoredRule> {
  const { status, body } = await queue.accountant.post<matchingHttp.StoredRule>('/rules', { rule, active });
  expect(status).toBe(201);
  return body;
}

/** A company whose receipts all wait, because nothing may be allocated without a person. */
async function keptByPolicy(receipts: number): Promise<{ queue: Queue; ids: string[]; items: string[] }> {
  const queue = new Queue(test);
  const customer = await queue.customer('Bois du Sud SARL');
  const numbers = Array.from({ length: receipts }, (_, index) => String(index + 1).padStart(5, '0'));
  const items: string[] = [];
  for (const number of numbers) items.push(await queue.item(customer, `FA2026-${number}`, `${100 + Number(number)}.00`));
  await putPolicy(queue, false);
  const credits = numbers.map((number) => queue.credit(`${100 + Number(number)}.00`, `FACTURE FA2026-${number}`, 'BOIS DU SUD'));
  await queue.receive(...credits);
  await queue.quiet();
  return { queue, ids: credits.map(({ transactionId }) => transactionId), items };
}

const states = async (queue: Queue, ids: readonly string[]) => Promise.all(ids.map(async (id) => (await queue.entry(id)).state));

describe('a policy that is changed', () => {
  it('settles what waited only because of it, and counts it among what was allocated without a person', async () => {
    const { queue, ids, items } = await keptByPolicy(3);
    expect(await queue.summary()).toMatchObject({ waiting: 3, waitingBecause: { policy: 3 } });
    await putPolicy(queue, true);
    await queue.quiet();
    expect((await queue.requests()).map(({ lines, decidedBy }) => `${lines[0]!.itemId} ${decidedBy}`).sort()).toEqual(items.map((item) => `${item} automatic`).sort());
    await queue.ledgerAnswers();
    expect(await states(queue, ids)).toEqual(['settled', 'settled', 'settled']);
    expect((await queue.reviewer.get<matchingHttp.Precision>('/precision')).body.all).toMatchObject({ made: 3, kept: 3 });
    expect((await queue.reviewer.all<matchingHttp.GlanceEntry>('/glance', 10)).map(({ method }) => method)).toEqual(['reference', 'reference', 'reference']);
  });

  it('changes nothing in what is still unsure: nobody’s page is out of date', async () => {
    const queue = new Queue(test);
    const [bois, petit] = [await queue.customer('Bois du Sud SARL'), await queue.customer('Menuiserie Petit')];
    await queue.item(bois, 'FA2026-00103', '250.00');
    await queue.item(petit, 'FA2026-00104', '250.00');
    const credit = queue.credit('250.00', 'VIREMENT', 'JEAN');
    await queue.receive(credit);
    const before = await queue.entry(credit.transactionId);
    expect(before).toMatchObject({ state: 'waiting', waitingBecause: 'unsure' });
    await putPolicy(queue, true);
    await queue.quiet();
    expect(await queue.entry(credit.transactionId)).toEqual(before);
  });

  it('goes through a long queue in bounded pieces, and begins anew where it changes meanwhile', async () => {
    const { queue, ids } = await keptByPolicy(450);
    await createRule(queue, payouts);
    await queue.quiet();
    const pieces = await test.said(queue.organisationId, queueOutdated);
    expect([new Set(pieces.map(({ passId }) => passId)).size, pieces.map(({ after }) => after === null)]).toEqual([1, [true, false, false]]);
    await Promise.all([putPolicy(queue, true), createRule(queue, { ...payouts, label: 'more' })]);
    await queue.quiet();
    expect(new Set(await states(queue, ids))).toEqual(new Set(['requested']));
    const { rows } = await test.administrator.query('select pass_id from organisation_state where organisation_id = $1', [queue.organisationId]);
    expect(rows).toEqual([{ pass_id: null }]);
  }, 60_000);

  it('and a person who confirms at the same time decide each case once', async () => {
    const { queue, ids } = await keptByPolicy(40);
    const versions = await Promise.all(ids.map(async (id) => (await queue.entry(id)).version));
    const [, ...answers] = await Promise.all([putPolicy(queue, true), ...ids.map((id, index) => queue.reviewer.post<{ code: string }>(`/queue/${id}/confirm`, { rank: 1, version: versions[index] }))]);
    await queue.quiet();
    expect(answers.filter(({ status, body }) => status !== 202 && body.code !== 'already_decided')).toEqual([]);
    const requests = await queue.requests();
    expect(requests.map(({ transactionId }) => transactionId).sort()).toEqual([...ids].sort());
    expect(requests.filter(({ decidedBy }) => decidedBy !== 'automatic').length).toBe(answers.filter(({ status }) => status === 202).length);
    await queue.ledgerAnswers();
    expect(await queue.summary()).toMatchObject({ waiting: 0, requested: 0 });
  });
});

describe('a rule that is switched on', () => {
  it('sets aside what waits and pays no invoice; switched on only', async () => {
    const queue = new Queue(test);
    const credits = [queue.credit('250.00', 'PAYOUT 8812', 'STRIPE'), queue.credit('9.00', 'AVANCE', 'JEAN')];
    await queue.receive(...credits);
    const ids = credits.map(({ transactionId }) => transactionId);
    const { ruleId } = await createRule(queue, payouts, false);
    await queue.quiet();
    expect(await states(queue, ids)).toEqual(['waiting', 'waiting']);
    expect((await queue.accountant.put(`/rules/${ruleId}`, { rule: payouts, active: true, version: 1 })).status).toBe(200);
    await queue.quiet();
    expect(await queue.entry(ids[0]!)).toMatchObject({ state: 'set_aside', decidedBy: 'automatic', remarks: [{ code: 'rule_other_money', params: { rule: ruleId } }] });
    expect(await test.said(queue.organisationId, transactionsSetAside)).toEqual([{ transactions: [{ transactionId: ids[0], setAside: true }] }]);
    expect(await queue.summary()).toMatchObject({ waiting: 1, setAside: 1 });
    // A person brings it back: from then on it is theirs, whatever rules are switched on.
    await queue.reviewer.post(`/queue/${ids[0]}/undo`);
    await createRule(queue, { ...payouts, label: 'again' });
    await queue.quiet();
    expect(await queue.entry(ids[0]!)).toMatchObject({ state: 'waiting', waitingBecause: 'undone' });
  });

  it('says whose money waits, and takes its word back when it is switched off', async () => {
    const queue = new Queue(test);
    const [bois, petit] = [await queue.customer('Bois du Sud SARL'), await queue.customer('Menuiserie Petit')];
    await queue.item(bois, 'FA2026-00103', '250.00');
    const wanted = await queue.item(petit, 'FA2026-00104', '250.00');
    const credit = queue.credit('250.00', 'VIREMENT', 'HOLDING MARTIN', { counterpartyIban: iban });
    await queue.receive(credit);
    await putPolicy(queue, false);
    await queue.quiet();
    const codes = ({ proposals }: Entry) => proposals[0]!.reasons.map(({ code }) => code);
    const { ruleId } = await createRule(queue, { kind: 'payer_is_customer', match: { payerIban: iban }, customerId: petit });
    await queue.quiet();
    const ruled = await queue.entry(credit.transactionId);
    expect([ruled.proposals[0]!.lines[0]!.itemId, codes(ruled).includes('rule_payer')]).toEqual([wanted, true]);
    await queue.accountant.delete(`/rules/${ruleId}`);
    await queue.quiet();
    expect(codes(await queue.entry(credit.transactionId))).not.toContain('rule_payer');
  });

  it('brings back nothing that a person has rejected, and leaves it to another receipt', async () => {
    const queue = new Queue(test);
    const petit = await queue.customer('Menuiserie Petit');
    const item = await queue.item(petit, 'FA2026-00104', '250.00');
    await putPolicy(queue, false);
    const [rejecting, other] = [queue.credit('250.00', 'FACTURE FA2026-00104', 'HOLDING MARTIN'), queue.credit('250.00', 'FACTURE FA2026-00104', 'MENUISERIE PETIT')];
    await queue.receive(rejecting);
    expect((await queue.reviewer.post(`/queue/${rejecting.transactionId}/reject`, { rank: 1 })).status).toBe(200);
    await queue.receive(other);
    await putPolicy(queue, true);
    await queue.quiet();
    expect((await queue.requests()).map(({ transactionId, lines }) => [transactionId, lines[0]!.itemId])).toEqual([[other.transactionId, item]]);
    const { state, proposals } = await queue.entry(rejecting.transactionId);
    expect([state, proposals.filter(({ lines }) => lines.some(({ itemId, amount }) => itemId === item && amount === '250.00'))]).toEqual(['waiting', []]);
  });
});

describe('what a person confirms', () => {
  /** Two receipts of a payer that nobody knows, and of each two items that it could pay. */
  async function unknownPayer(): Promise<{ queue: Queue; ids: string[]; items: string[] }> {
    const queue = new Queue(test);
    const [bois, petit] = [await queue.customer('Bois du Sud SARL'), await queue.customer('Menuiserie Petit')];
    const items = [await queue.item(petit, 'FA2026-00104', '250.00'), await queue.item(petit, 'FA2026-00106', '310.00')];
    await queue.item(bois, 'FA2026-00103', '250.00');
    await queue.item(bois, 'FA2026-00105', '310.00');
    const credits = [queue.credit('250.00', 'VIREMENT', 'HOLDING MARTIN', { counterpartyIban: iban }), queue.credit('310.00', 'VIREMENT', 'HOLDING MARTIN', { counterpartyIban: iban, bookingDate: '2026-10-06' })];
    await queue.receive(...credits);
    return { queue, ids: credits.map(({ transactionId }) => transactionId), items };
  }

  it('is learned for the other receipts of the same payer that wait', async () => {
    const { queue, ids, items } = await unknownPayer();
    const reasons = async () => (await queue.entry(ids[1]!)).proposals.map(({ lines, reasons: why }) => [lines[0]!.itemId, why.some(({ code }) => code.startsWith('iban_paid'))]);
    expect((await reasons()).filter(([, known]) => known)).toEqual([]);
    await queue.reviewer.post(`/queue/${ids[0]}/confirm`, { lines: [{ itemId: items[0], amount: '250.00' }] });
    await queue.ledgerAnswers();
    await queue.quiet();
    const { state } = await queue.entry(ids[1]!);
    expect([state, (await reasons())[0]]).toEqual([expect.stringMatching(/waiting|requested/), [items[1], true]]);
  });

  it('asks nothing where nobody else waits', async () => {
    const { queue, ids } = await keptByPolicy(1);
    await queue.reviewer.post(`/queue/${ids[0]}/confirm`, { rank: 1 });
    await queue.ledgerAnswers();
    const { rows } = await test.administrator.query(`select count(*)::int as asked from bus.log where topic = 'matching.outdated' and name like '%cases%' and organisation_id = $1`, [queue.organisationId]);
    expect(rows).toEqual([{ asked: 0 }]);
  });
});
