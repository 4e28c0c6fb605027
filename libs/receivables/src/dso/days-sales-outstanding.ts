import { addDays, daysBetween, type CalendarDate } from '@lettrage/calendar';

/** A duration in tenths of days, rounded half up; `atLeast` where the receivables exceed all the sales that were given. */
export interface DaysSalesOutstanding {
  readonly tenthsOfDays: number;
  readonly atLeast: boolean;
}

/**
 * DSO by the count-back method: whole months of sales are taken off the receivables, newest first, and the last one in
 * proportion to its days. `monthlySalesMinor` (including VAT, net of credit notes) starts with the month of `asOf`, which counts
 * the days up to `asOf`. Exact: no fraction is rounded before the result. A month without sales counts with all its days.
 */
export function countBackDso(receivablesMinor: bigint, monthlySalesMinor: readonly bigint[], asOf: CalendarDate): DaysSalesOutstanding {
  let left = receivablesMinor;
  let days = 0;
  let monthEnd = asOf;
  for (const sales of monthlySalesMinor) {
    if (left <= 0n) break;
    const firstDay = `${monthEnd.slice(0, 8)}01`;
    const monthDays = daysBetween(firstDay, monthEnd) + 1;
    if (left < sales) return { tenthsOfDays: days * 10 + roundedHalfUp(left * BigInt(monthDays) * 10n, sales), atLeast: false };
    left -= sales;
    days += monthDays;
    monthEnd = addDays(firstDay, -1);
  }
  return { tenthsOfDays: days * 10, atLeast: left > 0n };
}

/** DSO as an average: receivables over the sales of a period, times its days; null without sales. */
export function averageDso(receivablesMinor: bigint, salesMinor: bigint, periodDays: number): DaysSalesOutstanding | null {
  if (salesMinor <= 0n) return null;
  const owed = receivablesMinor > 0n ? receivablesMinor : 0n;
  return { tenthsOfDays: roundedHalfUp(owed * BigInt(periodDays) * 10n, salesMinor), atLeast: false };
}

function roundedHalfUp(numerator: bigint, denominator: bigint): number {
  return Number((numerator * 2n + denominator) / (denominator * 2n));
}
