import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type cashHttp } from '@lettrage/contracts';
import { type z } from 'zod';
import { Company } from '../../../testing/a-company.js';
import { type CashUnderTest, runCash } from '../../../testing/running-cash.js';

let cash: CashUnderTest;
beforeAll(async () => void (cash = await runCash(new Date('2026-11-30T12:00:00Z'))));
afterAll(() => cash.close());

it('counts back: 2,500 at the end of November after sales of 1,200, 800 and 700 are 82.4 days', async () => {
  const company = new Company();
  const customer = company.customer('Anna');
  company.item(customer, '1300.00', '2026-11-10', '2026-12-10');
  company.item(customer, '-100.00', '2026-11-20', '2026-11-20');
  company.item(customer, '800.00', '2026-10-10', '2026-11-10');
  const september = company.item(customer, '700.00', '2026-09-10', '2026-10-10');
  company.settle(company.receipt('200.00', '2026-10-15'), '2026-10-15', [{ item: september, amount: '200.00' }]);
  const paid = company.item(customer, '50.00', '2026-11-01', '2026-11-30', 'USD');
  company.settle(company.receipt('50.00', '2026-11-15', 'USD'), '2026-11-15', [{ item: paid, amount: '50.00' }]);
  company.item(customer, '9.00', '2020-01-01', '2020-01-31', 'CHF');
  await cash.hear(company.news());
  expect(await cash.get<z.infer<typeof cashHttp.dso>>(company.id, '/dso')).toEqual({
    asOf: '2026-11-30',
    items: [{ currency: 'CHF', countBackDays: null }, { currency: 'EUR', countBackDays: '82.4' }, { currency: 'USD', countBackDays: '0.0' }],
  });
});
