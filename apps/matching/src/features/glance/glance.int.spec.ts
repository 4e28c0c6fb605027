import { describe, expect, it } from '@jest/globals';
import { allocationsSeen, itemsPerMessage, type matchingHttp, openItemsChanged, precisionChanged, type Problem, queueChanged, undoRequested } from '@lettrage/contracts';
import { says, type ServiceUnderTest } from '@lettrage/testing';
import { randomUUID } from 'node:crypto';
import { Queue, matchingRuns } from '../../../testing/a-queue.js';

let test: ServiceUnderTest;
matchingRuns((service) => (test = service));

/** A file of `sure` payments that name their invoices, all settled, and one that waits. */
async function settledFile(sure: number): Promise<{ queue: Queue; file: string; ids: string[]; vague: string }> {
  const queue = new Queue(test);
  const customerId = await queue.customer('Bois du Sud SARL');
  const numbers = Array.from({ length: sure }, (_, index) => `FA2026-${String(10_000 + index)}`);
  const items = numbers.map((number, index) => ({
    itemId: randomUUID(), version: 1, customerId, number, kind: 'invoice' as const, issueDate: '2026-09-01', dueDate: '2026-10-01', currency: 'EUR', total: `${100 + index}.37`, open: `${100 + index}.37`,
    structuredReference: null, orderReference: null,
  }));
  for (const item of items) queue.items.set(item.itemId, item);
  for (let from = 0; from < sure; from += itemsPerMessage) await queue.hear(says(queue.organisationId, openItemsChanged, { items: items.slice(from, from + itemsPerMessage) }));
  const file = randomUUID();
  const credits = items.map(({ number, total }) => queue.credit(total, `FACTURE ${number}`, 'BOIS DU SUD'));
  const vague = queue.credit('7.00', 'AVANCE', 'JEAN');
  for (let from = 0; from < sure; from += 500) await queue.receiveFrom({ statementFileId: file }, ...credits.slice(from, from + 500));
  await queue.receiveFrom({ statementFileId: file }, vague);
  await queue.ledgerAnswers();
  return { queue, file, ids: credits.map(({ transactionId }) => transactionId), vague: vague.transactionId };
}

const toGlanceAt = (queue: Queue, query = '', limit = 50) => queue.reviewer.all<matchingHttp.GlanceEntry>(`/glance?${query}`, limit);
const undoFile = async (queue: Queue, statementFileId: string) => queue.reviewer.post<matchingHttp.UndoFileResult>('/glance/undo', { statementFileId });
const precision = async (queue: Queue, query = '') => (await queue.reviewer.get<matchingHttp.Precision>(`/precision?${query}`)).body;

