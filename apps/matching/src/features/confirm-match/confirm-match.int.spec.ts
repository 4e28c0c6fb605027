import { describe, expect, it } from '@jest/globals';
import { allocationsRefused, allocationsRequested, type Problem } from '@lettrage/contracts';
import { says, type ServiceUnderTest } from '@lettrage/testing';
import { randomUUID } from 'node:crypto';
import { Queue, matchingRuns, type Entry } from '../../../testing/a-queue.js';

let test: ServiceUnderTest;
matchingRuns((service) => (test = service));

/** Two customers owe the same amount, and somebody pays it without a word: a question for a person. */
async function question(): Promise<{ queue: Queue; id: string; entry: Entry; bois: string; petit: string; items: [string, string] }> {
  const queue = new Queue(test);
  const [bois, petit] = [await queue.customer('Bois du Sud SARL'), await queue.customer('Menuiserie Petit')];
  const items: [string, string] = [await queue.item(bois, 'FA2026-00103', '250.00'), await queue.item(petit, 'FA2026-00104', '250.00')];
  const credit = queue.credit('250.00', 'VIREMENT', 'JEAN');
  await queue.receive(credit);
  return { queue, id: credit.transactionId, entry: await queue.entry(credit.transactionId), bois, petit, items };
}

const confirm = <Body = Entry>(queue: Queue, id: string, body: unknown) => queue.reviewer.post<Body>(`/queue/${id}/confirm`, body);

