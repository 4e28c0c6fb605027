import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@lettrage/calendar';
import { agedBalanceChanged, type cashHttp, forecastChanged } from '@lettrage/contracts';
import { Company } from '../../../testing/a-company.js';
import { type CashUnderTest, runCash, until } from '../../../testing/running-cash.js';

let cash: CashUnderTest;
beforeAll(async () => void (cash = await runCash()));
afterAll(() => cash.close());

const forecast = (company: Company, query = '') => cash.get<cashHttp.Forecast>(company.id, `/forecast${query}`);
const lastDay = ({ days }: cashHttp.Forecast) => Number(days.at(-1)?.cumulative ?? 0);

/** Pays every invoice 20 days late, all the year. */
function latePayer(company: Company): string {
  const customer = company.customer('Anna');
  company.history(
    customer,
    Array.from({ length: 30 }, (_, index) => {
      const dueDate = addDays('2025-12-01', index * 10);
      return { number: `OLD-${index}`, amount: '100.00', issueDate: addDays(dueDate, -30), dueDate, paidDate: addDays(dueDate, 20) };
    }),
  );
  return customer;
}

describe('the forecast', () => {
  it('begins today, goes as far as asked, and adds up day by day', async () => {
    const company = new Company();
    const customer = latePayer(company);
    company.item(customer, '1000.00', '2026-10-20', '2026-11-19');
    company.item(customer, '10.00', '2026-10-20', '2026-11-19', 'USD');
    await cash.hear(company.news());
    const all = await forecast(company);
    expect(all.asOf).toBe('2026-11-21');
    expect(all.days.filter(({ currency }) => currency === 'EUR').map(({ date }) => date)).toEqual(Array.from({ length: 90 }, (_, day) => addDays('2026-11-21', day)));
    const euros = await forecast(company, '?days=28&currency=EUR');
    expect(euros.days).toEqual(all.days.filter(({ currency }) => currency === 'EUR').slice(0, 28));
    let cents = 0;
    for (const day of euros.days) {
      cents += Math.round(Number(day.expected) * 100);
      expect(Math.round(Number(day.cumulative) * 100)).toBe(cents);
      expect(Number(day.low)).toBeLessThanOrEqual(Number(day.high));
    }
    // An invoice due on 19 November is expected around 9 December: hardly anything this week, most within four weeks.
    expect(Number(euros.days[6]!.cumulative)).toBeLessThan(300);
    expect(lastDay(euros)).toBeGreaterThan(600);
  });

  it('falls when an item is settled, rises when that is undone, and says so each time', async () => {
    const company = new Company();
    const customer = latePayer(company);
    const items = [company.item(customer, '1000.00', '2026-10-20', '2026-11-19'), company.item(customer, '500.00', '2026-10-20', '2026-11-19')];
    const receipt = company.receipt('1000.00', '2026-11-20');
    await cash.hear(company.news());
    const before = await forecast(company);

    company.settle(receipt, '2026-11-20', [{ item: items[0]!, amount: '1000.00' }]);
    await cash.hear(company.news());
    const after = await forecast(company);
    expect(lastDay(after)).toBeLessThan(lastDay(before) / 2);

    company.undo(receipt, '2026-11-21');
    await cash.hear(company.news());
    expect(await forecast(company)).toEqual(before);

    const horizons = ({ days }: cashHttp.Forecast) => [28, 90].map((count) => ({ currency: 'EUR', days: count, expected: days[count - 1]!.cumulative, low: days[count - 1]!.low, high: days[count - 1]!.high }));
    await until(async () => JSON.stringify((await cash.said(company.id, forecastChanged)).at(-1)?.horizons) === JSON.stringify(horizons(before)));
    expect((await cash.said(company.id, forecastChanged)).every(({ asOf }) => asOf === '2026-11-21')).toBe(true);
  });

  it('learns from the company’s own settlements, and forgets those undone', async () => {
    const company = new Company();
    const customer = company.customer('Bea');
    const receipts = Array.from({ length: 20 }, (_, index) => {
      const item = company.item(customer, '100.00', addDays('2026-02-01', index * 10), addDays('2026-03-01', index * 10));
      const paid = addDays('2026-03-31', index * 10);
      const receipt = company.receipt('100.00', paid);
      company.settle(receipt, paid, [{ item, amount: '100.00' }]);
      return receipt;
    });
    company.item(customer, '1000.00', '2026-10-22', '2026-11-21');
    await cash.hear(company.news());
    const learned = await forecast(company, '?days=20');
    expect(lastDay(learned)).toBeLessThan(300); // always 30 days late

    for (const receipt of receipts) company.undo(receipt, '2026-11-20');
    await cash.hear(company.news());
    const { rows } = await cash.administrator.query<{ count: string }>('select count(*) from item_payment where organisation_id = $1 and live > 0', [company.id]);
    expect(rows).toEqual([{ count: '0' }]);
  });

  it('is asked for 1 to 365 days', async () => {
    const company = new Company();
    expect([await cash.status(company.id, '/forecast?days=0'), await cash.status(company.id, '/forecast?days=366'), await cash.status(company.id, '/forecast?days=365')]).toEqual([400, 400, 200]);
  });
});

