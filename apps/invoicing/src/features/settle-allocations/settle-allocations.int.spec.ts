import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allocationsRefused, allocationsRequested, allocationsSettled } from '@lettrage/contracts';
import { says, type ServiceUnderTest } from '@lettrage/testing';
import { randomUUID } from 'node:crypto';
import { Ledger, runInvoicing } from '../../../testing/a-ledger.js';

let test: ServiceUnderTest;
beforeAll(async () => {
  test = await runInvoicing();
});
afterAll(async () => {
  expect(await test.lawsBroken()).toEqual([]);
  await test.close();
});

const settled = async (ledger: Ledger) => (await test.said(ledger.organisationId, allocationsSettled)).flatMap(({ settlements }) => settlements);
const refused = async (ledger: Ledger) => (await test.said(ledger.organisationId, allocationsRefused)).flatMap(({ refusals }) => refusals);
const versions = async (ledger: Ledger, itemId: string) =>
  (await ledger.saidItems()).filter((item) => item.itemId === itemId).map(({ version, open }) => [version, open]);

describe('a requested allocation', () => {
  it('is settled: the ledger, the items and the events say the same', async () => {
    const ledger = new Ledger(test);
    const customerId = await ledger.customer();
    const [invoice, other, note] = [await ledger.item(customerId, 'FA1', '100.00'), await ledger.item(customerId, 'FA2', '50.00'), await ledger.item(customerId, 'AV1', '-20.00')];
    const request = ledger.request('117.50', [[invoice, '100.00'], [other, '40.00'], [note, '-20.00']], { difference: { kind: 'bank_fee', amount: '2.50' } });
    await ledger.ask(request);
    const entry = { entryId: expect.any(String), transactionId: request.transactionId, customerId, currency: 'EUR', effectiveDate: '2026-10-05', reverses: null };
    const ofItem = (itemId: string, amount: string) => ({ ...entry, kind: 'item', itemId, amount, dueDate: '2026-10-01', issueDate: '2026-09-01' });
    const entries = [ofItem(invoice, '100.00'), ofItem(other, '40.00'), ofItem(note, '-20.00'), { ...entry, kind: 'write_off', itemId: null, amount: '-2.50', dueDate: null, issueDate: null }];
    expect(await settled(ledger)).toEqual([{ requestId: request.requestId, transactionId: request.transactionId, decidedBy: 'automatic', entries }]);
    expect(await versions(ledger, invoice)).toEqual([[1, '100.00'], [2, '0.00']]);
    expect(await versions(ledger, other)).toEqual([[1, '50.00'], [2, '10.00']]);
    expect(await versions(ledger, note)).toEqual([[1, '-20.00'], [2, '0.00']]);
    const shown = { requestId: request.requestId, decidedBy: 'automatic', recordedAt: expect.any(String), customerName: 'Maçonnerie Guérin' };
    expect(await ledger.entriesOf(request.transactionId)).toEqual(entries.map((one, index) => ({ ...one, ...shown, itemNumber: ['FA1', 'FA2', 'AV1', null][index] })));
    expect(await ledger.owner.get(`/allocations?itemId=${other}`)).toMatchObject({ status: 200, body: { items: [{ amount: '40.00', itemNumber: 'FA2' }] } });
    expect(await ledger.owner.get('/allocations')).toMatchObject({ status: 400 });
    expect(await test.user(randomUUID()).get(`/allocations?itemId=${other}`)).toEqual({ status: 200, body: { items: [] } });
    expect(await refused(ledger)).toEqual([]);
  });

  it('over an item in another currency is settled in that currency’s own minor units', async () => {
    const ledger = new Ledger(test);
    const yen = await ledger.item(await ledger.customer(), 'FA1', '15000', 'JPY');
    await ledger.ask(ledger.request('15000', [[yen, '15000']], { currency: 'JPY' }));
    expect((await settled(ledger))[0]!.entries[0]).toMatchObject({ amount: '15000', currency: 'JPY' });
    expect(await ledger.open(yen)).toBe('0');
  });

  it('leaves an overpayment, or money for no item, with the customer', async () => {
    const ledger = new Ledger(test);
    const customerId = await ledger.customer();
    const invoice = await ledger.item(customerId, 'FA1', '100.00');
    await ledger.ask(
      ledger.request('110.00', [[invoice, '100.00']], { difference: { kind: 'overpayment', amount: '-10.00' } }),
      ledger.request('70.00', [], { customerId, difference: { kind: 'on_account', amount: '-70.00' }, decidedBy: randomUUID() }),
    );
    expect((await settled(ledger)).map(({ entries }) => entries.map(({ kind, amount, customerId: whose }) => [kind, amount, whose]))).toEqual([
      [['item', '100.00', customerId], ['on_account', '10.00', customerId]],
      [['on_account', '70.00', customerId]],
    ]);
  });

  it('is refused with the reason, and nothing of it is entered', async () => {
    const ledger = new Ledger(test);
    const customerId = await ledger.customer();
    const [invoice, note, dollars] = [await ledger.item(customerId, 'FA1', '100.00'), await ledger.item(customerId, 'AV1', '-20.00'), await ledger.item(customerId, 'FA2', '100.00', 'USD')];
    const taken = ledger.request('10.00', [[invoice, '10.00']]);
    const [nobody, nothing] = [randomUUID(), randomUUID()];
    const asked = [
      ledger.request('5.00', [[nothing, '5.00']]),
      ledger.request('90.01', [[invoice, '90.01']]),
      ledger.request('60.00', [[invoice, '90.00'], [note, '-30.00']]),
      ledger.request('100.00', [[dollars, '100.00']]),
      ledger.request('90.00', [[invoice, '90.00']], { transactionId: taken.transactionId, amount: '10.00' }),
      ledger.request('11.00', [[invoice, '11.00']], { transactionId: taken.transactionId }),
      ledger.request('-20.00', [[note, '-20.00']]),
      ledger.request('80.00', [[invoice, '90.00']]),
      ledger.request('100.00', [[invoice, '90.00']], { difference: { kind: 'discount', amount: '-10.00' } }),
      ledger.request('70.00', [], { difference: { kind: 'on_account', amount: '-70.00' } }),
      ledger.request('70.00', [], { customerId: nobody, difference: { kind: 'on_account', amount: '-70.00' } }),
    ];
    await ledger.ask(taken, ...asked);
    const reasons = [
      ['item_unknown', `there is no item ${nothing}`, 'ledger_no_item'],
      ['item_not_open_enough', 'FA1: 90.00 EUR is open, 90.01 EUR was asked', 'item_open'],
      ['item_not_open_enough', 'AV1: -20.00 EUR is open, -30.00 EUR was asked', 'item_open'],
      ['item_currency_differs', 'FA2 is in USD, the payment in EUR', 'item_currency'],
      ['transaction_exceeded', '10.00 EUR of 10.00 EUR is allocated already', 'ledger_taken'],
      ['transaction_differs', 'the transaction is known with 10.00 EUR, the request says 11.00 EUR', 'ledger_known_otherwise'],
      ['transaction_differs', '-20.00 EUR is not a receipt', 'ledger_no_receipt'],
      ['amounts_do_not_add_up', 'the lines close 90.00 EUR, the difference is 0.00 EUR, received was 80.00 EUR', 'ledger_not_equal'],
      ['difference_sign_wrong', 'discount cannot be -10.00 EUR', 'ledger_sign'],
      ['customer_unknown', 'money on account needs a customer', 'ledger_needs_customer'],
      ['customer_unknown', `there is no customer ${nobody}`, 'ledger_no_customer'],
    ];
    expect(await refused(ledger)).toEqual(reasons.map(([code, detail, id], index) => ({ requestId: asked[index]!.requestId, transactionId: asked[index]!.transactionId, code, detail, sentence: { id, values: expect.any(Object) } })));
    expect(await versions(ledger, invoice)).toEqual([[1, '100.00'], [2, '90.00']]);
    expect(await versions(ledger, note)).toEqual([[1, '-20.00']]);
    expect((await settled(ledger)).map(({ requestId }) => requestId)).toEqual([taken.requestId]);
    for (const one of asked) expect(await ledger.entriesOf(one.transactionId)).toHaveLength(one.transactionId === taken.transactionId ? 1 : 0);
  });

  it('gets the cent that two want if it comes first, in one batch too, and the item’s version grows by one a batch', async () => {
    const ledger = new Ledger(test);
    const invoice = await ledger.item(await ledger.customer(), 'FA1', '100.00');
    const [first, second, third] = [ledger.request('60.00', [[invoice, '60.00']]), ledger.request('40.01', [[invoice, '40.01']]), ledger.request('40.00', [[invoice, '40.00']])];
    const [own, message] = [ledger.organisationId, (request: typeof first) => says(ledger.organisationId, allocationsRequested, { requests: [request] })];
    await test.hear(message(first), message(second), message(third));
    expect((await settled(ledger)).map(({ requestId }) => requestId)).toEqual([first.requestId, third.requestId]);
    expect(await refused(ledger)).toEqual([{ requestId: second.requestId, transactionId: second.transactionId, code: 'item_not_open_enough', detail: 'FA1: 40.00 EUR is open, 40.01 EUR was asked', sentence: { id: 'item_open', values: { number: 'FA1', open: '40.00 EUR', asked: '40.01 EUR' } } }]);
    expect(await versions(ledger, invoice)).toEqual([[1, '100.00'], [2, '0.00']]);
    expect((await test.said(own, allocationsSettled)).length).toBe(1);
  });

  it('comes twice and is settled once, whether the message or the request is the same', async () => {
    const ledger = new Ledger(test);
    const invoice = await ledger.item(await ledger.customer(), 'FA1', '100.00');
    const request = ledger.request('60.00', [[invoice, '60.00']]);
    const message = says(ledger.organisationId, allocationsRequested, { requests: [request] });
    await test.hear(message, message);
    await test.hear(message);
    expect((await settled(ledger)).length).toBe(1);
    expect(await refused(ledger)).toEqual([]);
    await ledger.ask(request);
    expect((await settled(ledger)).length).toBe(1);
    expect((await refused(ledger)).map(({ code }) => code)).toEqual(['transaction_exceeded']);
    expect(await versions(ledger, invoice)).toEqual([[1, '100.00'], [2, '40.00']]);
  });

  it('that nobody can read is parked and holds nobody up', async () => {
    const ledger = new Ledger(test);
    const invoice = await ledger.item(await ledger.customer(), 'FA1', '100.00');
    const good = ledger.request('60.00', [[invoice, '60.00']]);
    const bad = { ...says(ledger.organisationId, allocationsRequested, { requests: [good] }), payload: { requests: [{ ...good, amount: '1e3' }] } };
    await expect(test.hear(bad, says(ledger.organisationId, allocationsRequested, { requests: [good] }))).rejects.toThrow('parked: breaks matching.allocations-requested.v1: requests.0.amount');
    expect((await settled(ledger)).map(({ requestId }) => requestId)).toEqual([good.requestId]);
    await test.administrator.query('delete from parked_message');
  });
});

