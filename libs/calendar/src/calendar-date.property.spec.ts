import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, dateOfInstant, dayOfWeek, daysBetween, endOfMonth, fromEpochDay, isDate, toEpochDay } from './index.js';

const [first, last] = [toEpochDay('0001-01-01'), toEpochDay('9999-12-31')];
const epochDay = fc.integer({ min: first, max: last });
const date = epochDay.map(fromEpochDay);
/** A few centuries inside, so that no sum leaves the calendar. */
const inner = fc.integer({ min: toEpochDay('1000-01-01'), max: toEpochDay('9000-12-31') }).map(fromEpochDay);
const months = fc.integer({ min: -2400, max: 2400 });

describe('laws of the calendar', () => {
  it('epoch day and date are each other’s inverse', () => {
    fc.assert(fc.property(epochDay, (day) => toEpochDay(fromEpochDay(day)) === day && isDate(fromEpochDay(day))));
  });

  it('agrees with the platform’s own proleptic calendar', () => {
    fc.assert(fc.property(epochDay, (day) => new Date(day * 86_400_000).toISOString().slice(0, 10) === fromEpochDay(day)));
    fc.assert(fc.property(epochDay, (day) => dateOfInstant(new Date(day * 86_400_000 + 43_200_000), 'UTC') === fromEpochDay(day)));
    fc.assert(fc.property(date, (text) => (new Date(`${text}T00:00:00Z`).getUTCDay() || 7) === dayOfWeek(text)));
  });

  it('text sorts as days do', () => {
    fc.assert(fc.property(date, date, (a, b) => a < b === toEpochDay(a) < toEpochDay(b)));
  });

  it('adding days undoes subtracting them, and counts them', () => {
    fc.assert(fc.property(inner, fc.integer({ min: -100_000, max: 100_000 }), (start, days) => addDays(addDays(start, days), -days) === start && daysBetween(start, addDays(start, days)) === days));
  });

  it('adding months keeps the day or takes the last, and moves by as many months', () => {
    fc.assert(fc.property(inner, months, (start, count) => {
      const end = addMonths(start, count);
      const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      const sameDay = end.slice(8) === start.slice(8);
      return isDate(end) && index(end) - index(start) === count && (sameDay || (end === endOfMonth(end) && end.slice(8) < start.slice(8)));
    }));
  });

  it('the day after a month’s end is a first', () => {
    fc.assert(fc.property(inner, (text) => addDays(endOfMonth(text), 1).endsWith('-01') && endOfMonth(text) >= text));
  });
});
