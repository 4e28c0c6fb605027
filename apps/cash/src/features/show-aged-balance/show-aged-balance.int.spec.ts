import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agedBalanceChanged, type cashHttp } from '@lettrage/contracts';
import { Company } from '../../../testing/a-company.js';
import { type CashUnderTest, runCash, until } from '../../../testing/running-cash.js';

let cash: CashUnderTest;
beforeAll(async () => void (cash = await runCash()));
afterAll(() => cash.close());

const balance = (company: Company, query = '') => cash.get<cashHttp.AgedBalance>(company.id, `/aged-balance${query}`);
const none = { notDue: '0.00', d0to30: '0.00', d31to60: '0.00', d61to90: '0.00', d91plus: '0.00', unapplied: '0.00' };
/** Customer, currency and the columns that are not zero. */
const brief = ({ items }: cashHttp.AgedBalance) =>
  items.map(({ customerName, currency, customerId: _id, customerNumber: _number, ...columns }) => [customerName, currency, Object.fromEntries(Object.entries(columns).filter(([, amount]) => amount !== '0.00'))]);

describe('the aged balance of today', () => {
  it('has a row per customer and currency, with credit notes in their own bucket and unapplied cash apart', async () => {
    const company = new Company();
    const [zoe, anna] = [company.customer('Zoé'), company.customer('Anna')];
    company.item(zoe, '100.00', '2026-10-01', '2026-11-21'); // due today: not late
    company.item(zoe, '20.10', '2026-09-01', '2026-10-22'); // 30 days late
    company.item(zoe, '-5.05', '2026-09-01', '2026-10-21'); // 31 days
    company.item(anna, '70.00', '2026-07-01', '2026-08-22', 'USD'); // 91 days
    const part = company.item(anna, '50.00', '2026-08-01', '2026-09-21'); // 61 days
    company.settle(company.receipt('45.00', '2026-11-20'), '2026-11-20', [{ item: part, amount: '30.00' }, { onAccountOf: anna, amount: '15.00' }]);
    const closed = company.item(anna, '9.00', '2026-08-01', '2026-09-21');
    company.settle(company.receipt('8.50', '2026-11-20'), '2026-11-20', [{ item: closed, amount: '9.00' }, { writeOffOf: anna, amount: '-0.50' }]);
    await cash.hear(company.news());

    const shown = await balance(company);
    expect(brief(shown)).toEqual([
      ['Anna', 'EUR', { d61to90: '20.00', unapplied: '-15.00', total: '5.00' }],
      ['Anna', 'USD', { d91plus: '70.00', total: '70.00' }],
      ['Zoé', 'EUR', { notDue: '100.00', d0to30: '20.10', d31to60: '-5.05', total: '115.05' }],
    ]);
    expect(shown.asOf).toBe('2026-11-21');
    expect(shown.totals).toEqual([
      { currency: 'EUR', ...none, notDue: '100.00', d0to30: '20.10', d31to60: '-5.05', d61to90: '20.00', unapplied: '-15.00', total: '120.05' },
      { currency: 'USD', ...none, d91plus: '70.00', total: '70.00' },
    ]);
    expect(shown.unidentified).toEqual([]);

    await until(async () => JSON.stringify((await cash.said(company.id, agedBalanceChanged)).at(-1)) === JSON.stringify({ asOf: '2026-11-21', totals: shown.totals }));
  });

  it('is told in the organisation’s own day', async () => {
    const auckland = new Company('Pacific/Auckland');
    auckland.item(auckland.customer('Kiri'), '10.00', '2026-10-01', '2026-11-21');
    const montreal = new Company('America/Montreal');
    montreal.item(montreal.customer('Luc'), '10.00', '2026-10-01', '2026-11-21');
    await cash.hear([...auckland.news(), ...montreal.news()]);
    cash.now = new Date('2026-11-21T23:30:00Z');
    try {
      expect(await balance(auckland)).toMatchObject({ asOf: '2026-11-22', totals: [{ d0to30: '10.00' }] });
      expect(await balance(montreal)).toMatchObject({ asOf: '2026-11-21', totals: [{ notDue: '10.00' }] });
    } finally {
      cash.now = new Date('2026-11-21T10:00:00Z');
    }
  });

  it('goes back to what it was when an allocation is undone', async () => {
    const company = new Company();
    const customer = company.customer('Anna');
    const [one, two] = [company.item(customer, '100.00', '2026-10-01', '2026-10-31'), company.item(customer, '60.00', '2026-10-01', '2026-10-31')];
    const receipt = company.receipt('170.00', '2026-11-19');
    await cash.hear(company.news());
    const before = await balance(company);
    expect(before.unidentified).toEqual([{ currency: 'EUR', amount: '170.00', transactions: 1 }]);

    company.settle(receipt, '2026-11-19', [{ item: one, amount: '100.00' }, { item: two, amount: '60.00' }, { onAccountOf: customer, amount: '10.00' }]);
    await cash.hear(company.news());
    const settled = await balance(company);
    expect(brief(settled)).toEqual([['Anna', 'EUR', { unapplied: '-10.00', total: '-10.00' }]]);
    expect(settled.unidentified).toEqual([]);

    company.undo(receipt, '2026-11-20');
    await cash.hear(company.news());
    expect(await balance(company)).toEqual(before);
  });

  it('shows receipts that nobody has taken or set aside, per currency', async () => {
    const company = new Company();
    const [known, interest, dollars] = [company.receipt('10.00', '2026-11-01'), company.receipt('0.40', '2026-11-02'), company.receipt('5.00', '2026-11-03', 'USD')];
    company.receipt('-300.00', '2026-11-03'); // a payment that the company made
    company.receipt('7.00', '2026-11-04');
    company.setAside(interest);
    company.settle(known, '2026-11-01', [{ onAccountOf: company.customer('Anna'), amount: '10.00' }]);
    await cash.hear(company.news());
    expect((await balance(company)).unidentified).toEqual([{ currency: 'EUR', amount: '7.00', transactions: 1 }, { currency: 'USD', amount: '5.00', transactions: 1 }]);
    expect((await balance(company, '?currency=USD')).unidentified).toEqual([{ currency: 'USD', amount: '5.00', transactions: 1 }]);

    company.setAside(interest, false);
    company.setAside(dollars);
    await cash.hear(company.news());
    expect((await balance(company)).unidentified).toEqual([{ currency: 'EUR', amount: '7.40', transactions: 2 }]);
  });
});

