import type { CalendarDate } from '@lettrage/calendar';

/** An item with the ledger's allocations on it; a reversal is an allocation of the opposite sign. */
export interface LedgerItem {
  readonly issueDate: CalendarDate;
  readonly totalMinor: bigint;
  readonly allocations: readonly { readonly effectiveDate: CalendarDate; readonly amountMinor: bigint }[];
}

/** What was open of an item at the end of a day: nothing before its issue, then its total less the allocations effective by then. */
export function openMinorAsOf(item: LedgerItem, asOf: CalendarDate): bigint {
  if (item.issueDate > asOf) return 0n;
  return item.allocations.reduce((open, { effectiveDate, amountMinor }) => (effectiveDate <= asOf ? open - amountMinor : open), item.totalMinor);
}