describe('a proposal that a reviewer confirms', () => {
  it('is asked of the ledger, and settled when the ledger has said yes', async () => {
    const { queue, id, entry } = await question();
    const chosen = entry.proposals[1]!;
    const { status, body } = await confirm(queue, id, { rank: 2, version: entry.version });
    expect(status).toBe(202);
    expect(body).toMatchObject({ state: 'requested', version: 2, decidedBy: queue.reviewer.caller.userId, decidedAt: expect.any(String), waitingBecause: null });
    expect(body.proposals).toEqual([{ ...chosen, rank: 1 }]);
    const lines = chosen.lines.map(({ itemId, amount }) => ({ itemId, amount }));
    expect(await queue.requests()).toEqual([
      {
        requestId: expect.any(String), transactionId: id, amount: '250.00', currency: 'EUR', bookingDate: '2026-10-05', customerId: chosen.customerId, lines, difference: null,
        decidedBy: queue.reviewer.caller.userId,
      },
    ]);
    await queue.ledgerAnswers();
    expect(await queue.entry(id)).toMatchObject({ state: 'settled', version: 3, decidedBy: queue.reviewer.caller.userId });
    expect(await queue.summary()).toMatchObject({ waiting: 0, requested: 0, settledByPeople: 1, settledAutomatically: 0 });
  });

  it('by twenty reviewers at once for different invoices is decided once; nineteen hear by whom', async () => {
    const { queue, id, items } = await question();
    const reviewers = Array.from({ length: 20 }, () => test.user(queue.organisationId, 'reviewer'));
    const answers = await Promise.all(
      reviewers.map((reviewer, index) => reviewer.post<Entry & Problem>(`/queue/${id}/confirm`, index % 2 ? { rank: 1 } : { lines: [{ itemId: items[index % 4 ? 0 : 1]!, amount: '250.00' }] })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([202, ...Array.from({ length: 19 }, () => 409)]);
    const winner = reviewers[answers.findIndex(({ status }) => status === 202)]!.caller.userId;
    for (const { status, body } of answers) if (status === 409) expect(body).toMatchObject({ code: 'already_decided', detail: expect.stringContaining(`was decided by ${winner}`), remedy: 'Undo that decision first if it is wrong' });
    expect((await test.said(queue.organisationId, allocationsRequested)).length).toBe(1);
    expect(await queue.summary()).toMatchObject({ waiting: 0, requested: 1 });
  });

  it('must still be what the reviewer has read', async () => {
    const { queue, id, entry } = await question();
    await queue.reviewer.post(`/queue/${id}/reject`, { rank: 1 });
    expect(await confirm(queue, id, { rank: 1, version: entry.version })).toMatchObject({ status: 409, body: { code: 'proposal_gone' } });
    expect(await queue.reviewer.post(`/queue/${id}/reject`, { rank: 1, version: entry.version })).toMatchObject({ status: 409, body: { code: 'proposal_gone' } });
    expect(await confirm(queue, id, { rank: 20 })).toMatchObject({ status: 409, body: { code: 'proposal_gone', detail: 'There is no proposal 20 any more' } });
    expect((await confirm(queue, id, { rank: 1, version: entry.version + 1 })).status).toBe(202);
  });

  it('but has been paid meanwhile is refused with the reason, and the case has the candidates of now', async () => {
    const { queue, id, entry, items } = await question();
    const first = entry.proposals[0]!.lines[0]!;
    const other = items.find((itemId) => itemId !== first.itemId)!;
    await queue.openNow(first.itemId, '0.00');
    expect(await confirm<Problem>(queue, id, { rank: 1, version: entry.version })).toMatchObject({
      status: 409, body: { code: 'item_not_open_enough', detail: `${first.number}: 0.00 EUR is open, 250.00 EUR was asked`, remedy: 'Look at the transaction again: its proposals have been made anew',
        sentence: { id: 'item_open', values: { number: first.number, open: '0.00 EUR', asked: '250.00 EUR' } },
      },
    });
    const now = await queue.entry(id);
    expect(now).toMatchObject({ state: 'waiting', waitingBecause: 'unsure', version: 2 });
    expect(now.proposals[0]!.lines).toMatchObject([{ itemId: other, open: '250.00' }]);
    expect(now.proposals.flatMap(({ lines }) => lines.map(({ itemId }) => itemId))).not.toContain(first.itemId);
    await queue.openNow(other, '0.00');
    expect((await confirm(queue, id, { rank: 1 })).status).toBe(409);
    expect(await queue.entry(id)).toMatchObject({ waitingBecause: 'no_candidate', proposals: [] });
    expect(await queue.requests()).toEqual([]);
  });

  it('but is on its way to another payment is refused too', async () => {
    const { queue, id, entry } = await question();
    const first = entry.proposals[0]!.lines[0]!;
    const other = queue.credit('250.00', 'ENCORE', 'PAUL');
    await queue.receive(other);
    expect((await confirm(queue, other.transactionId, { lines: [{ itemId: first.itemId, amount: '250.00' }] })).status).toBe(202);
    expect(await confirm(queue, id, { rank: 1 })).toMatchObject({ status: 409, body: { code: 'item_not_open_enough' } });
    await queue.ledgerAnswers(() => 'no, says the ledger');
    expect((await confirm(queue, id, { lines: [{ itemId: first.itemId, amount: '250.00' }] })).status).toBe(202);
  });

  it('needs a reviewer', async () => {
    const { queue, id } = await question();
    const viewer = test.user(queue.organisationId, 'viewer');
    for (const verb of ['confirm', 'reject', 'set-aside', 'undo']) expect(await viewer.post(`/queue/${id}/${verb}`, { rank: 1 })).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
    expect((await viewer.get(`/queue/${id}`)).status).toBe(200);
    expect((await queue.entry(id)).version).toBe(1);
  });
});

describe('a reviewer’s own allocation', () => {
  it('may take any items of any customer, and leave a difference', async () => {
    const { queue, id, bois, items } = await question();
    const { status, body } = await confirm(queue, id, {
      customerId: bois.toUpperCase(), lines: [{ itemId: items[0].toUpperCase(), amount: '200' }, { itemId: items[1], amount: '45.5' }], difference: { kind: 'overpayment', amount: '-4.5' },
    });
    expect(status).toBe(202);
    const lines = [{ itemId: items[0], amount: '200.00' }, { itemId: items[1], amount: '45.50' }];
    expect(body.proposals).toMatchObject([{ rank: 1, customerId: bois, lines, difference: { kind: 'overpayment', amount: '-4.50' }, confidence: 1, reasons: [] }]);
    expect(await queue.requests()).toMatchObject([{ customerId: bois, lines, difference: { kind: 'overpayment', amount: '-4.50' } }]);
    await queue.ledgerAnswers();
    expect((await queue.entry(id)).proposals[0]!.lines.map(({ open }) => open)).toEqual(['50.00', '204.50']);
  });

  it('that cannot be is refused at once', async () => {
    const { queue, id, bois, items } = await question();
    const dollars = await queue.item(bois, 'FA2026-00109', '250.00', { currency: 'USD' });
    const line = (itemId: string, amount: string) => ({ itemId, amount });
    const refusals = [
      { lines: [line(randomUUID(), '250.00')] },
      { lines: [line(items[0], '250.01')], difference: { kind: 'rounding', amount: '0.01' } },
      { lines: [line(items[0], '125.00'), line(items[0], '125.01')], difference: { kind: 'rounding', amount: '0.01' } },
      { lines: [line(items[0], '-250.00')] },
      { lines: [line(dollars, '250.00')] },
      { lines: [line(items[0], '249.99')] },
      { lines: [line(items[0], '249.999')] },
      { lines: [], difference: { kind: 'on_account', amount: '-250.00' } },
      { customerId: randomUUID(), lines: [], difference: { kind: 'on_account', amount: '-250.00' } },
      { lines: [line('7', '250.00')] },
    ];
    const answers = [];
    for (const body of refusals) answers.push(await confirm<Problem>(queue, id, body));
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'item_unknown'], [409, 'item_not_open_enough'], [409, 'item_not_open_enough'], [400, 'invalid_body'], [422, 'item_unknown'], [422, 'amounts_do_not_add_up'], [400, 'invalid_body'],
      [422, 'customer_unknown'], [422, 'customer_unknown'], [400, 'invalid_body'],
    ]);
    expect(await queue.requests()).toEqual([]);
    expect(await queue.entry(id)).toMatchObject({ state: 'waiting', version: 1 });
    expect((await confirm(queue, randomUUID(), { rank: 1 })).status).toBe(404);
    expect((await confirm(queue, '7', { rank: 1 })).status).toBe(404);
  });
});

