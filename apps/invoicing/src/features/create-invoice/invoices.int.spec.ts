import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type invoicingHttp, type Problem } from '@lettrage/contracts';
import { type ServiceUnderTest } from '@lettrage/testing';
import { randomUUID } from 'node:crypto';
import { Ledger, runInvoicing } from '../../../testing/a-ledger.js';

type OpenItem = invoicingHttp.OpenItem;

let test: ServiceUnderTest;
beforeAll(async () => {
  test = await runInvoicing();
});
afterAll(async () => {
  expect(await test.lawsBroken()).toEqual([]);
  await test.close();
});

const said = (ledger: Ledger) => ledger.saidItems();

describe('an invoice', () => {
  it('is issued, shown and said; a credit note is negative', async () => {
    const ledger = new Ledger(test);
    const customerId = await ledger.customer();
    const facts = { number: 'FA1', customerId, kind: 'invoice', issueDate: '2026-09-01', dueDate: '2026-10-01', currency: 'EUR', structuredReference: null, orderReference: 'PO1' };
    const created = await ledger.owner.post<OpenItem>('/invoices', { ...facts, total: '1200.5' });
    const snapshot = { ...facts, itemId: created.body.itemId, version: 1, total: '1200.50', open: '1200.50' };
    expect(created).toEqual({ status: 201, body: { ...snapshot, customerName: 'Maçonnerie Guérin' } });
    expect(await ledger.owner.get(`/invoices/${created.body.itemId}`)).toEqual({ status: 200, body: created.body });
    const yen = await ledger.owner.post<OpenItem>('/invoices', { ...facts, number: 'AV1', kind: 'credit_note', dueDate: '2026-08-01', total: '-500', currency: 'JPY' });
    expect(yen.body).toMatchObject({ total: '-500', open: '-500' });
    expect(await said(ledger)).toEqual([snapshot, { ...snapshot, itemId: yen.body.itemId, number: 'AV1', kind: 'credit_note', dueDate: '2026-08-01', total: '-500', open: '-500', currency: 'JPY' }]);
  });

  it('is refused with where, what and a remedy', async () => {
    const ledger = new Ledger(test);
    const customerId = await ledger.customer();
    await ledger.item(customerId, 'FA1', '10.00');
    const facts = { number: 'FA2', customerId, issueDate: '2026-09-01', dueDate: '2026-10-01', currency: 'EUR', total: '10.00' };
    const refusals = await Promise.all(
      [
        { ...facts, number: 'FA1' },
        { ...facts, customerId: randomUUID() },
        { ...facts, total: '10.001' },
        { ...facts, total: '0.00' },
        { ...facts, kind: 'credit_note' },
        { ...facts, total: '-10.00' },
        { ...facts, total: '90071992547409.92' },
        { ...facts, dueDate: '2026-08-01' },
        { ...facts, dueDate: '2026-02-30' },
        { ...facts, currency: 'EUX' },
        { ...facts, total: 10 },
      ].map((body) => ledger.owner.post<Problem>('/invoices', body)),
    );
    expect(refusals.map(({ status, body }) => [status, body.code, body.errors?.[0]?.where ?? null])).toEqual([
      [409, 'number_taken', null],
      [422, 'customer_unknown', null],
      [400, 'invalid_body', 'total'],
      [400, 'invalid_body', 'total'],
      [400, 'invalid_body', 'total'],
      [400, 'invalid_body', 'total'],
      [400, 'invalid_body', 'total'],
      [400, 'invalid_body', 'dueDate'],
      [400, 'invalid_body', 'dueDate'],
      [400, 'invalid_body', 'currency'],
      [400, 'invalid_body', 'total'],
    ]);
    expect((await ledger.owner.post('/invoices', { ...facts, total: '90071992547409.91' })).status).toBe(201);
    expect((await ledger.owner.get('/invoices/7')).status).toBe(404);
    for (const role of ['viewer', 'reviewer'] as const) {
      expect((await test.user(ledger.organisationId, role).post('/invoices', facts)).status).toBe(403);
      expect((await test.user(ledger.organisationId, role).send('/invoices/import', '')).status).toBe(403);
    }
    expect((await said(ledger)).map(({ number }) => number)).toEqual(['FA1', 'FA2']);
  });

  it('is listed by due date, by state, customer and search, page by page', async () => {
    const ledger = new Ledger(test);
    const [guerin, bois] = [await ledger.customer(), await ledger.customer('Bois 50%')];
    for (let index = 0; index < 7; index++) await ledger.item(index % 2 ? bois : guerin, `FA${index}`, '10.00');
    const items = await ledger.owner.all<OpenItem>('/invoices', 500);
    expect(items.map(({ number }) => number).sort()).toEqual(['FA0', 'FA1', 'FA2', 'FA3', 'FA4', 'FA5', 'FA6']);
    expect(await ledger.owner.all<OpenItem>('/invoices', 2)).toEqual(items);
    const paid = items.find(({ number }) => number === 'FA3')!;
    await ledger.ask(ledger.request('10.00', [[paid.itemId, '10.00']]));
    const numbers = async (query: string) => (await ledger.owner.all<OpenItem>(`/invoices?${query}`, 3)).map(({ number }) => number).sort();
    expect(await numbers('state=open')).toEqual(['FA0', 'FA1', 'FA2', 'FA4', 'FA5', 'FA6']);
    expect(await numbers('state=closed')).toEqual(['FA3']);
    expect(await numbers(`state=all&customerId=${bois}`)).toEqual(['FA1', 'FA3', 'FA5']);
    expect(await numbers('search=fa6')).toEqual(['FA6']);
    expect(await numbers('search=50%25')).toEqual(['FA1', 'FA5']);
    expect(await numbers('search=A6')).toEqual([]);
    for (const forged of ['["2026-02-30","x"]', '["x","0190a5f0-0000-7000-8000-0000000000e1"]', '[1,2]', '{']) {
      expect(await ledger.owner.get(`/invoices?cursor=${Buffer.from(forged).toString('base64url')}`)).toMatchObject({ status: 400, body: { code: 'invalid_query', errors: [{ where: 'cursor' }] } });
    }
  });
});