describe('the aged balance of another day', () => {
  it('counts what was issued and in effect by then, to the cent', async () => {
    const company = new Company();
    const customer = company.customer('Anna');
    const invoice = company.item(customer, '100.00', '2026-09-01', '2026-10-01');
    const credit = company.item(customer, '-20.00', '2026-09-20', '2026-09-20');
    const later = company.item(customer, '40.00', '2026-11-10', '2026-12-10');
    const first = company.receipt('30.00', '2026-10-05');
    const second = company.receipt('95.00', '2026-11-02');
    company.settle(first, '2026-10-05', [{ item: invoice, amount: '30.00' }]);
    company.settle(second, '2026-11-02', [{ item: invoice, amount: '70.00' }, { item: credit, amount: '-20.00' }, { onAccountOf: customer, amount: '5.00' }, { item: later, amount: '40.00' }]);
    company.undo(first, '2026-11-15');
    await cash.hear(company.news());

    const on = async (day: string) => {
      const shown = await balance(company, `?asOf=${day}`);
      expect(shown.asOf).toBe(day);
      expect(shown.totals.map(({ total }) => total)).toEqual(shown.items.map(({ total }) => total)); // one customer: its row is the total
      return [brief(shown)[0]?.[2], shown.unidentified[0]?.amount];
    };
    expect(await on('2026-08-31')).toEqual([undefined, undefined]);
    expect(await on('2026-09-20')).toEqual([{ notDue: '80.00', total: '80.00' }, undefined]);
    expect(await on('2026-10-04')).toEqual([{ d0to30: '80.00', total: '80.00' }, undefined]);
    expect(await on('2026-10-05')).toEqual([{ d0to30: '50.00', total: '50.00' }, undefined]);
    // The invoice of 10 November was paid before it was issued: until then the money is the customer's.
    expect(await on('2026-11-02')).toEqual([{ unapplied: '-45.00', total: '-45.00' }, undefined]);
    expect(await on('2026-11-10')).toEqual([{ unapplied: '-5.00', total: '-5.00' }, undefined]);
    // The undo of 15 November reopens from that day on; the receipt waits again.
    expect(await on('2026-11-14')).toEqual([{ unapplied: '-5.00', total: '-5.00' }, undefined]);
    expect(await on('2026-11-15')).toEqual([{ d31to60: '30.00', unapplied: '-5.00', total: '25.00' }, '30.00']);
    expect(await on('2026-11-21')).toEqual([{ d31to60: '30.00', unapplied: '-5.00', total: '25.00' }, '30.00']);
    expect(await on('2026-12-31')).toEqual([{ d91plus: '30.00', unapplied: '-5.00', total: '25.00' }, '30.00']);
  });

  it('shows a receipt as unidentified from its booking until it was taken', async () => {
    const company = new Company();
    const receipt = company.receipt('10.00', '2026-11-01');
    company.settle(receipt, '2026-11-08', [{ onAccountOf: company.customer('Anna'), amount: '10.00' }]);
    company.receipt('3.00', '2026-11-08'); // nobody takes this one
    await cash.hear(company.news());
    const waiting = async (day: string) => (await balance(company, `?asOf=${day}`)).unidentified.map(({ amount }) => amount);
    expect([await waiting('2026-10-31'), await waiting('2026-11-01'), await waiting('2026-11-07'), await waiting('2026-11-08')]).toEqual([[], ['10.00'], ['10.00'], ['3.00']]);
  });

  it('counts today what the bank has booked under tomorrow’s date', async () => {
    const company = new Company('America/Montreal');
    const invoice = company.item(company.customer('Luc'), '10.00', '2026-10-01', '2026-10-31');
    company.settle(company.receipt('10.00', '2026-11-22'), '2026-11-22', [{ item: invoice, amount: '10.00' }]);
    await cash.hear(company.news());
    expect((await balance(company)).totals).toEqual([]);
    expect((await balance(company, '?asOf=2026-11-20')).totals).toMatchObject([{ total: '10.00' }]);
  });

  it('refuses a date that does not exist', async () => {
    expect(await cash.status(new Company().id, '/aged-balance?asOf=2026-02-30')).toBe(400);
  });
});