describe('the ledger', () => {
  it('lets its own service add rows, and neither change nor remove any', async () => {
    const ledger = new Ledger(test);
    await ledger.ask(ledger.request('60.00', [[await ledger.item(await ledger.customer(), 'FA1', '60.00'), '60.00']]));
    await test.administrator.query(`begin; set local role lettrage_invoicing; select set_config('lettrage.organisation_id', '${ledger.organisationId}', true)`);
    expect((await test.administrator.query('select amount_minor from ledger_entry')).rows).toEqual([{ amount_minor: '6000' }]);
    for (const statement of ['update ledger_entry set amount_minor = 1', 'delete from ledger_entry', 'truncate ledger_entry', 'alter table ledger_entry disable row level security']) {
      await test.administrator.query('savepoint here');
      await expect(test.administrator.query(statement)).rejects.toThrow(/permission denied|must be owner/);
      await test.administrator.query('rollback to here');
    }
    await test.administrator.query('rollback');
  });

  it('is checked: what the laws say is found when it is broken', async () => {
    const ledger = new Ledger(test);
    const invoice = await ledger.item(await ledger.customer(), 'FA1', '60.00');
    await ledger.ask(ledger.request('50.00', [[invoice, '50.00']]));
    await test.administrator.query('update open_item set open_minor = 0 where item_id = $1', [invoice]);
    await test.administrator.query('update payment set taken_minor = 0 where organisation_id = $1', [ledger.organisationId]);
    expect(await test.lawsBroken()).toEqual([
      expect.stringMatching(/^law 2, .* amount 5000, taken 0, entries 5000$/),
      expect.stringMatching(/^law 3, .* item FA1 total 6000, paid before 0, open 0, allocated 5000$/),
    ]);
    await test.administrator.query('update open_item set open_minor = 1000 where item_id = $1', [invoice]);
    await test.administrator.query('update payment set taken_minor = amount_minor where organisation_id = $1', [ledger.organisationId]);
  });
});