describe('what was allocated without a person', () => {
  it('is listed once it is settled, newest first, with why and how sure', async () => {
    const { queue, file, ids, vague } = await settledFile(3);
    const later = await queue.item(await queue.customer('Menuiserie Petit'), 'FA2026-20000', '88.00');
    const credit = queue.credit('88.00', 'FACTURE FA2026-20000', 'MENUISERIE PETIT');
    await queue.receive(credit);
    expect((await toGlanceAt(queue)).length).toBe(3); // the ledger has not answered for the other yet
    await queue.ledgerAnswers();
    const listed = await toGlanceAt(queue, '', 1);
    expect(listed.map(({ transactionId }) => transactionId)).toEqual([credit.transactionId, ...ids.toSorted().reverse()]);
    expect(listed[0]).toMatchObject({ state: 'settled', decidedBy: 'automatic', method: 'reference', seenBy: null, seenAt: null, proposals: [{ lines: [{ itemId: later }], reasons: [{ code: 'reference_exact' }, {}, {}] }] });
    expect(listed[0]!.proposals[0]!.confidence).toBeGreaterThan(0.97);
    expect(listed.map(({ transactionId }) => transactionId)).not.toContain(vague);
    expect((await toGlanceAt(queue, `statementFileId=${file}`)).length).toBe(3);
    const files = (await queue.reviewer.get<matchingHttp.GlanceFiles>('/glance/files')).body.items;
    expect(files.map(({ statementFileId, toGlanceAt: count }) => [statementFileId, count])).toEqual([[expect.not.stringContaining(file), 1], [file, 3]]);
    expect(await test.user(randomUUID()).all('/glance?', 50)).toEqual([]);
  });

  it('leaves the list when it was seen, one by one or a file at once, and stands among the seen', async () => {
    const { queue, file, ids } = await settledFile(3);
    const seen = (body: object) => queue.reviewer.post<{ seen: number }>('/glance/seen', body);
    expect((await seen({ transactionIds: [ids[0], randomUUID()] })).body).toEqual({ seen: 1 });
    expect((await seen({ transactionIds: [ids[0]] })).body).toEqual({ seen: 0 });
    expect((await toGlanceAt(queue)).map(({ transactionId }) => transactionId).toSorted()).toEqual(ids.slice(1).toSorted());
    expect((await seen({ statementFileId: file })).body).toEqual({ seen: 2 });
    expect(await toGlanceAt(queue)).toEqual([]);
    const seenBy = queue.reviewer.caller.userId;
    expect(await test.said(queue.organisationId, allocationsSeen)).toEqual([{ seen: 1, seenBy }, { seen: 2, seenBy }]);
    const among = await toGlanceAt(queue, 'seen=yes', 2);
    expect(among.map(({ seenBy, seenAt }) => [seenBy, seenAt])).toEqual(among.map(() => [queue.reviewer.caller.userId, expect.any(String)]));
    expect(among.length).toBe(3);
    expect((await test.user(queue.organisationId, 'viewer').post('/glance/seen', { statementFileId: file })).status).toBe(403);
  });

  it('is taken back a file at once: each case once, however often it is asked, and what people decided stays', async () => {
    const { queue, file, ids, vague } = await settledFile(550);
    const byHand = await queue.item(await queue.customer('Menuiserie Petit'), 'FA2026-30000', '700.00');
    await queue.reviewer.post(`/queue/${vague}/confirm`, { lines: [{ itemId: byHand, amount: '7.00' }] });
    await queue.reviewer.post(`/queue/${ids[0]}/undo`); // already on its way
    await queue.ledgerAnswers();
    expect((await undoFile(queue, file)).body).toEqual({ asked: 549, onTheirWay: 549 });
    expect(await undoFile(queue, file)).toEqual({ status: 202, body: { asked: 0, onTheirWay: 549 } });
    const undos = (await test.said(queue.organisationId, undoRequested)).map((said) => said.undos);
    expect(undos.map((part) => part.length)).toEqual([1, 500, 49]);
    expect(new Set(undos.flat().map(({ transactionId }) => transactionId))).toEqual(new Set(ids));
    expect(await queue.summary()).toMatchObject({ waiting: 1, requested: 549, settledAutomatically: 0, settledByPeople: 1 });
    await queue.ledgerAnswers();
    expect(await queue.summary()).toMatchObject({ waiting: 550, requested: 0, settledByPeople: 1, waitingBecause: { undone: 550 } });
    expect((await undoFile(queue, file)).body).toEqual({ asked: 0, onTheirWay: 0 });
    expect(await toGlanceAt(queue)).toEqual([]);
    expect(await queue.entry(ids[7]!)).toMatchObject({ state: 'waiting', waitingBecause: 'undone', proposals: [] });
    const told = (await test.said(queue.organisationId, queueChanged)).reduce((sum, { waiting }) => sum + waiting, 0);
    expect(told).toBe(1 + 550);
    expect((await queue.requests()).filter(({ decidedBy }) => decidedBy === 'automatic').length).toBe(550); // nothing is allocated unattended a second time
  });

  it('is another organisation’s file for nobody', async () => {
    const { queue, file } = await settledFile(1);
    expect((await new Queue(test).reviewer.post('/glance/undo', { statementFileId: file })).body).toEqual({ asked: 0, onTheirWay: 0 });
    expect((await toGlanceAt(queue)).length).toBe(1);
  });
});

