import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type matchingHttp, type PayloadOf, type transactionsImported } from '@lettrage/contracts';
import { type ServiceUnderTest } from '@lettrage/testing';
import { randomUUID } from 'node:crypto';
import { Queue, runMatching } from '../../../testing/a-queue.js';

let test: ServiceUnderTest;
let queue: Queue;
let fileOfTwo: string;
beforeAll(async () => {
  test = await runMatching();
  queue = new Queue(test);
  const credits = [
    queue.credit('1234.50', 'Loyer 100% octobre', 'École Sainte-Anne', { reference: 'BKR1', bookingDate: '2026-10-07' }),
    queue.credit('1500', 'Yen', null, { currency: 'JPY', bookingDate: '2026-10-03' }),
    queue.credit('1500.00', 'Euro', 'A_B', { bookingDate: '2026-10-03' }),
    queue.credit('12.345', 'Dinars', null, { currency: 'TND', bookingDate: '2026-10-01' }),
    queue.credit('7.00', null, null, { bookingDate: '2026-10-09' }),
  ];
  await queue.receive(...credits);
  const statement = queue.statement(queue.credit('7.00', 'Autre', 'AXB', { bookingDate: '2026-10-02' }), queue.credit('8.00', 'Autre', null, { bookingDate: '2026-10-02' }));
  fileOfTwo = (statement.payload as PayloadOf<typeof transactionsImported>).statementFileId;
  await queue.hear(statement);
});
afterAll(async () => {
  expect(await test.lawsBroken()).toEqual([]);
  await test.close();
});

const found = async (query: string, limit = 50) => (await queue.list(query, limit)).map(({ amount, currency }) => `${amount} ${currency}`);

describe('the queue', () => {
  it('shows what waits, the oldest booking first, page by page, none lost and none twice', async () => {
    const all = await queue.list();
    expect(all.map(({ bookingDate }) => bookingDate)).toEqual(['2026-10-01', '2026-10-02', '2026-10-02', '2026-10-03', '2026-10-03', '2026-10-07', '2026-10-09']);
    for (const limit of [1, 2, 3, 6, 7, 500]) expect(await queue.list('', limit)).toEqual(all);
    expect(await queue.list(`statementFileId=${fileOfTwo}`, 1)).toEqual(all.slice(1, 3));
    expect(await queue.list('state=settled')).toEqual([]);
    expect((await queue.reviewer.get('/queue?state=lost')).status).toBe(400);
    expect((await queue.reviewer.get('/queue?limit=0')).status).toBe(400);
    const forged = Buffer.from(JSON.stringify(['2026-02-30', 'x'])).toString('base64url');
    expect(await queue.reviewer.get(`/queue?cursor=${forged}`)).toMatchObject({ status: 400, body: { code: 'invalid_query', errors: [{ where: 'cursor', sentence: { id: 'field_cursor' } }] } });
  });

  it('is searched by payer, text and reference, whatever the case, and % and _ mean themselves', async () => {
    expect(await found('search=%C3%A9cole%20sainte')).toEqual(['1234.50 EUR']);
    expect(await found('search=%C3%89COLE')).toEqual(['1234.50 EUR']);
    expect(await found('search=bkr1')).toEqual(['1234.50 EUR']);
    expect(await found('search=100%25')).toEqual(['1234.50 EUR']);
    expect(await found('search=a_b')).toEqual(['1500.00 EUR']);
    expect(await found('search=autre', 1)).toHaveLength(2);
    expect(await found('search=nowhere')).toEqual([]);
  });

  it('is searched by amount, in each currency’s own decimals', async () => {
    expect((await found('search=1500')).sort()).toEqual(['1500 JPY', '1500.00 EUR']);
    expect(await found('search=1%20234,5')).toEqual(['1234.50 EUR']);
    expect(await found('search=12.345')).toEqual(['12.345 TND']);
    expect(await found('search=7')).toEqual(['7.00 EUR', '7.00 EUR']);
  });

  it('is summed up, as a whole and by file', async () => {
    const none = { requested: 0, settledAutomatically: 0, settledByPeople: 0, setAside: 0 };
    expect(await queue.summary()).toEqual({ ...none, waiting: 7, waitingBecause: { no_candidate: 7 } });
    expect((await queue.reviewer.get<matchingHttp.QueueSummary>(`/queue/summary?statementFileId=${fileOfTwo}`)).body).toEqual({ ...none, waiting: 2, waitingBecause: { no_candidate: 2 } });
    expect((await test.user(randomUUID()).get<matchingHttp.QueueSummary>('/queue/summary')).body).toEqual({ ...none, waiting: 0, waitingBecause: {} });
  });

  it('is another organisation’s secret', async () => {
    const stranger = test.user(randomUUID());
    expect(await stranger.all('/queue', 50)).toEqual([]);
    const [{ transactionId }] = (await queue.list()) as [matchingHttp.QueueEntry];
    expect(await stranger.get(`/queue/${transactionId}`)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect((await stranger.post(`/queue/${transactionId}/set-aside`)).status).toBe(404);
    expect((await queue.reviewer.get('/queue/7')).status).toBe(404);
    expect((await queue.reviewer.get(`/queue/${transactionId.toUpperCase()}`)).status).toBe(200);
  });
});
