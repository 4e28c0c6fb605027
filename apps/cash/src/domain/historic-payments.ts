import { type historyRecorded, type PayloadOf } from '@lettrage/contracts';
import { minorUnits, parseDecimal } from '@lettrage/money';

export type HistoricSettlement = PayloadOf<typeof historyRecorded>['payments'][number];

/** A payment on one item, from which behaviour is learned. History names the item by its number; the ledger's own payments name it by id. */
export interface ItemPayment {
  readonly paymentId: string;
  readonly customerId: string;
  readonly itemKey: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly paidDate: string;
  /** What was allocated to the item; negative where a credit note was used up. */
  readonly amountMinor: bigint;
}

/**
 * The payments on items that a history holds. History carries no ids, so a payment is known by customer, number, date and amount:
 * the same line twice is one payment.
 */
export function historicPayments(settlements: Iterable<HistoricSettlement>): ItemPayment[] {
  const payments = new Map<string, ItemPayment>();
  for (const { customerId, paidDate, currency, items } of settlements) {
    for (const { number, amount, issueDate, dueDate } of items) {
      const amountMinor = parseDecimal(amount, minorUnits(currency));
      if (amountMinor === 0n) continue;
      const paymentId = ['history', customerId, paidDate, currency, String(amountMinor), number].join(' ');
      if (!payments.has(paymentId)) payments.set(paymentId, { paymentId, customerId, itemKey: `number ${number}`, issueDate, dueDate, paidDate, amountMinor });
    }
  }
  return [...payments.values()];
}
