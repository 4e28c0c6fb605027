import { addDays, dayOfWeek } from '@lettrage/calendar';
import { formatDecimal, minorUnits, parseDecimal } from '@lettrage/money';
import type { ForecastDay } from '../../api/types.js';

/** A calendar week of a forecast: what is expected in it, and the cumulative figures at its end. */
export interface ForecastWeek {
  /** Its Monday, or the forecast's first day where that comes later. */
  from: string;
  to: string;
  expected: string;
  cumulative: string;
  low: string;
  high: string;
}

/** The days of one currency, in order, by weeks from Monday to Sunday; sums are exact. */
export function weeksOf(days: readonly ForecastDay[]): ForecastWeek[] {
  const weeks: ForecastWeek[] = [];
  let monday = '';
  for (const day of days) {
    const decimals = minorUnits(day.currency);
    const of = addDays(day.date, 1 - dayOfWeek(day.date));
    const { date: to, cumulative, low, high } = day;
    const last = weeks.at(-1);
    if (last && of === monday) {
      const expected = formatDecimal(parseDecimal(last.expected, decimals) + parseDecimal(day.expected, decimals), decimals);
      Object.assign(last, { to, expected, cumulative, low, high });
    } else {
      weeks.push({ from: day.date, to, expected: day.expected, cumulative, low, high });
      monday = of;
    }
  }
  return weeks;
}