describe('a CSV of invoices', () => {
  const head = 'number,customer_id,kind,issue_date,due_date,currency,total,open_amount,structured_reference,order_reference\n';

  it('brings invoices in as they stand: what was paid before stays outside the ledger', async () => {
    const ledger = new Ledger(test);
    const customerId = await ledger.customer();
    const file = `${head}FA1,C1,invoice,2026-09-01,2026-10-01,EUR,100.00,40.00,,PO1\nAV1,C1,credit_note,2026-09-01,2026-09-01,EUR,-20.00,-20.00,,\nFA0,C1,invoice,2026-01-01,2026-02-01,EUR,5.00,0.00,RF18,\n`;
    expect(await ledger.owner.send('/invoices/import', file)).toEqual({ status: 200, body: { imported: 3 } });
    expect((await said(ledger)).map(({ number, total, open, version }) => [number, total, open, version])).toEqual([['FA1', '100.00', '40.00', 1], ['AV1', '-20.00', '-20.00', 1], ['FA0', '5.00', '0.00', 1]]);
    const item = (await said(ledger))[0]!;
    expect(item).toMatchObject({ customerId, orderReference: 'PO1', structuredReference: null });
    await ledger.ask(ledger.request('40.00', [[item.itemId, '40.00']]));
    expect(await ledger.open(item.itemId)).toBe('0.00');
  });

  it('is taken as a whole or not at all', async () => {
    const ledger = new Ledger(test);
    const customerId = await ledger.customer();
    const row = (number: string, more = '10.00,10.00') => `${number},C1,invoice,2026-09-01,2026-10-01,EUR,${more},,\n`;
    const many = Array.from({ length: 5001 }, (_, index) => row(`FA${index}`)).join('');
    await ledger.item(customerId, 'FB1', '1.00');
    expect(await ledger.owner.send('/invoices/import', `${head}${many}${row('FB1')}`)).toMatchObject({
      status: 409, body: { code: 'number_taken', detail: 'Numbers that are there already: FB1', errors: [{ where: 'number', message: 'FB1 is taken' }] },
    });
    const refused: [file: string, detail: string][] = [
      [`${many}FC1,C9,invoice,2026-09-01,2026-10-01,EUR,1,1,,\n`, 'invoices.csv:5003: column "customer_id": customer "C9" is not in the customers file'],
      [`${many}${row('FC1', '1.00,2.00')}`, 'invoices.csv:5003: column "open_amount": 2.00 does not lie between 0 and the total 1.00'],
      [`${many}${row('FC1', '90071992547409.92,0')}`, 'invoices.csv, record 5002: column "total": the total of FC1 is larger than 2^53 minor units'],
    ];
    for (const [file, detail] of refused) expect(await ledger.owner.send<Problem>('/invoices/import', head + file)).toMatchObject({ status: 422, body: { code: 'invalid_file', detail } });
    expect((await ledger.owner.all<OpenItem>('/invoices', 500)).map(({ number }) => number)).toEqual(['FB1']);
    expect((await said(ledger)).length).toBe(1);
  });
});
