import { describe, expect, it } from '@jest/globals';
import { type matchingHttp, ruleChanged, transactionsSetAside } from '@lettrage/contracts';
import { type ServiceUnderTest } from '@lettrage/testing';
import { randomUUID } from 'node:crypto';
import { Queue, matchingRuns } from '../../../testing/a-queue.js';

type Rule = matchingHttp.RuleBody;
type Stored = matchingHttp.StoredRule;
type Tried = matchingHttp.TryRuleResult;

let test: ServiceUnderTest;
matchingRuns((service) => (test = service));

const payouts: Rule = { kind: 'not_an_invoice', match: { payerName: 'stripe' }, label: 'payouts of Stripe' };
const iban = 'FR7630006000011234567890189';

async function create(queue: Queue, rule: Rule, active = true): Promise<Stored> {
  const { status, body } = await queue.accountant.post<Stored>('/rules', { rule, active });
  expect(status).toBe(201);
  return body;
}

/** A credit comes in; its case. */
async function received(queue: Queue, ...credit: Parameters<Queue['credit']>): Promise<matchingHttp.QueueEntry> {
  const one = queue.credit(...credit);
  await queue.receive(one);
  return queue.entry(one.transactionId);
}

const tryIt = async (queue: Queue, rule: Rule, more: object = {}) => (await queue.accountant.post<Tried>('/rules/try', { rule, ...more })).body;
const leading = (entry: matchingHttp.QueueEntry) => entry.proposals[0]?.reasons.map(({ code, params }) => [code, params['rule']]).find(([code]) => code!.startsWith('rule_'));

describe('a rule that is active', () => {
  it('sets aside what it says is no invoice, with the rule as the reason, and it comes back for good when a person says so', async () => {
    const queue = new Queue(test);
    await queue.item(await queue.customer('Bois du Sud SARL'), 'FA2026-00103', '250.00');
    const { ruleId } = await create(queue, payouts);
    const entry = await received(queue, '250.00', 'PAYOUT 8812', 'STRIPE PAYMENTS EUROPE');
    expect(entry).toMatchObject({ state: 'set_aside', decidedBy: 'automatic', waitingBecause: null, proposals: [], remarks: [{ code: 'rule_other_money', params: { rule: ruleId, label: 'payouts of Stripe' } }] });
    expect(await test.said(queue.organisationId, transactionsSetAside)).toEqual([{ transactions: [{ transactionId: entry.transactionId, setAside: true }] }]);
    expect(await queue.summary()).toMatchObject({ waiting: 0, setAside: 1 });
    const back = await queue.reviewer.post<matchingHttp.QueueEntry>(`/queue/${entry.transactionId}/undo`);
    expect(back.body).toMatchObject({ state: 'waiting', waitingBecause: 'undone', remarks: [{ code: 'rule_other_money' }] });
    expect((await received(queue, '250.00', 'FA2026-00103', 'BOIS DU SUD')).state).toBe('requested');
  });

  it('teaches nothing: switched off, it leaves no trace', async () => {
    const reasons = async (payer: string) => {
      const queue = new Queue(test);
      await queue.item(await queue.customer('Bois du Sud SARL'), 'FA2026-00103', '250.00');
      const { ruleId } = await create(queue, payouts);
      for (let number = 0; number < 6; number++) expect((await received(queue, '12.00', 'PAYOUT 8812', payer)).state).toBe(payer === 'STRIPE' ? 'set_aside' : 'waiting');
      await queue.accountant.delete(`/rules/${ruleId}`);
      await test.restart();
      const { proposals, remarks } = await received(queue, '250.00', 'PAYOUT', 'STRIPE');
      return [proposals.map(({ confidence }) => confidence), remarks];
    };
    expect(await reasons('STRIPE')).toEqual(await reasons('ANOTHER'));
  });

  it('waits for a person where the account’s policy allows nothing unattended', async () => {
    const queue = new Queue(test);
    await create(queue, payouts);
    await queue.accountant.put('/allocation-policies', { bankAccountId: null, policy: { automatic: false, targetPrecision: null, referenceOnly: false, largestUnattended: null } });
    expect(await received(queue, '250.00', 'PAYOUT', 'STRIPE')).toMatchObject({ state: 'waiting', waitingBecause: 'policy', remarks: [{ code: 'rule_other_money' }, { code: 'policy_automatic_off' }] });
  });

  it('says whose an IBAN is', async () => {
    const run = async (active: boolean) => {
      const queue = new Queue(test);
      const [bois, petit] = [await queue.customer('Bois du Sud SARL'), await queue.customer('Menuiserie Petit')];
      await queue.item(bois, 'FA2026-00103', '250.00');
      const wanted = await queue.item(petit, 'FA2026-00104', '250.00');
      const { ruleId } = await create(queue, { kind: 'payer_is_customer', match: { payerIban: 'fr76 3000 6000 0112 3456 7890 189' }, customerId: petit }, active);
      return { wanted, ruleId, entry: await received(queue, '250.00', 'VIREMENT', 'HOLDING MARTIN', { counterpartyIban: iban }) };
    };
    const { wanted, ruleId, entry } = await run(true);
    expect(entry.proposals[0]!.lines[0]!.itemId).toBe(wanted);
    expect(leading(entry)).toEqual(['rule_payer', ruleId]);
    expect(leading((await run(false)).entry)).toBeUndefined();
  });

  it.each([
    ['rounding_tolerance', { kind: 'rounding_tolerance', currency: 'EUR', upTo: '0.50' }, '249.60', 'rule_rounding', { kind: 'rounding', amount: '0.40' }],
    ['fee_from_abroad', { kind: 'fee_from_abroad', currency: 'EUR', upTo: '25', homeCountry: 'FR' }, '231.00', 'rule_fee', { kind: 'bank_fee', amount: '19.00' }],
  ] as const)('says what a difference is (%s)', async (_, rule, amount, code, difference) => {
    const queue = new Queue(test);
    await queue.item(await queue.customer('Bois du Sud SARL', { country: 'DE' }), 'FA2026-00103', '250.00');
    const { ruleId } = await create(queue, rule);
    const entry = await received(queue, amount, 'FACTURE FA2026-00103', 'BOIS DU SUD');
    expect([leading(entry), entry.proposals[0]!.difference]).toEqual([[code, ruleId], difference]);
  });
});

