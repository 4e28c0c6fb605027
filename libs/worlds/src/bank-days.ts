import { fromEpochDay, toEpochDay } from '@lettrage/calendar';

const holidaysOfYear = new Map<number, ReadonlySet<number>>();

/** Whether banks book on the day: no weekend and no closing day of the euro payment system (T2). */
export function isBankDay(epochDay: number): boolean {
  const weekday = (((epochDay + 3) % 7) + 7) % 7;
  if (weekday >= 5) return false;
  const year = Number(fromEpochDay(epochDay).slice(0, 4));
  let holidays = holidaysOfYear.get(year);
  if (!holidays) holidaysOfYear.set(year, (holidays = closingDays(year)));
  return !holidays.has(epochDay);
}

export function bankDayFrom(epochDay: number): number {
  let day = epochDay;
  while (!isBankDay(day)) day += 1;
  return day;
}

/** 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December. */
function closingDays(year: number): ReadonlySet<number> {
  const easter = easterSunday(year);
  const fixed = ['01-01', '05-01', '12-25', '12-26'].map((monthDay) => toEpochDay(`${String(year).padStart(4, '0')}-${monthDay}`));
  return new Set([...fixed, easter - 2, easter + 1]);
}

/** Gregorian Easter by the anonymous algorithm of Meeus, Jones and Butcher. */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const e = b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + e + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return toEpochDay(`${String(year).padStart(4, '0')}-${String(Math.floor(sum / 31)).padStart(2, '0')}-${String((sum % 31) + 1).padStart(2, '0')}`);
}