describe('the precision that is lived', () => {
  it('is what was kept of what was made, by band and by method', async () => {
    const { queue, ids } = await settledFile(4);
    expect((await precision(queue)).all).toMatchObject({ made: 4, undone: 0, kept: 4, share: 1 });
    await queue.reviewer.post(`/queue/${ids[1]}/undo`);
    expect((await precision(queue)).all).toMatchObject({ made: 4, kept: 4 }); // until the ledger has taken it back
    await queue.ledgerAnswers();
    const { all, byMethod, byBand } = await precision(queue);
    expect(all).toMatchObject({ made: 4, undone: 1, kept: 3, share: 0.75 });
    expect([all.low!, all.high!].map((bound) => Math.round(bound * 1000))).toEqual([301, 954]);
    expect(byMethod).toEqual([{ method: 'reference', ...all }]);
    expect(byBand.reduce((sum, { made }) => sum + made, 0)).toBe(4);
    // A person's decision, undone too, was not the engine's.
    const { body } = await queue.reviewer.post<matchingHttp.QueueEntry>(`/queue/${ids[1]}/confirm`, { lines: [{ itemId: [...queue.items.keys()][1], amount: '101.37' }] });
    expect(body.state).toBe('requested');
    await queue.ledgerAnswers();
    await queue.reviewer.post(`/queue/${ids[1]}/undo`);
    await queue.ledgerAnswers();
    expect((await precision(queue)).all).toMatchObject({ made: 4, undone: 1 });
    const counted = await test.said(queue.organisationId, precisionChanged);
    expect([counted.reduce((sum, { made }) => sum + made, 0), counted.reduce((sum, { undone }) => sum + undone, 0)]).toEqual([4, 1]);
    expect((await precision(queue, 'from=2020-01-01&to=2020-12-31')).all).toMatchObject({ made: 0, share: null, low: null });
    expect((await precision(new Queue(test))).all.made).toBe(0);
  });

  it('has a period that does not end before it begins, also where only one end of it is said', async () => {
    const { reviewer } = new Queue(test);
    const refused = (query: string) => reviewer.get<Problem>(`/precision?${query}`);
    const errors = (from: string, to: string) => [{ where: 'from', message: `lies after "to", ${to}` }, { where: 'to', message: `lies before "from", ${from}` }];
    expect(await refused('from=2026-02-01&to=2026-01-31')).toMatchObject({ status: 400, body: { code: 'invalid_query', errors: errors('2026-02-01', '2026-01-31') } });
    expect(await refused('from=9000-01-01')).toMatchObject({ status: 400, body: { code: 'invalid_query', errors: errors('9000-01-01', new Date().toISOString().slice(0, 10)) } });
    const period = async (query: string) => (({ from, to }) => [from, to])((await reviewer.get<matchingHttp.Precision>(`/precision?${query}`)).body);
    expect(await period('from=2026-01-31&to=2026-01-31')).toEqual(['2026-01-31', '2026-01-31']);
    expect(await period('to=2026-03-31')).toEqual(['2026-01-01', '2026-03-31']);
    expect(await period('to=0001-02-01')).toEqual(['0001-01-01', '0001-02-01']);
  });

  it('does not count what the ledger refused', async () => {
    const queue = new Queue(test);
    await queue.item(await queue.customer('Bois du Sud SARL'), 'FA2026-00103', '250.00');
    await queue.receive(queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD'));
    await queue.ledgerAnswers(() => 'no');
    expect((await precision(queue)).all.made).toBe(0);
    expect(await toGlanceAt(queue)).toEqual([]);
  });
});
