import { type AllocationRequest } from '@lettrage/contracts';
import { formatMoney } from '@lettrage/money';
import { type CaseRow } from '../persistence/case-rows.js';

/** What the ledger is asked for a decided case. */
export function requestOf(one: CaseRow): AllocationRequest {
  const { customerId, lines, difference } = one.decision!;
  return {
    requestId: one.requestId!, transactionId: one.transactionId, amount: formatMoney({ minor: one.amountMinor, currency: one.currency }), currency: one.currency, bookingDate: one.bookingDate,
    customerId, lines: [...lines], difference, decidedBy: one.decidedBy!,
  };
}
