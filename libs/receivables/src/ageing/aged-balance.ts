import { daysBetween, type CalendarDate } from '@lettrage/calendar';

/** Days late, counted from the due date. The due date itself is not late; day 30 belongs to `d0_30`, day 31 to the next. */
export type AgeingBucket = 'not_due' | 'd0_30' | 'd31_60' | 'd61_90' | 'd91_plus';
export type AgedColumn = AgeingBucket | 'unapplied' | 'total';

export const agedColumns: readonly AgedColumn[] = ['not_due', 'd0_30', 'd31_60', 'd61_90', 'd91_plus', 'unapplied', 'total'];

/** An invoice (positive) or a credit note (negative), with what is still open of it. */
export interface AgedItem {
  readonly customerId: string;
  readonly currency: string;
  readonly dueDate: CalendarDate;
  readonly openMinor: bigint;
}

/** Money received from a customer and allocated to no item, as a positive amount; it lowers the balance. */
export interface UnappliedCash {
  readonly customerId: string;
  readonly currency: string;
  readonly amountMinor: bigint;
}

/** What one customer owes in one currency, in minor units; the buckets and the unapplied cash add up to the total. */
export interface AgedRow {
  readonly customerId: string;
  readonly currency: string;
  readonly minor: Readonly<Record<AgedColumn, bigint>>;
}

export function bucketOf(dueDate: CalendarDate, asOf: CalendarDate): AgeingBucket {
  const daysLate = daysBetween(dueDate, asOf);
  if (daysLate <= 0) return 'not_due';
  if (daysLate <= 30) return 'd0_30';
  if (daysLate <= 60) return 'd31_60';
  return daysLate <= 90 ? 'd61_90' : 'd91_plus';
}

/**
 * The aged balance per customer and currency, sorted by both. A credit note ages by its own due date and is not netted against
 * invoices of another bucket; unapplied cash has its own, negative column. Customers with nothing open have no row.
 */
export function agedBalance(items: Iterable<AgedItem>, unapplied: Iterable<UnappliedCash>, asOf: CalendarDate): AgedRow[] {
  const rows = new Map<string, { customerId: string; currency: string; minor: Record<AgedColumn, bigint> }>();
  const add = (customerId: string, currency: string, column: AgedColumn, amount: bigint): void => {
    if (amount === 0n) return;
    const key = `${currency} ${customerId}`;
    let row = rows.get(key);
    if (!row) rows.set(key, (row = { customerId, currency, minor: nothing() }));
    row.minor[column] += amount;
    row.minor.total += amount;
  };
  for (const item of items) add(item.customerId, item.currency, bucketOf(item.dueDate, asOf), item.openMinor);
  for (const cash of unapplied) add(cash.customerId, cash.currency, 'unapplied', -cash.amountMinor);
  return [...rows.values()].sort((a, b) => compareText(a.customerId, b.customerId) || compareText(a.currency, b.currency));
}

/** The columns summed per currency, sorted by currency. */
export function agedTotals(rows: Iterable<AgedRow>): { currency: string; minor: Record<AgedColumn, bigint> }[] {
  const totals = new Map<string, Record<AgedColumn, bigint>>();
  for (const { currency, minor } of rows) {
    const total = totals.get(currency) ?? nothing();
    for (const column of agedColumns) total[column] += minor[column];
    totals.set(currency, total);
  }
  return [...totals].map(([currency, minor]) => ({ currency, minor })).sort((a, b) => compareText(a.currency, b.currency));
}

function nothing(): Record<AgedColumn, bigint> {
  return { not_due: 0n, d0_30: 0n, d31_60: 0n, d61_90: 0n, d91_plus: 0n, unapplied: 0n, total: 0n };
}

/** Code-unit order, the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