describe('pages of the aged balance', () => {
  it('go through all customers by name, each once, with the same totals', async () => {
    const company = new Company();
    const names = ['émile', 'Bea', 'Éva', 'bea', 'Carl', 'Anna'];
    for (const name of names) company.item(company.customer(name), '10.00', '2026-10-01', '2026-10-31');
    const both = company.customer('Dora');
    company.item(both, '1.00', '2026-10-01', '2026-10-31', 'USD');
    company.item(both, '2.00', '2026-10-01', '2026-10-31', 'EUR');
    await cash.hear(company.news());

    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const shown: cashHttp.AgedBalance = await balance(company, `?limit=3&cursor=${cursor}`);
      expect(shown.totals.map(({ currency, total }) => [currency, total])).toEqual([['EUR', '62.00'], ['USD', '1.00']]);
      expect(shown.items.length).toBeLessThanOrEqual(3);
      seen.push(...shown.items.map(({ customerName, currency, total }) => `${customerName.toLowerCase()} ${currency} ${total}`));
      cursor = shown.nextCursor;
    }
    expect(seen).toEqual(['anna EUR 10.00', 'bea EUR 10.00', 'bea EUR 10.00', 'carl EUR 10.00', 'dora EUR 2.00', 'dora USD 1.00', 'émile EUR 10.00', 'éva EUR 10.00']);
    expect((await balance(company, '?search=EA')).items.map(({ customerNumber }) => customerNumber).sort()).toEqual(['C-Bea', 'C-bea']);
    expect((await balance(company, '?search=c-d&currency=USD')).items.map(({ total }) => total)).toEqual(['1.00']);
  });
});

describe('two organisations', () => {
  it('never see each other', async () => {
    const [one, other] = [new Company(), new Company()];
    const customer = one.customer('Anna');
    const item = one.item(customer, '100.00', '2026-10-01', '2026-10-31');
    one.receipt('3.00', '2026-11-01');
    // The same ids in another organisation are other things.
    other.customer('Bea', 1, customer);
    await cash.hear([...one.news(), ...other.news()]);
    expect(await balance(other)).toMatchObject({ items: [], totals: [], unidentified: [] });
    other.settle(other.receipt('1.00', '2026-11-01'), '2026-11-01', [{ onAccountOf: customer, amount: '1.00' }]);
    await cash.hear(other.news());
    expect(brief(await balance(other))).toEqual([['Bea', 'EUR', { unapplied: '-1.00', total: '-1.00' }]]);
    expect(brief(await balance(one))).toEqual([['Anna', 'EUR', { d0to30: '100.00', total: '100.00' }]]);
    expect(await cash.get<cashHttp.Forecast>(other.id, '/forecast')).toMatchObject({ days: [] });
    expect(item).toBeDefined();
  });
});
