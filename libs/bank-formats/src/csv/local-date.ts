import { type CalendarDate, isDate } from '@lettrage/calendar';
import { monthNames } from './month-names.js';

/**
 * Order of day, month and year where a cell does not show it. Year first (`ymd`) is only for years of two figures, and only where a person says so: with four the
 * year is known by its length.
 */
export type DateOrder = (typeof dateOrders)[number];
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;

const months: Readonly<Record<string, string>> = {};
monthNames.forEach((names, index) => {
  for (const name of names.split(' ')) (months as Record<string, string>)[name] = String(index + 1).padStart(2, '0');
});

interface Numbers {
  readonly first: string;
  readonly second: string;
  readonly year: string;
}

/** Day and month in the order they stand, where the year comes last; null for any other shape. */
function yearLast(text: string): Numbers | null {
  const match = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})\.?(?:[ T,].*)?$/.exec(text);
  return match ? { first: match[1]!, second: match[3]!, year: match[4]! } : null;
}

/** Which order a cell proves; null when it proves none. */
export function orderEvidence(text: string): DateOrder | null {
  const numbers = yearLast(text);
  if (!numbers) return null;
  if (Number(numbers.first) > 12) return 'dmy';
  return Number(numbers.second) > 12 ? 'mdy' : null;
}

/** Whether day and month of the cell could be exchanged. */
export function isOrderOpen(text: string): boolean {
  const numbers = yearLast(text);
  return numbers !== null && Number(numbers.first) <= 12 && Number(numbers.second) <= 12 && Number(numbers.first) !== Number(numbers.second);
}

/** `1 oct. 2026`, `1. Oktober 26`, `1 de octubre de 2026`, `01OCT2026`; `Oct 1, 2026`; `2026. oktober 1.`, `2026 m. spalio 1 d.`. */
const namedMonth: readonly RegExp[] = [
  /^(?<day>\d{1,2})(?:[ .-]{1,2}| de |)(?<month>\p{L}{3,13})\.?(?:[ .-]{1,2}| de |)(?<year>\d{4}|\d{2})\.?(?:[ ,].*)?$/u,
  /^(?<month>\p{L}{3,13})\.? (?<day>\d{1,2}),? (?<year>\d{4})(?:[ ,].*)?$/u,
  /^(?<year>\d{4})(?:\.| m\.)? (?<month>\p{L}{3,13})\.? (?<day>\d{1,2})(?:\.| d\.)?$/u,
];

/**
 * The calendar date of a cell, whatever time stands behind it: `2026-10-01`, `01/10/2026`, `1.10.26`, `20261001`, `2026.10.01.`,
 * `20261001120000`, or with the month by its name. Two-digit years are of this century. Null when it is none.
 */
export function readLocalDate(text: string, order: DateOrder): CalendarDate | null {
  const date = inFigures(text, order) ?? withMonth(text);
  if (date !== null || !/^\p{L}{2,12}\.?,? \d/u.test(text)) return date;
  // The day of the week in front says nothing that the date does not.
  const behind = text.slice(text.search(/\d/));
  return inFigures(behind, order) ?? withMonth(behind);
}

function inFigures(text: string, order: DateOrder): CalendarDate | null {
  const numbers = yearLast(text);
  if (numbers) return inOrder(order, numbers.first, numbers.second, numbers.year);
  const iso = /^(\d{4})([-./:])(\d{1,2})\2(\d{1,2})\.?(?:[ T,].*)?$/.exec(text) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(text) ?? /^(20\d{2})()(\d{2})(\d{2})[012]\d[0-5]\d(?:[0-5]\d)?$/.exec(text);
  return iso && built(iso[1]!, iso[3]!, iso[4]!);
}

function withMonth(text: string): CalendarDate | null {
  const named = namedMonth.map((form) => form.exec(text)).find((match) => match !== null);
  if (!named) return null;
  const { day, month: name, year } = named.groups as { day: string; month: string; year: string };
  const month = months[name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('\u0131', 'i')];
  return month === undefined ? null : built(year, month, day);
}

/** Dates without anything between day, month and year, the year not first or of two figures: `01102026`, `011026`. Only a column that is known to hold dates is read so. */
export function readCompactDate(text: string, order: DateOrder): CalendarDate | null {
  const match = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text);
  return match && inOrder(order, match[1]!, match[2]!, match[3]!);
}

/** Null for a year of four figures at the end, where the year shall come first. */
function inOrder(order: DateOrder, first: string, second: string, third: string): CalendarDate | null {
  if (order === 'ymd') return third.length === 4 ? null : built(first.padStart(2, '0'), second, third);
  return order === 'dmy' ? built(third, second, first) : built(third, first, second);
}

function built(year: string, month: string, day: string): CalendarDate | null {
  const date = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}

/** Banks that count 30 days a month write 30 February; it is the last day of that month. Null for any other text. */
export function bankMonthEnd(text: string, order: DateOrder): CalendarDate | null {
  const numbers = yearLast(text);
  if (!numbers) return null;
  const { year, first, second } = numbers;
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  return /^(?:29|30)$/.test(day) && Number(month) === 2 ? (built(year, '2', '29') ?? built(year, '2', '28')) : null;
}
