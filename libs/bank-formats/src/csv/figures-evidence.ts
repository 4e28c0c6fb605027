import { daysBetween } from '@lettrage/calendar';
import { trimmed } from './columns.js';
import { decimalEvidence, type DecimalSign, readLocalAmount } from './local-amount.js';
import { type DateOrder, isOrderOpen, orderEvidence, readLocalDate } from './local-date.js';
import { placeOfYear } from './two-digit-years.js';

/** What the file says on a matter: the value, whether that is proven, and cells that could be read either way. */
export interface Evidence<T> {
  readonly value: T;
  readonly certain: boolean;
  readonly examples: readonly string[];
}

const examplesShown = 5;
const manyAmounts = 8;
// A value date lies days from the booking date, not months; read in the wrong order the two are months apart on average.
const closeDays = 12;
const farDays = 25;

function* cellsIn(rows: readonly (readonly string[])[], columns: readonly number[]): Generator<string> {
  for (const row of rows) for (const column of columns) if (row[column]) yield row[column];
}

/** Cells that prove a sign decide by majority; then the figures above the header. `1.000` alone is one or a thousand. */
export function decimalSignOf(rows: readonly (readonly string[])[], columns: readonly number[], preamble: readonly (readonly string[])[], dates: readonly number[] = []): Evidence<DecimalSign> & { readonly proven: boolean } {
  let votes = 0;
  let figured = 0;
  let ambiguous = 0;
  const examples: string[] = [];
  const count = (text: string): void => {
    const sign = decimalEvidence(text);
    votes += sign === ',' ? 1 : sign === '.' ? -1 : 0;
  };
  for (const cell of cellsIn(rows, columns)) {
    count(cell);
    if (/[1-9]/.test(cell)) figured++;
    if (/\d[.,]\d\d0(?!\d)/.test(cell)) ambiguous++;
    if (votes === 0 && examples.length < examplesShown && /\d[.,]\d{3}(?!\d)/.test(cell) && readLocalAmount(cell, '.') !== null && decimalEvidence(cell) === null) examples.push(trimmed(cell));
  }
  if (votes === 0) for (const row of preamble) row.forEach(count);
  if (votes === 0 && examples.length > 0) votes = rateVotes(rows, [...columns, ...dates]);
  if (votes !== 0) return { value: votes > 0 ? ',' : '.', certain: true, proven: true, examples: [] };
  // An amount rarely has three decimals, so the sign is taken to separate thousands; but that is an assumption. Where not one amount is below a thousand or has another last figure
  // than zero, the bank writes three decimals.
  const allWithThree = ambiguous >= manyAmounts && ambiguous === figured;
  if (allWithThree) return { value: examples[0]!.includes('.') ? '.' : ',', certain: false, proven: false, examples };
  return { value: examples[0]?.includes('.') ? ',' : '.', certain: examples.length === 0, proven: false, examples };
}

/** A rate of exchange beside the amounts, such as `0.848252`, has the sign that the amounts have. */
function rateVotes(rows: readonly (readonly string[])[], others: readonly number[]): number {
  let votes = 0;
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      const sign = others.includes(column) ? undefined : /^\d{1,4}([.,])\d{4,10}$/.exec(trimmed(cell))?.[1];
      votes += sign === ',' ? 1 : sign === '.' ? -1 : 0;
    }
  }
  return votes;
}

export interface DateColumns {
  readonly booking: number;
  readonly value: number;
}

/**
 * The order of day and month: what one date proves; else the order in which the dates run in one direction, in which booking and value date lie close,
 * or in which they fall into the period that the file names; else a decimal comma or dots in dates, with which nobody writes the month first. Years of two figures are looked at
 * before, because they may come first. What stays open is taken to be `likely`.
 */
export function dateOrderOf(rows: readonly (readonly string[])[], columns: DateColumns, decimalComma: boolean, period: { from: string | null; to: string | null }, likely: () => DateOrder): Evidence<DateOrder> {
  const certain = (value: DateOrder): Evidence<DateOrder> => ({ value, certain: true, examples: [] });
  const places = columns.value >= 0 && columns.value !== columns.booking ? [columns.booking, columns.value] : [columns.booking];
  const year = placeOfYear(cellsIn(rows, places));
  if (year === 'first') return certain('ymd');
  if (year !== 'last') return { value: year.value, certain: false, examples: year.examples.slice(0, examplesShown) };
  const examples: string[] = [];
  let dots = false;
  for (const raw of cellsIn(rows, places)) {
    const cell = trimmed(raw);
    const proven = orderEvidence(cell);
    if (proven) return certain(proven);
    if (!isOrderOpen(cell)) continue;
    dots ||= cell.includes('.');
    if (examples.length < examplesShown && !examples.includes(cell)) examples.push(cell);
  }
  if (examples.length === 0 || decimalComma || dots) return certain('dmy');
  const open = rows.filter((row) => row[columns.booking]);
  for (const fits of [isSorted, isCloseToValue, isWithin]) {
    const [dmy, mdy] = [fits(open, 'dmy', columns, period), fits(open, 'mdy', columns, period)];
    if (dmy !== mdy) return certain(dmy ? 'dmy' : 'mdy');
  }
  return { value: likely(), certain: false, examples };
}

type Fits = (rows: readonly (readonly string[])[], order: DateOrder, columns: DateColumns, period: { from: string | null; to: string | null }) => boolean;

function datesOf(rows: readonly (readonly string[])[], column: number, order: DateOrder): (string | null)[] {
  return rows.map((row) => readLocalDate(trimmed(row[column] ?? ''), order));
}

const isSorted: Fits = (rows, order, { booking }) => {
  const dates = datesOf(rows, booking, order).filter((date) => date !== null);
  return dates.every((date, i) => i === 0 || date >= dates[i - 1]!) || dates.every((date, i) => i === 0 || date <= dates[i - 1]!);
};

/** False only where the dates are far apart; where both orders are close, or the file has no value dates, it says nothing. */
const isCloseToValue: Fits = (rows, order, { booking, value }) => {
  if (value < 0 || value === booking) return true;
  const gap = (way: DateOrder): number => {
    const [booked, valued] = [datesOf(rows, booking, way), datesOf(rows, value, way)];
    const gaps = booked.map((date, i) => (date === null || valued[i] === null || valued[i] === undefined ? null : Math.abs(daysBetween(date, valued[i])))).filter((days) => days !== null);
    return gaps.length === 0 ? 0 : gaps.reduce((sum, days) => sum + days, 0) / gaps.length;
  };
  return !(gap(order) > farDays && gap(order === 'dmy' ? 'mdy' : 'dmy') <= closeDays);
};

const isWithin: Fits = (rows, order, { booking }, { from, to }) => from === null || to === null || datesOf(rows, booking, order).every((date) => date === null || (date >= from && date <= to));
