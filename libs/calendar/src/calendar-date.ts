/** A calendar date as `YYYY-MM-DD`: no clock, no zone. Compares and sorts as text. */
export type CalendarDate = string;

export class CalendarError extends Error {
  readonly code = 'not_a_date';
  constructor(text: string) {
    super(`"${text.slice(0, 40)}" is not a calendar date (YYYY-MM-DD)`);
    this.name = 'CalendarError';
  }
}

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function monthLength(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : daysOfMonth[month - 1]!;
}

/** Refuses what four digits do not hold: text beyond them would no longer sort as the days do. */
function format(year: number, month: number, day: number): CalendarDate {
  if (!(year >= 1 && year <= 9999)) throw new CalendarError(`${year}-${month}-${day}`);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function parts(date: CalendarDate): [year: number, month: number, day: number] {
  return [100 * twoDigits(date, 0) + twoDigits(date, 2), twoDigits(date, 5), twoDigits(date, 8)];
}

/** The number that two decimal digits spell; far below zero where they are none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : -100_000;
}

/** Whether the text is a date that exists, written `YYYY-MM-DD`, from year 1 on. */
export function isDate(text: string): text is CalendarDate {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  const [year, month, day] = parts(text);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}

/** The date, or a `CalendarError`. */
export function parseDate(text: string): CalendarDate {
  if (!isDate(text)) throw new CalendarError(text);
  return text;
}

/** Days since 1970-01-01. */
export function toEpochDay(date: CalendarDate): number {
  const [year, month, day] = parts(date);
  return epochDayOf(year, month, day);
}

/** The same for a date in numbers (proleptic Gregorian; algorithm of H. Hinnant, "days_from_civil"). */
export function epochDayOf(y: number, month: number, day: number): number {
  const year = month <= 2 ? y - 1 : y;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of `toEpochDay`. */
export function fromEpochDay(epochDay: number): CalendarDate {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  return format(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** The same day `months` later (earlier when negative), or the month's last day where there is no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year, month, day] = parts(date);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return format(newYear, newMonth, Math.min(day, monthLength(newYear, newMonth)));
}

export function endOfMonth(date: CalendarDate): CalendarDate {
  const [year, month] = parts(date);
  return format(year, month, monthLength(year, month));
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function dayOfWeek(date: CalendarDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return ((((toEpochDay(date) + 3) % 7) + 7) % 7 + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar date that an instant has in an IANA time zone; a `RangeError` for a zone that does not exist. */
export function dateOfInstant(instant: Date, timeZone: string): CalendarDate {
  let zoned = formats.get(timeZone);
  // Making one takes as long as a hundred uses of it; there are some hundreds of zones.
  if (!zoned) formats.set(timeZone, (zoned = new Intl.DateTimeFormat('en-u-ca-iso8601', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' })));
  const part = (type: 'year' | 'month' | 'day') => Number(parts.find((each) => each.type === type)!.value);
  const parts = zoned.formatToParts(instant);
  return format(part('year'), part('month'), part('day'));
}