describe('rules', () => {
  it('are listed, changed by who has read the last version, switched off, removed; each version is kept', async () => {
    const queue = new Queue(test);
    const first = await create(queue, payouts, false);
    const second = await create(queue, { kind: 'rounding_tolerance', currency: 'EUR', upTo: '0.05' });
    expect(first).toMatchObject({ version: 1, active: false, rule: payouts, createdBy: queue.accountant.caller.userId });
    const put = (version: number, active: boolean) => queue.accountant.put<Stored>(`/rules/${first.ruleId}`, { rule: { ...payouts, label: 'payouts' }, active, version });
    expect(await put(1, true)).toMatchObject({ status: 200, body: { version: 2, active: true, rule: { label: 'payouts' } } });
    expect(await put(1, false)).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } });
    expect((await queue.reviewer.get<{ items: Stored[] }>('/rules')).body.items.map(({ ruleId, version }) => [ruleId, version])).toEqual([[first.ruleId, 2], [second.ruleId, 1]]);
    expect((await queue.accountant.delete(`/rules/${first.ruleId}`)).status).toBe(204);
    expect((await queue.accountant.delete(`/rules/${first.ruleId}`)).status).toBe(404);
    expect((await received(queue, '250.00', 'PAYOUT', 'STRIPE')).state).toBe('waiting');
    const { items } = (await queue.reviewer.get<matchingHttp.RuleVersions>(`/rules/${first.ruleId}/versions`)).body;
    expect(items.map(({ version, active, removed }) => [version, active, removed])).toEqual([[3, false, true], [2, true, false], [1, false, false]]);
    const said = (await test.said(queue.organisationId, ruleChanged)).filter(({ ruleId }) => ruleId === first.ruleId);
    const changedBy = queue.accountant.caller.userId;
    expect(said).toEqual([[1, false, false], [2, true, false], [3, false, true]].map(([version, active, removed]) => ({ ruleId: first.ruleId, version, active, removed, changedBy })));
  });

  it('have a history: who changed which of them when, the latest first, also of those that are gone', async () => {
    const queue = new Queue(test);
    const { ruleId } = await create(queue, payouts, false);
    const other = await create(queue, { kind: 'rounding_tolerance', currency: 'EUR', upTo: '0.05' });
    const second = test.user(queue.organisationId, 'accountant');
    await second.put(`/rules/${ruleId}`, { rule: payouts, active: true, version: 1 });
    await queue.accountant.put(`/rules/${ruleId}`, { rule: { ...payouts, label: 'fees' }, active: true, version: 2 });
    await second.delete(`/rules/${ruleId}`);
    const history = await queue.reviewer.all<matchingHttp.RuleChange>('/rules/history', 2);
    const [first, colleague] = [queue.accountant.caller.userId, second.caller.userId];
    expect(history.map(({ ruleId: of, changedBy, active, removed, before }) => [of, changedBy, active, removed, before?.active ?? null])).toEqual([
      [ruleId, colleague, false, true, true], [ruleId, first, true, false, true], [ruleId, colleague, true, false, false], [other.ruleId, first, true, false, null], [ruleId, first, false, false, null],
    ]);
    expect(history[1]).toMatchObject({ version: 3, rule: { label: 'fees' }, before: { rule: payouts } });
    expect(await new Queue(test).reviewer.all('/rules/history', 50)).toEqual([]);
  });

  it('are refused where they could not be used, and are an accountant’s', async () => {
    const queue = new Queue(test);
    const refusal = async (rule: object) => (await queue.accountant.post<{ code: string }>('/rules', { rule })).body.code;
    expect(await refusal({ ...payouts, match: {} })).toBe('invalid_body');
    expect(await refusal({ ...payouts, match: { text: '...' } })).toBe('invalid_body');
    expect(await refusal({ kind: 'rounding_tolerance', currency: 'EUR', upTo: '0.005' })).toBe('invalid_body');
    expect(await refusal({ kind: 'payer_is_customer', match: { payerIban: iban }, customerId: randomUUID() })).toBe('customer_unknown');
    const slip = await queue.accountant.post('/rules', { rule: { ...payouts, match: { payerIban: `${iban.slice(0, -1)}0` } } });
    expect(slip).toMatchObject({ status: 400, body: { code: 'invalid_body', errors: [{ where: 'rule.match.payerIban', sentence: { id: 'field_iban_check' } }] } });
    expect((await queue.reviewer.post('/rules', { rule: payouts })).status).toBe(403);
    const { ruleId } = await create(queue, payouts);
    const stranger = new Queue(test);
    expect((await stranger.accountant.put(`/rules/${ruleId}`, { rule: payouts, active: true, version: 1 })).status).toBe(404);
    expect((await stranger.reviewer.get(`/rules/${ruleId}/versions`)).status).toBe(404);
    expect((await stranger.accountant.post('/rules/try', { rule: payouts, ruleId })).status).toBe(404);
  });
});

