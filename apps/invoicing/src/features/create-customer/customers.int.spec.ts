import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type invoicingHttp, type Problem } from '@lettrage/contracts';
import { type ServiceUnderTest } from '@lettrage/testing';
import { randomUUID } from 'node:crypto';
import { Ledger, runInvoicing } from '../../../testing/a-ledger.js';

type Customer = invoicingHttp.Customer;

let test: ServiceUnderTest;
beforeAll(async () => {
  test = await runInvoicing();
});
afterAll(() => test.close());

describe('a customer', () => {
  it('is created, shown and said', async () => {
    const ledger = new Ledger(test);
    const body = { number: ' C1 ', name: 'École Sainte-Anne', country: 'FR', iban: 'fr76 3000 6000 0112 3456 7890 189', vatId: 'FR123', paymentTermsDays: 45 };
    const created = await ledger.owner.post<Customer>('/customers', body);
    expect(created).toEqual({
      status: 201,
      body: { customerId: expect.any(String), version: 1, number: 'C1', name: 'École Sainte-Anne', country: 'FR', iban: 'FR7630006000011234567890189', vatId: 'FR123', paymentTermsDays: 45 },
    });
    expect(await ledger.owner.get(`/customers/${created.body.customerId}`)).toEqual({ status: 200, body: created.body });
    expect(await ledger.saidCustomers()).toEqual([created.body]);
  });

  it('is changed as a whole: what the new facts leave out is gone, the number stays, the version grows', async () => {
    const ledger = new Ledger(test);
    const { body: created } = await ledger.owner.post<Customer>('/customers', { number: 'C1', name: 'Bois du Sud', country: 'FR', vatId: 'FR123' });
    const changed = await ledger.owner.put<Customer>(`/customers/${created.customerId}`, { name: 'Bois du Nord', paymentTermsDays: 30 });
    expect(changed).toEqual({ status: 200, body: { ...created, version: 2, name: 'Bois du Nord', country: null, vatId: null, paymentTermsDays: 30 } });
    expect(await ledger.saidCustomers()).toEqual([created, changed.body]);
  });

  it('is refused with where, what and a remedy', async () => {
    const ledger = new Ledger(test);
    await ledger.customer();
    const refusals = await Promise.all([
      ledger.owner.post<Problem>('/customers', { number: 'C1', name: 'Another' }),
      ledger.owner.post<Problem>('/customers', { number: 'C2', name: 'A', iban: 'FR7630006000011234567890188' }),
      ledger.owner.post<Problem>('/customers', { number: '', name: 'A' }),
      ledger.owner.post<Problem>('/customers', { number: 'C2', name: 'A', country: 'France' }),
      ledger.owner.post<Problem>('/customers', { number: 'C2', name: 'A\u0000' }),
      ledger.owner.post<Problem>('/customers', { number: 'C2', name: 'A', termsDays: 30 }),
      ledger.owner.put<Problem>(`/customers/${randomUUID()}`, { name: 'Nobody' }),
      ledger.owner.put<Problem>('/customers/7', { name: 'Nobody' }),
      ledger.owner.get<Problem>('/customers/7'),
    ]);
    expect(refusals.map(({ status, body }) => [status, body.code, body.errors?.[0]?.where ?? null])).toEqual([
      [409, 'number_taken', null],
      [400, 'invalid_body', 'iban'],
      [400, 'invalid_body', 'number'],
      [400, 'invalid_body', 'country'],
      [400, 'invalid_body', null],
      [400, 'invalid_body', ''],
      [404, 'not_found', null],
      [404, 'not_found', null],
      [404, 'not_found', null],
    ]);
    expect(refusals[0]!.body).toMatchObject({ detail: 'There is already a customer with the number C1', remedy: 'Choose another number, or change that customer', instance: '/customers' });
    expect((await ledger.saidCustomers()).length).toBe(1);
  });

  it('is changed as it was read, where the change says which version that was', async () => {
    const ledger = new Ledger(test);
    const customerId = await ledger.customer();
    const put = (body: object) => ledger.owner.put(`/customers/${customerId}`, body);
    expect(await put({ name: 'First', version: 1 })).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await put({ name: 'Second', version: 1 })).toMatchObject({ status: 409, body: { code: 'changed_meanwhile', detail: 'The customer has version 2, 1 was read' } });
    expect(await put({ name: 'Third' })).toMatchObject({ status: 200, body: { name: 'Third', version: 3 } });
  });

  it('is written by accountants, and seen by everyone of the organisation, and by nobody else', async () => {
    const ledger = new Ledger(test);
    const customerId = await ledger.customer();
    for (const role of ['viewer', 'reviewer'] as const) {
      const user = test.user(ledger.organisationId, role);
      expect((await user.get(`/customers/${customerId}`)).status).toBe(200);
      expect(await user.post('/customers', { number: 'C9', name: 'A' })).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
      expect((await user.put(`/customers/${customerId}`, { name: 'A' })).status).toBe(403);
      expect((await user.send('/customers/import', 'id,name,country,iban,vat_id,payment_terms_days\n')).status).toBe(403);
    }
    expect((await test.user(ledger.organisationId, 'accountant').post('/customers', { number: 'C9', name: 'A' })).status).toBe(201);
    const stranger = test.user(randomUUID());
    expect((await stranger.get(`/customers/${customerId}`)).status).toBe(404);
    expect((await stranger.put(`/customers/${customerId}`, { name: 'Mine' })).status).toBe(404);
    expect(await stranger.all('/customers', 50)).toEqual([]);
  });

  it('is listed by name, page by page, whatever the letters, and none is lost or shown twice', async () => {
    const ledger = new Ledger(test);
    // A last Σ has another lower letter in JavaScript than in PostgreSQL.
    const names = ['Zoé', 'ΣΊΣΥΦΟΣ', 'Яблоко', 'İstanbul Yapı', 'École', 'école', 'Éclair', 'Straße', 'abc', 'ABC', 'Abc 100%', 'a_c'];
    for (const name of names) await ledger.customer(name);
    for (const limit of [1, 2, 3, 12, 50]) {
      const listed = (await ledger.owner.all<Customer>('/customers', limit)).map(({ name }) => name);
      expect([...listed].sort()).toEqual([...names].sort());
      expect(listed).toEqual((await ledger.owner.all<Customer>('/customers', 500)).map(({ name }) => name));
    }
    const found = async (search: string) => (await ledger.owner.all<Customer>(`/customers?search=${encodeURIComponent(search)}`, 50)).map(({ name }) => name);
    expect(await found('ÉCOLE')).toEqual(['École', 'école']);
    expect(await found('100%')).toEqual(['Abc 100%']);
    expect(await found('a_')).toEqual(['a_c']);
    expect(await found('c12')).toEqual(['a_c']);
    expect(await found('ΊΣΥΦΟΣ')).toEqual(['ΣΊΣΥΦΟΣ']);
    expect(await ledger.owner.get(`/customers?limit=3&cursor=${Buffer.from('["a","b"]').toString('base64url')}`)).toMatchObject({ status: 400, body: { code: 'invalid_query', errors: [{ where: 'cursor' }] } });
    expect(await ledger.owner.get('/customers?limit=501')).toMatchObject({ status: 400, body: { code: 'invalid_query' } });
    expect(await ledger.owner.get('/customers?search=%00')).toMatchObject({ status: 400 });
  });
});

