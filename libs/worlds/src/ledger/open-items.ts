import { toEpochDay, type CalendarDate } from '@lettrage/calendar';
import type { OpenWorldInvoice, WorldInvoice, WorldTransaction } from '../world.js';

/** What was paid on each item and when, to tell what was open on any day. */
export class OpenItems {
  private readonly paid = new Map<string, { readonly day: number; readonly amountMinor: bigint }[]>();

  constructor(
    private readonly ledger: ReadonlyMap<string, WorldInvoice>,
    transactions: Iterable<Pick<WorldTransaction, 'bookingDate'> & { readonly truth: Pick<WorldTransaction['truth'], 'allocations'> }>,
  ) {
    for (const { bookingDate, truth } of transactions) {
      for (const { invoice, amountMinor } of truth.allocations) {
        const payments = this.paid.get(invoice);
        if (payments) payments.push({ day: toEpochDay(bookingDate), amountMinor });
        else this.paid.set(invoice, [{ day: toEpochDay(bookingDate), amountMinor }]);
      }
    }
  }

  /** What is open of an item at the beginning of a day, whether or not it is issued yet. */
  openMinor({ number, totalMinor }: WorldInvoice, date: CalendarDate): bigint {
    const before = toEpochDay(date);
    return (this.paid.get(number) ?? []).reduce((open, { day, amountMinor }) => (day < before ? open - amountMinor : open), totalMinor);
  }

  /** Items issued by the end of `issuedBy` with something open at the beginning of `date`. */
  openOn(date: CalendarDate, issuedBy: CalendarDate): OpenWorldInvoice[] {
    const open: OpenWorldInvoice[] = [];
    for (const invoice of this.ledger.values()) {
      if (invoice.issueDate > issuedBy) break; // the ledger is in the order of issue
      const openMinor = this.openMinor(invoice, date);
      if (openMinor !== 0n) open.push({ ...invoice, openMinor });
    }
    return open;
  }
}