describe('a rule that is tried', () => {
  /** A settled payment, one of Stripe that a person took for an invoice's, one that was set aside, and one that waits. */
  async function past(): Promise<{ queue: Queue; ids: string[]; items: string[] }> {
    const queue = new Queue(test);
    const [bois, petit] = [await queue.customer('Bois du Sud SARL'), await queue.customer('Menuiserie Petit')];
    const items = [await queue.item(bois, 'FA2026-00103', '250.00'), await queue.item(petit, 'FA2026-00104', '80.00')];
    const credits = [
      queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD', { bookingDate: '2026-10-05' }), queue.credit('80.00', 'PAYOUT FA2026-00104', 'STRIPE', { bookingDate: '2026-10-06' }),
      queue.credit('33.00', 'PAYOUT', 'STRIPE', { bookingDate: '2026-10-07' }), queue.credit('9.00', 'AVANCE', 'JEAN', { bookingDate: '2026-10-08' }),
    ];
    await queue.receive(...credits);
    const ids = credits.map(({ transactionId }) => transactionId);
    await queue.reviewer.post(`/queue/${ids[2]}/set-aside`);
    await queue.ledgerAnswers();
    return { queue, ids, items };
  }

  it('tells what it would have changed, what of it stands in the books, and changes nothing', async () => {
    const { queue, ids, items } = await past();
    const before = await queue.list('state=settled');
    const tried = await tryIt(queue, payouts);
    expect(tried).toMatchObject({ receipts: 4, concerned: 2, changed: 2, nowRight: 0, nowWrong: 1 });
    expect(tried.changes.map(({ transactionId, before: was, after, beforeIsRight, afterIsRight }) => [transactionId, was.outcome, after.outcome, beforeIsRight, afterIsRight])).toEqual([
      [ids[2], 'nothing', 'set_aside', true, true],
      [ids[1], 'allocated', 'set_aside', true, false],
    ]);
    const [, stripe] = tried.changes;
    expect(stripe).toMatchObject({ state: 'settled', decidedBy: 'automatic', amount: '80.00', before: { lines: [{ itemId: items[1], number: 'FA2026-00104' }] }, after: { lines: [], reasons: [{ code: 'rule_other_money', params: { rule: 'tried' } }] } });
    expect(await tryIt(queue, payouts)).toEqual(tried);
    expect(await queue.list('state=settled')).toEqual(before);
    expect((await queue.reviewer.get<{ items: Stored[] }>('/rules')).body.items).toEqual([]);
    expect((await received(queue, '1.00', 'PAYOUT', 'STRIPE')).state).toBe('waiting');
  });

  it('knows no more than what was known before those receipts', async () => {
    const queue = new Queue(test);
    const bois = await queue.customer('Bois du Sud SARL');
    const item = await queue.item(bois, 'FA2026-00103', '250.00');
    await queue.item(await queue.customer('Menuiserie Petit'), 'FA2026-00104', '250.00');
    const credit = queue.credit('250.00', 'VIREMENT', 'HOLDING MARTIN', { counterpartyIban: iban });
    await queue.receive(credit);
    await queue.reviewer.post(`/queue/${credit.transactionId}/confirm`, { lines: [{ itemId: item, amount: '250.00' }] });
    await queue.ledgerAnswers();
    const { changes } = await tryIt(queue, { kind: 'payer_is_customer', match: { payerIban: iban }, customerId: bois });
    expect(changes.map(({ before, after }) => [before.outcome, after.outcome, after.lines[0]!.itemId])).toEqual([['proposed', 'allocated', item]]);
    expect(changes[0]!.before.reasons.map(({ code }) => code)).not.toContain('iban_paid_only');
  });

  it('concerns the latest receipts only, as many as asked for', async () => {
    const { queue, ids } = await past();
    const tried = await tryIt(queue, payouts, { lastReceipts: 2 });
    expect([tried.receipts, tried.changes.map(({ transactionId }) => transactionId)]).toEqual([2, [ids[2]]]);
  });

  it('instead of a stored one is compared with what that does', async () => {
    const { queue } = await past();
    const { ruleId } = await create(queue, payouts);
    expect(await tryIt(queue, payouts, { ruleId })).toMatchObject({ concerned: 2, changed: 0 });
    expect(await tryIt(queue, { ...payouts, match: { payerName: 'nobody' } }, { ruleId })).toMatchObject({ concerned: 0, changed: 2 });
  });

  it('leaves the engine in memory as it was', async () => {
    const { queue, items } = await past();
    await queue.item(queue.items.get(items[0]!)!.customerId, 'FA2026-00105', '250.00');
    await tryIt(queue, { kind: 'rounding_tolerance', currency: 'EUR', upTo: '300.00' });
    expect((await received(queue, '250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD')).state).toBe('waiting'); // paid already
    expect((await received(queue, '250.00', 'FACTURE FA2026-00105', 'BOIS DU SUD')).state).toBe('requested');
  });
});
