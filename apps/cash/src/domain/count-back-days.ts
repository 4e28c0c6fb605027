import { addMonths, type CalendarDate } from '@lettrage/calendar';
import { formatDecimal } from '@lettrage/money';
import { countBackDso } from '@lettrage/receivables';

/** How far back sales are counted; receivables that exceed the sales of so many months have no DSO that means anything. */
export const salesMonths = 24;

export interface MonthOfSales {
  readonly currency: string;
  /** YYYY-MM */
  readonly month: string;
  readonly minor: bigint;
}

/** Days sales outstanding per currency, by count-back, sorted by currency; null where the sales of two years do not cover what is owed. */
export function countBackDays(receivables: readonly { currency: string; minor: bigint }[], sales: readonly MonthOfSales[], asOf: CalendarDate): { currency: string; countBackDays: string | null }[] {
  const owed = new Map(receivables.map(({ currency, minor }) => [currency, minor]));
  const sold = new Map(sales.map(({ currency, month, minor }) => [`${currency} ${month}`, minor]));
  const months = Array.from({ length: salesMonths }, (_, back) => addMonths(`${asOf.slice(0, 8)}01`, -back).slice(0, 7));
  const currencies = [...new Set([...owed.keys(), ...sales.map(({ currency }) => currency)])].sort();
  return currencies.map((currency) => {
    const monthly = months.map((month) => sold.get(`${currency} ${month}`) ?? 0n);
    const { tenthsOfDays, atLeast } = countBackDso(owed.get(currency) ?? 0n, monthly, asOf);
    return { currency, countBackDays: atLeast ? null : formatDecimal(BigInt(tenthsOfDays), 1) };
  });
}