describe('a CSV of customers', () => {
  const head = 'id,name,country,iban,vat_id,payment_terms_days\n';

  it('creates and changes, and says each', async () => {
    const ledger = new Ledger(test);
    const { body: known } = await ledger.owner.post<Customer>('/customers', { number: 'C1', name: 'Old name', paymentTermsDays: 60 });
    expect(await ledger.owner.send('/customers/import', `${head}C1,New name,FR,,,30\nC2,"Bois, Sud",BE,,,0\n`)).toEqual({ status: 200, body: { imported: 2 } });
    const said = await ledger.saidCustomers();
    expect(said.slice(1)).toEqual([
      { ...known, version: 2, name: 'New name', country: 'FR', paymentTermsDays: 30 },
      { customerId: expect.any(String), version: 1, number: 'C2', name: 'Bois, Sud', country: 'BE', iban: null, vatId: null, paymentTermsDays: 0 },
    ]);
  });

  it('is taken as a whole or not at all', async () => {
    const ledger = new Ledger(test);
    const rows = Array.from({ length: 6000 }, (_, index) => `K${index},Name ${index},FR,,,30\n`).join('');
    expect(await ledger.owner.send('/customers/import', `${head}${rows}K1,Again,FR,,,30\n`)).toMatchObject({
      status: 422, body: { code: 'invalid_file', detail: 'customers.csv:6002: column "id": customer "K1" already stands on line 3', remedy: 'give each customer one row' },
    });
    // A fault that only the database sees, in the second part of the file.
    expect(await ledger.owner.send('/customers/import', `${head}${rows}K9999,"A\u0000B",FR,,,30\n`)).toMatchObject({ status: 400, body: { code: 'invalid_body' } });
    expect(await ledger.owner.post('/customers/import', {})).toMatchObject({ status: 400, body: { code: 'invalid_body', detail: 'The body must be the file itself, not application/json' } });
    expect(await ledger.owner.all('/customers', 500)).toEqual([]);
    expect(await ledger.saidCustomers()).toEqual([]);
  });
});