describe('what is announced', () => {
  it('follows one settlement at once, and thousands of changes only a few times a second', async () => {
    const company = new Company();
    const customer = company.customer('Anna');
    const items = Array.from({ length: 2000 }, () => company.item(customer, '10.00', '2026-10-01', '2026-10-31'));
    await cash.hear(company.news());
    const announcedBefore = (await cash.said(company.id, agedBalanceChanged)).length;
    const started = Date.now();
    for (const item of items) company.settle(company.receipt('10.00', '2026-11-20'), '2026-11-20', [{ item, amount: '10.00' }]);
    // As an import says it: not one kind of message after the other, but many of a kind.
    await cash.hear([...Map.groupBy(company.news(), ({ contract }) => contract.name).values()].flat());
    await until(async () => (await cash.said(company.id, agedBalanceChanged)).at(-1)?.totals.length === 0);
    const seconds = (Date.now() - started) / 1000;
    expect((await cash.said(company.id, agedBalanceChanged)).length - announcedBefore).toBeLessThanOrEqual(4 * seconds + 2);

    // Tens of milliseconds on a machine with nothing else to do; the quickest of a few, since another may have.
    const took: number[] = [];
    for (let round = 0; round < 5 && !took.some((ms) => ms < 2000); round++) {
      const one = company.item(customer, '77.00', '2026-10-01', '2026-10-31');
      await cash.hear(company.news());
      await until(async () => (await cash.said(company.id, agedBalanceChanged)).at(-1)?.totals[0]?.total === '77.00');
      company.settle(company.receipt('77.00', '2026-11-20'), '2026-11-20', [{ item: one, amount: '77.00' }]);
      const asked = Date.now();
      await cash.put(company.news());
      await until(async () => (await cash.said(company.id, agedBalanceChanged)).at(-1)?.totals.length === 0);
      took.push(Date.now() - asked);
    }
    expect(Math.min(...took)).toBeLessThan(2000);
  });

  it('is said after a restart where the process ended before it could', async () => {
    const company = new Company();
    company.item(company.customer('Anna'), '10.00', '2026-10-01', '2026-10-31');
    await cash.hear(company.news());
    await until(async () => (await cash.said(company.id, forecastChanged)).length > 0 && (await cash.said(company.id, agedBalanceChanged)).length > 0);
    await cash.stopService();
    // What it still had to say has left with it, or lies in the outbox.
    const { rows } = await cash.administrator.query<{ left: number }>('select count(*)::int as "left" from outbox where organisation_id = $1 and name = $2', [company.id, agedBalanceChanged.name]);
    const before = (await cash.said(company.id, agedBalanceChanged)).length + rows[0]!.left;
    await cash.administrator.query('update figures set balance_announced = 0 where organisation_id = $1', [company.id]);
    await cash.startService();
    await until(async () => (await cash.said(company.id, agedBalanceChanged)).length === before + 1);
  });
});
