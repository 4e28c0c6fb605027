import { describe, expect, it } from '@jest/globals';
import { queueChanged, transactionsSetAside, undoRequested } from '@lettrage/contracts';
import { type ServiceUnderTest } from '@lettrage/testing';
import { Queue, matchingRuns, type Entry } from '../../../testing/a-queue.js';

let test: ServiceUnderTest;
matchingRuns((service) => (test = service));

async function sureMatch(): Promise<{ queue: Queue; id: string; item: string }> {
  const queue = new Queue(test);
  const item = await queue.item(await queue.customer('Bois du Sud SARL'), 'FA2026-00103', '250.00');
  await queue.item(await queue.customer('Menuiserie Petit'), 'FA2026-00104', '250.00');
  const credit = queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD');
  await queue.receive(credit);
  return { queue, id: credit.transactionId, item };
}

const itemsIn = ({ proposals }: Entry) => proposals.flatMap(({ lines }) => lines.map(({ itemId }) => itemId));
const act = (queue: Queue, id: string, verb: string, body: unknown = {}) => queue.reviewer.post<Entry>(`/queue/${id}/${verb}`, body);

describe('a settled match that is undone', () => {
  it('is asked of the ledger, waits again when the ledger has reversed it, and is not proposed again', async () => {
    const { queue, id, item } = await sureMatch();
    await queue.ledgerAnswers();
    const asked = await act(queue, id, 'undo');
    expect(asked).toMatchObject({ status: 202, body: { state: 'requested', proposals: [{ lines: [{ itemId: item, open: '0.00' }] }] } });
    const [request] = await queue.requests();
    expect(await test.said(queue.organisationId, undoRequested)).toEqual([{ undos: [{ requestId: request!.requestId, transactionId: id, undoneBy: queue.reviewer.caller.userId }] }]);
    expect(await queue.summary()).toMatchObject({ requested: 1, settledAutomatically: 0 });
    expect(await act(queue, id, 'undo')).toMatchObject({ status: 409, body: { code: 'nothing_to_undo', detail: 'A decision is on its way to the ledger' } });
    await queue.ledgerAnswers();
    const back = await queue.entry(id);
    expect(back).toMatchObject({ state: 'waiting', waitingBecause: 'undone', decidedBy: null, decidedAt: null, refusal: null });
    expect(itemsIn(back)).not.toContain(item);
    expect(await queue.summary()).toEqual({ waiting: 1, requested: 0, settledAutomatically: 0, settledByPeople: 0, setAside: 0, waitingBecause: { undone: 1 } });
    expect(await act(queue, id, 'undo')).toMatchObject({ status: 409, body: { code: 'nothing_to_undo', detail: 'Nothing has been decided yet' } });
    // The item is open again for others, and for this one by hand.
    expect((await act(queue, id, 'confirm', { lines: [{ itemId: item, amount: '250.00' }] })).status).toBe(202);
    await queue.ledgerAnswers();
    expect((await queue.entry(id)).state).toBe('settled');
    expect(await queue.summary()).toMatchObject({ waiting: 0, settledByPeople: 1 });
  });

  it('shows candidates that are open now, not those of the first look', async () => {
    const queue = new Queue(test);
    const item = await queue.item(await queue.customer('Bois du Sud SARL'), 'FA2026-00103', '250.00');
    const credit = queue.credit('250.00', 'VIREMENT', 'JEAN');
    await queue.receive(credit);
    const id = credit.transactionId;
    await act(queue, id, 'confirm', { lines: [{ itemId: item, amount: '250.00' }] });
    await queue.ledgerAnswers();
    const later = await queue.item(await queue.customer('Charpente Durand'), 'FA2026-00105', '250.00');
    await act(queue, id, 'undo');
    await queue.ledgerAnswers();
    expect(itemsIn(await queue.entry(id))).toEqual([later]);
  });

  it('hides what it is about to free until the ledger has answered', async () => {
    const { queue, id, item } = await sureMatch();
    await queue.ledgerAnswers();
    await act(queue, id, 'undo');
    await queue.openNow(item, '250.00'); // the item's news came before the ledger's answer
    const other = queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD');
    await queue.receive(other);
    expect((await queue.entry(other.transactionId)).state).toBe('waiting');
    expect(await act(queue, other.transactionId, 'confirm', { lines: [{ itemId: item, amount: '250.00' }] })).toMatchObject({ status: 409, body: { code: 'item_not_open_enough' } });
  });
});

