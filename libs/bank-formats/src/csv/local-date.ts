import { type CalendarDate, isDate } from '@lettrage/calendar';

/**
 * Order of day, month and year where a cell does not show it. Year first (`ymd`) is only for years of two figures, and only where a person says so: with four the
 * year is known by its length.
 */
export type DateOrder = (typeof dateOrders)[number];
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;

const months: Readonly<Record<string, string>> = {};
const monthNames = [
  'jan janv janvier januar january januari gen gennaio enero ene janeiro',
  'feb fev fevr fevrier februar february februari febbraio febrero fevereiro',
  'mar mars marz maerz march maart mrt marzo mrz marts marco',
  'apr avr avril april aprile abril abr',
  'may mai mei maggio mayo mag maj maio',
  'jun juin juni june giugno junio giu junho',
  'jul juil juillet juli july luglio julio lug julho',
  'aug aout august augustus agosto ago',
  'sep sept septembre september settembre septiembre set setembro',
  'oct okt octobre oktober october ottobre octubre ott outubro',
  'nov novembre november noviembre novembro',
  'dec dez decembre dezember december dicembre diciembre dic dezembro',
];
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

/**
 * The calendar date of a cell, whatever time stands behind it: `2026-10-01`, `01/10/2026`, `1.10.26`, `20261001`, `2026.10.01.`,
 * `12-Dec-2019`, `1 oct. 2026`, `Dec 12, 2019`. Two-digit years are of this century. Null when it is none.
 */
export function readLocalDate(text: string, order: DateOrder): CalendarDate | null {
  const numbers = yearLast(text);
  if (numbers) return inOrder(order, numbers.first, numbers.second, numbers.year);
  const iso = /^(\d{4})([-./:])(\d{1,2})\2(\d{1,2})\.?(?:[ T,].*)?$/.exec(text) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(text);
  if (iso) return built(iso[1]!, iso[3]!, iso[4]!);
  const named = /^(?<day>\d{1,2})(?:[ .-]{1,2}| de )(?<month>\p{L}{3,10})\.?(?:[ .-]{1,2}| de )(?<year>\d{4}|\d{2})(?:[ ,].*)?$/u.exec(text) ?? /^(?<month>\p{L}{3,10})\.? (?<day>\d{1,2}), (?<year>\d{4})(?:[ ,].*)?$/u.exec(text);
  if (!named) return null;
  const { day, month: name, year } = named.groups as { day: string; month: string; year: string };
  const month = months[name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()];
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