describe('what the ledger refuses', () => {
  it('comes back with the ledger’s reason and the candidates of now', async () => {
    const { queue, id, entry } = await question();
    const first = entry.proposals[0]!.lines[0]!;
    await confirm(queue, id, { rank: 1 });
    await queue.openNow(first.itemId, '0.00');
    await queue.ledgerAnswers(() => `${first.number}: 0.00 EUR is open, 250.00 EUR was asked`);
    const back = await queue.entry(id);
    expect(back).toMatchObject({
      state: 'waiting', waitingBecause: 'refused', refusal: { code: 'item_not_open_enough', detail: `${first.number}: 0.00 EUR is open, 250.00 EUR was asked` }, decidedBy: null, decidedAt: null, version: 4,
    });
    expect(back.proposals[0]!.lines[0]!.itemId).not.toBe(first.itemId);
    expect((await confirm(queue, id, { rank: 1 })).body).toMatchObject({ state: 'requested', refusal: null });
    await queue.ledgerAnswers();
    expect((await queue.entry(id)).state).toBe('settled');
    expect(await queue.summary()).toMatchObject({ waiting: 0, requested: 0, settledByPeople: 1 });
  });

  it('is said as a sentence with its values where the ledger says one', async () => {
    const { queue, id } = await question();
    await confirm(queue, id, { rank: 1 });
    const [request] = await queue.requests();
    const refusal = { code: 'transaction_exceeded' as const, detail: '1.00 EUR of 250.00 EUR is allocated already', sentence: { id: 'ledger_taken', values: { taken: '1.00 EUR', amount: '250.00 EUR' } } };
    await queue.hear(says(queue.organisationId, allocationsRefused, { refusals: [{ requestId: request!.requestId, transactionId: id, ...refusal }] }));
    expect((await queue.entry(id)).refusal).toEqual(refusal);
  });

  it('and was asked for by the engine itself is free for others, and is not allocated by itself again', async () => {
    const queue = new Queue(test);
    const item = await queue.item(await queue.customer('Bois du Sud SARL'), 'FA2026-00103', '250.00');
    const credit = queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD');
    await queue.receive(credit);
    await queue.ledgerAnswers(() => 'no, says the ledger');
    const back = await queue.entry(credit.transactionId);
    expect(back).toMatchObject({ state: 'waiting', waitingBecause: 'refused', proposals: [{ lines: [{ itemId: item }] }] });
    expect((await queue.requests()).length).toBe(1);
    const again = queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD');
    await queue.receive(again);
    expect((await queue.entry(again.transactionId)).state).toBe('requested');
  });
});
