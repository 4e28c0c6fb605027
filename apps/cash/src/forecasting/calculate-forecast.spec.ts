import { expect, it } from '@jest/globals';
import { forecast, PaymentBehaviour } from '@lettrage/receivables';
import { calculateForecast } from './calculate-forecast.js';
import { type ItemTuple, type PaymentTuple } from './forecast-input.js';

const items: ItemTuple[] = [['C', 'EUR', '2026-10-20', '2026-11-19', '100000', '60000', '2026-11-10'], ['D', 'USD', '2026-10-20', '2026-11-19', '5000', '5000', null]];
const payments: PaymentTuple[] = Array.from({ length: 12 }, (_, index) => ['C', `2025-${String(index + 1).padStart(2, '0')}-01`, `2025-${String(index + 1).padStart(2, '0')}-15`, `2025-${String(index + 1).padStart(2, '0')}-25`, '1000', '1000', null]);

it('is the forecast of the items and the behaviour that the texts hold', () => {
  const behaviour = new PaymentBehaviour();
  behaviour.learn(payments.map(([customerId, issueDate, dueDate, paidDate]) => ({ customerId, issueDate, dueDate, paidDate, amountMinor: 1000n, openBeforeMinor: 1000n, previousPaidDate: null })));
  const expected = forecast({
    openItems: [
      { customerId: 'C', currency: 'EUR', issueDate: '2026-10-20', dueDate: '2026-11-19', totalMinor: 100_000n, openMinor: 60_000n, lastPaidDate: '2026-11-10' },
      { customerId: 'D', currency: 'USD', issueDate: '2026-10-20', dueDate: '2026-11-19', totalMinor: 5000n, openMinor: 5000n, lastPaidDate: null },
    ],
    behaviour,
    asOf: '2026-11-21',
    days: 30,
  });
  expect(calculateForecast({ asOf: '2026-11-21', days: 30, items: JSON.stringify(items), payments: JSON.stringify(payments) })).toEqual(expected);
  expect(expected).toHaveLength(60);
});

it('begins every longer forecast with the shorter one', () => {
  const texts = { asOf: '2026-11-21', items: JSON.stringify(items), payments: JSON.stringify(payments) };
  const euros = (days: number) => calculateForecast({ ...texts, days }).filter(({ currency }) => currency === 'EUR');
  expect(euros(365).slice(0, 28)).toEqual(euros(28));
});

it('leaves out a payment on an item that had nothing open before it', () => {
  const impossible: PaymentTuple = ['C', '2026-01-01', '2026-01-31', '2026-02-05', '1000', '0', null];
  const texts = { asOf: '2026-11-21', days: 10, items: JSON.stringify(items) };
  expect(calculateForecast({ ...texts, payments: JSON.stringify([impossible]) })).toEqual(calculateForecast({ ...texts, payments: '[]' }));
});