describe('a proposal that is rejected', () => {
  it('does not come back, not even when the case does', async () => {
    const queue = new Queue(test);
    const items = [await queue.item(await queue.customer('Bois du Sud SARL'), 'FA2026-00103', '250.00'), await queue.item(await queue.customer('Menuiserie Petit'), 'FA2026-00104', '250.00')];
    const credit = queue.credit('250.00', 'VIREMENT', 'JEAN');
    await queue.receive(credit);
    const [best] = (await queue.entry(credit.transactionId)).proposals;
    const wrong = best!.lines[0]!.itemId;
    const rejected = await act(queue, credit.transactionId, 'reject', { rank: 1, version: 1 });
    expect(rejected).toMatchObject({ status: 200, body: { state: 'waiting', waitingBecause: 'unsure', version: 2 } });
    expect(itemsIn(rejected.body)).not.toContain(wrong);
    expect((await test.said(queue.organisationId, queueChanged)).at(-1)).toEqual({ waiting: 0, requested: 0, settled: 0, setAside: 0, transactionIds: [credit.transactionId] });
    await act(queue, credit.transactionId, 'confirm', { rank: 1 });
    await queue.ledgerAnswers(() => 'no, says the ledger');
    expect(itemsIn(await queue.entry(credit.transactionId))).toEqual(items.filter((itemId) => itemId !== wrong));
    await act(queue, credit.transactionId, 'set-aside');
    expect(itemsIn((await act(queue, credit.transactionId, 'undo')).body)).not.toContain(wrong);
    let entry = await queue.entry(credit.transactionId);
    while (entry.proposals.length > 0) entry = (await act(queue, credit.transactionId, 'reject', { rank: 1 })).body;
    expect(entry).toMatchObject({ state: 'waiting', waitingBecause: 'no_candidate' });
    expect(await act(queue, credit.transactionId, 'reject', { rank: 1 })).toMatchObject({ status: 409, body: { code: 'proposal_gone' } });
  });
});

describe('of two equal items that nothing tells apart', () => {
  it.each(['reject', 'undo'])('the other is proposed once a person has said no to the first: %s', async (verb) => {
    const queue = new Queue(test);
    const customer = await queue.customer('Bois du Sud SARL');
    const items = [await queue.item(customer, 'FA2026-00103', '250.00'), await queue.item(customer, 'FA2026-00104', '250.00', { issueDate: '2026-09-10', dueDate: '2026-10-10' })];
    if (verb === 'reject') await queue.accountant.put('/allocation-policies', { bankAccountId: null, policy: { automatic: false, targetPrecision: null, referenceOnly: false, largestUnattended: null } });
    const credit = queue.credit('250.00', 'VIREMENT', 'BOIS DU SUD SARL');
    await queue.receive(credit);
    if (verb === 'undo') await queue.ledgerAnswers();
    const [made] = (await queue.entry(credit.transactionId)).proposals;
    expect(made!.lines.map(({ itemId }) => itemId)).toEqual([items[0]]);
    const answer = await act(queue, credit.transactionId, verb, verb === 'reject' ? { rank: 1 } : {});
    expect(answer.status).toBe(verb === 'reject' ? 200 : 202);
    if (verb === 'undo') await queue.ledgerAnswers();
    const { state, proposals } = await queue.entry(credit.transactionId);
    expect([state, proposals[0]!.lines.map(({ itemId, amount }) => [itemId, amount])]).toEqual(['waiting', [[items[1], '250.00']]]);
    expect((await act(queue, credit.transactionId, 'confirm', { rank: 1 })).status).toBe(202);
    await queue.ledgerAnswers();
    expect(await queue.entry(credit.transactionId)).toMatchObject({ state: 'settled' });
  });
});

describe('a credit that pays no invoice', () => {
  it('is set aside and comes back, and both are said', async () => {
    const queue = new Queue(test);
    const item = await queue.item(await queue.customer('Bois du Sud SARL'), 'FA2026-00103', '250.00');
    const credit = queue.credit('249.00', 'VIREMENT INTERNE', 'NOUS');
    await queue.receive(credit);
    const id = credit.transactionId;
    expect(await act(queue, id, 'set-aside')).toMatchObject({ status: 200, body: { state: 'set_aside', decidedBy: queue.reviewer.caller.userId, waitingBecause: null } });
    expect(await act(queue, id, 'set-aside')).toMatchObject({ status: 409, body: { code: 'already_decided', detail: expect.stringMatching(/^This transaction was decided by .* and is set aside$/) } });
    expect(await queue.summary()).toMatchObject({ waiting: 0, setAside: 1 });
    expect((await queue.list('state=set_aside')).map(({ transactionId }) => transactionId)).toEqual([id]);
    await queue.openNow(item, '249.00');
    expect(await act(queue, id, 'undo')).toMatchObject({ status: 202, body: { state: 'waiting', waitingBecause: 'undone', decidedBy: null, decidedAt: null } });
    expect(itemsIn(await queue.entry(id))).toContain(item);
    expect(await test.said(queue.organisationId, transactionsSetAside)).toEqual([true, false].map((setAside) => ({ transactions: [{ transactionId: id, setAside }] })));
    expect(await queue.summary()).toMatchObject({ waiting: 1, setAside: 0 });
    expect(await queue.requests()).toEqual([]);
  });
});
