import { epochDayOf } from '@lettrage/calendar';
import { isDateAt } from './citations.js';
import type { Run } from './runs.js';

/** What a text says beside numbers: dates, a month, how many invoices. */
export interface Hints {
  readonly days: readonly number[];
  /** The day up to which a statement of account goes, as "RELEVE AU 31/08/2026" or "per 31.08.2026"; null for none. */
  readonly until: number | null;
  /** Months as year * 12 + month, month from 0; the year is that of the booking where the text names none. */
  readonly months: readonly number[];
  readonly count: number;
  /** The count is that of references in a row, not one in words. */
  readonly listed: boolean;
}

const monthNames = new Map<string, number>();
for (const [index, names] of [
  'JANVIER JANUARY JANUAR JANUARI GENNAIO ENERO JAN JANEIRO',
  'FEVRIER FEBRUARY FEBRUAR FEBRUARI FEBBRAIO FEBRERO FEB FEV FEVEREIRO',
  'MARS MARCH MARZ MAERZ MAART MARZO MAR MARCO',
  'AVRIL APRIL APRILE ABRIL APR AVR',
  'MAI MAY MEI MAGGIO MAYO MAIO',
  'JUIN JUNE JUNI GIUGNO JUNIO JUN JUNHO',
  'JUILLET JULY JULI LUGLIO JULIO JUL JUIL JULHO',
  'AOUT AUGUST AUGUSTUS AGOSTO AUG AGO',
  'SEPTEMBRE SEPTEMBER SETTEMBRE SEPTIEMBRE SEP SEPT SETEMBRO',
  'OCTOBRE OCTOBER OKTOBER OTTOBRE OCTUBRE OCT OKT OUTUBRO',
  'NOVEMBRE NOVEMBER NOVIEMBRE NOV',
  'DECEMBRE DECEMBER DEZEMBER DICEMBRE DICIEMBRE DEC DEZ DEZEMBRO',
].entries())
  for (const name of names.split(' ')) monthNames.set(name, index);

const documentWords = /^(FACT|INVOIC|RECHN|FATT|FAKT|FRA|BILL|RG|FAC|FT|DOC|POSTEN|BELEG)/;

/** Words between "statement" and the day up to which it goes. */
const untilWords = new Set(['AU', 'JUSQU', 'PER', 'ZUM', 'BIS', 'AL', 'TOT', 'TM', 'HASTA', 'TO', 'AT', 'TILL', 'UNTIL', 'ATE', 'AO', 'DO', 'TIL', 'PR', 'PA']);

/** Reads dates, months and counts of a text; the booking's year and month settle what the text leaves open. */
export function readHints(runs: readonly Run[], used: number[], bookingYear: number, bookingMonth: number): Hints {
  const days: number[] = [];
  let until: number | null = null;
  const months: number[] = [];
  let count = 0;
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    if (used[i]) continue;
    if (!run.digits) {
      const month = monthNames.get(run.text);
      if (month !== undefined) months.push((month > bookingMonth ? bookingYear - 1 : bookingYear) * 12 + month);
      continue;
    }
    if (isDateAt(runs, i)) {
      const before = runs[i - 1];
      if (before && !before.digits && untilWords.has(before.text)) until = dayAt(runs, i);
      else days.push(dayAt(runs, i));
      used.fill(2, i, i + 3);
      i += 2;
      continue;
    }
    const next = runs[i + 1];
    if (!next) continue;
    if (next.digits) {
      const month = monthOf(run.text, next.gap, next.text);
      if (month < 0) continue;
      months.push(month);
      used.fill(2, i, i + 2);
      i++;
    } else if (run.text.length <= 2 && documentWords.test(next.text) && Number(run.text) >= 2) {
      count = Number(run.text);
      used[i] = 2;
    }
  }
  return { days, until, months, count, listed: false };
}

/** The day that begins here, as `isDateAt` says. */
function dayAt(runs: readonly Run[], index: number): number {
  const first = runs[index]!.text;
  const [a, b, c] = [Number(first), Number(runs[index + 1]!.text), Number(runs[index + 2]!.text)];
  return first.length === 4 ? epochDayOf(a, b, c) : epochDayOf(c < 100 ? 2000 + c : c, b, a);
}

/** "2026-08" or "08/2026" as year * 12 + month; -1 for what is no month. */
function monthOf(first: string, gap: string, second: string): number {
  if (gap !== '-' && gap !== '/' && gap !== '.') return -1;
  if (first.length === 4 && second.length === 2) return monthIn(Number(first), Number(second));
  return first.length <= 2 && second.length === 4 ? monthIn(Number(second), Number(first)) : -1;
}

function monthIn(year: number, month: number): number {
  return month >= 1 && month <= 12 && year >= 1990 && year <= 2099 ? year * 12 + month - 1 : -1;
}
