import { type AllocationRefusalCode, type DifferenceKind, differenceSign, sentence, type Sentence } from '@lettrage/contracts';
import { formatMoney } from '@lettrage/money';
import { type OpenItem, type Payment } from './open-item.js';

/** A request in minor units of its currency. */
export interface RequestedAllocation {
  readonly requestId: string;
  readonly transactionId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly bookingDate: string;
  readonly customerId: string | null;
  readonly lines: readonly { readonly itemId: string; readonly amountMinor: bigint }[];
  readonly difference: { readonly kind: DifferenceKind; readonly amountMinor: bigint } | null;
}

/** A ledger row to be: without id, who and when. */
export interface NewEntry {
  readonly kind: 'item' | 'write_off' | 'on_account';
  readonly differenceKind: DifferenceKind | null;
  readonly itemId: string | null;
  readonly customerId: string;
  readonly amountMinor: bigint;
}

export type AllocationDecision =
  | { readonly kind: 'settled'; readonly entries: readonly NewEntry[] }
  | { readonly kind: 'refused'; readonly code: AllocationRefusalCode; readonly detail: Sentence };

/** Whether a difference is borne by the company (a write-off) or stays the customer's money. */
const entryOf: Record<DifferenceKind, 'write_off' | 'on_account'> = {
  bank_fee: 'write_off', discount: 'write_off', deduction: 'write_off', rounding: 'write_off', overpayment: 'on_account', duplicate_payment: 'on_account', on_account: 'on_account',
};

/**
 * All lines of a request or none. An item is never allocated above what is open, a transaction never above its amount;
 * what the lines close minus the difference is what was received, to the cent. `customers` are those that exist, of the items and of the request.
 */
export function decideAllocation(request: RequestedAllocation, items: ReadonlyMap<string, OpenItem>, payment: Payment | undefined, customers: ReadonlySet<string>): AllocationDecision {
  const shown = (minor: bigint) => `${formatMoney({ minor, currency: request.currency })} ${request.currency}`;
  const refused = (code: AllocationRefusalCode, detail: Sentence): AllocationDecision => ({ kind: 'refused', code, detail });

  if (request.amountMinor <= 0n) return refused('transaction_differs', sentence('ledger_no_receipt', { amount: shown(request.amountMinor) }));
  if (payment && (payment.amountMinor !== request.amountMinor || payment.currency !== request.currency)) {
    return refused('transaction_differs', sentence('ledger_known_otherwise', { known: shown(payment.amountMinor), asked: shown(request.amountMinor) }));
  }
  if (payment && payment.takenMinor !== 0n) return refused('transaction_exceeded', sentence('ledger_taken', { taken: shown(payment.takenMinor), amount: shown(payment.amountMinor) }));

  const entries: NewEntry[] = [];
  const left = new Map<string, bigint>();
  for (const line of request.lines) {
    const item = items.get(line.itemId);
    if (!item) return refused('item_unknown', sentence('ledger_no_item', { item: line.itemId }));
    if (item.currency !== request.currency) return refused('item_currency_differs', sentence('item_currency', { number: item.number, currency: item.currency, payment: request.currency }));
    const open = left.get(item.itemId) ?? item.openMinor;
    const fits = item.kind === 'invoice' ? line.amountMinor > 0n && line.amountMinor <= open : line.amountMinor < 0n && line.amountMinor >= open;
    if (!fits) return refused('item_not_open_enough', sentence('item_open', { number: item.number, open: shown(open), asked: shown(line.amountMinor) }));
    left.set(item.itemId, open - line.amountMinor);
    entries.push({ kind: 'item', differenceKind: null, itemId: item.itemId, customerId: item.customerId, amountMinor: line.amountMinor });
  }

  const closed = entries.reduce((total, entry) => total + entry.amountMinor, 0n);
  const { difference } = request;
  if (closed - (difference?.amountMinor ?? 0n) !== request.amountMinor) {
    return refused('amounts_do_not_add_up', sentence('ledger_not_equal', { closed: shown(closed), difference: shown(difference?.amountMinor ?? 0n), received: shown(request.amountMinor) }));
  }
  if (difference && difference.amountMinor !== 0n) {
    const sign = differenceSign[difference.kind];
    if (sign !== 0 && difference.amountMinor > 0n !== sign > 0) return refused('difference_sign_wrong', sentence('ledger_sign', { kind: difference.kind, amount: shown(difference.amountMinor) }));
    const customerId = request.customerId ?? entries[0]?.customerId;
    if (!customerId) return refused('customer_unknown', sentence('ledger_needs_customer'));
    if (!customers.has(customerId)) return refused('customer_unknown', sentence('ledger_no_customer', { customer: customerId }));
    entries.push({ kind: entryOf[difference.kind], differenceKind: difference.kind, itemId: null, customerId, amountMinor: -difference.amountMinor });
  }
  if (entries.length === 0) return refused('amounts_do_not_add_up', sentence('ledger_empty'));
  return { kind: 'settled', entries };
}
