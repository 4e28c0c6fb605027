import { type CalendarDate } from '@lettrage/calendar';
import { type AgedTotals } from '@lettrage/contracts';
import { formatDecimal, minorUnits } from '@lettrage/money';
import { agedBalance, type AgedColumn, type AgedRow, agedTotals } from '@lettrage/receivables';

/** Sums of what is open; without a due date it is unapplied cash (negative). */
export interface OpenSum {
  readonly customerId: string;
  readonly currency: string;
  readonly dueDate: CalendarDate | null;
  readonly minor: bigint;
}

/** Sums per customer, currency and due date into buckets. */
export function agedRows(sums: readonly OpenSum[], asOf: CalendarDate): AgedRow[] {
  const items = sums.flatMap(({ dueDate, minor, ...whose }) => (dueDate === null ? [] : [{ ...whose, dueDate, openMinor: minor }]));
  const cash = sums.flatMap(({ dueDate, minor, ...whose }) => (dueDate === null ? [{ ...whose, amountMinor: -minor }] : []));
  return agedBalance(items, cash, asOf);
}

/** Sums of all customers, per currency and due date, into the totals of the contract, sorted by currency. */
export function totalsOf(sums: readonly Omit<OpenSum, 'customerId'>[], asOf: CalendarDate): AgedTotals[] {
  return agedTotals(agedRows(sums.map((sum) => ({ ...sum, customerId: '' })), asOf)).map(({ currency, minor }) => agedOnWire(currency, minor));
}

/** The contract's names and decimal strings. */
export function agedOnWire(currency: string, minor: Readonly<Record<AgedColumn, bigint>>): AgedTotals {
  const text = (column: AgedColumn) => formatDecimal(minor[column], minorUnits(currency));
  return { currency, notDue: text('not_due'), d0to30: text('d0_30'), d31to60: text('d31_60'), d61to90: text('d61_90'), d91plus: text('d91_plus'), unapplied: text('unapplied'), total: text('total') };
}

/** The columns of a customer whose items cancel each other out. */
export const nothingOwed: Readonly<Record<AgedColumn, bigint>> = { not_due: 0n, d0_30: 0n, d31_60: 0n, d61_90: 0n, d91_plus: 0n, unapplied: 0n, total: 0n };
