import { type historyRecorded, type PayloadOf } from '@lettrage/contracts';
import { minorUnits, parseDecimal } from '@lettrage/money';

export type HistoricSettlement = PayloadOf<typeof historyRecorded>['payments'][number];

/** A payment on one item, from which behaviour is learned. `itemKey` is the same for all payments on the item. */
export interface ItemPayment {
  readonly paymentId: string;
  readonly customerId: string;
  readonly itemKey: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly paidDate: string;
}

/**
 * The payments on items that a history holds; a credit note that was used up is none. History carries no ids, so a payment is known
 * by customer, number, date and amount: the same line twice is one payment.
 */
export function historicPayments(settlements: Iterable<HistoricSettlement>): ItemPayment[] {
  const payments = new Map<string, ItemPayment>();
  for (const { customerId, paidDate, currency, items } of settlements) {
    for (const { number, amount, issueDate, dueDate } of items) {
      const minor = parseDecimal(amount, minorUnits(currency));
      if (minor <= 0n) continue;
      const paymentId = ['history', customerId, paidDate, currency, String(minor), number].join(' ');
      if (!payments.has(paymentId)) payments.set(paymentId, { paymentId, customerId, itemKey: itemKeyOfNumber(number), issueDate, dueDate, paidDate });
    }
  }
  return [...payments.values()];
}

/** History names items by number; the ledger's own payments name them by id. */
export function itemKeyOfNumber(number: string): string {
  return `number ${number}`;
}
