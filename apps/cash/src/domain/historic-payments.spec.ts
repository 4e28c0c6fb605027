import { expect, it } from '@jest/globals';
import { historicPayments, type HistoricSettlement } from './historic-payments.js';

const settled = (amount: string, number = 'F1', paidDate = '2026-05-04'): HistoricSettlement => ({ customerId: 'C', paidDate, currency: 'EUR', items: [{ number, amount, issueDate: '2026-04-01', dueDate: '2026-05-01' }] });

it('is one payment per item, with part payments on the same item under one key', () => {
  const payments = historicPayments([settled('10.00'), settled('5.00', 'F1', '2026-06-01'), settled('-2.50', 'G1')]);
  expect(payments.map(({ itemKey, paidDate, amountMinor }) => [itemKey, paidDate, amountMinor])).toEqual([
    ['number F1', '2026-05-04', 1000n],
    ['number F1', '2026-06-01', 500n],
    ['number G1', '2026-05-04', -250n],
  ]);
  expect(new Set(payments.map(({ paymentId }) => paymentId)).size).toBe(3);
});

it('knows the same line again, also when it is written otherwise, and leaves out lines of nothing', () => {
  expect(historicPayments([settled('10.00'), settled('10.0'), settled('0.00', 'F2')])).toEqual(historicPayments([settled('10')]));
});
