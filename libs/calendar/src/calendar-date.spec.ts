import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths, CalendarError, dateOfInstant, dayOfWeek, daysBetween, endOfMonth, fromEpochDay, isDate, parseDate, toEpochDay } from './index.js';

describe('a calendar date', () => {
  it.each(['2026-11-21', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('is %s', (text) => {
    expect(isDate(text)).toBe(true);
    expect(parseDate(text)).toBe(text);
  });

  it.each(['2023-02-29', '1900-02-29', '2026-04-31', '2026-00-10', '2026-13-01', '2026-01-00', '0000-01-01', '2026-1-1', '26-01-01', '2026-01-01T00:00', ' 2026-01-01', '2026-01-01\n', '20260101', '10000-01-01', '٢٠٢٦-٠١-٠١', ''])(
    'is not "%s"', (text) => {
      expect(isDate(text)).toBe(false);
      expect(() => parseDate(text)).toThrow(CalendarError);
    },
  );

  it('says what was given where it is none', () => expect(() => parseDate('31/12/2026')).toThrow('"31/12/2026" is not a calendar date (YYYY-MM-DD)'));
});

describe('days', () => {
  it('are counted from 1970-01-01', () => {
    const known = { '1970-01-01': 0, '1969-12-31': -1, '2000-03-01': 11_017, '2026-11-21': 20_778, '0001-01-01': -719_162, '9999-12-31': 2_932_896 };
    for (const [date, day] of Object.entries(known)) expect([date, toEpochDay(date), fromEpochDay(day)]).toEqual([date, day, date]);
  });

  it('pass over months, leap days and years', () => {
    expect([addDays('2024-02-28', 1), addDays('2023-02-28', 1), addDays('2026-12-31', 1), addDays('2026-01-01', -1), addDays('2026-11-21', 0)]).toEqual(['2024-02-29', '2023-03-01', '2027-01-01', '2025-12-31', '2026-11-21']);
    expect([daysBetween('2026-01-01', '2027-01-01'), daysBetween('2024-03-01', '2024-02-01')]).toEqual([365, -29]);
  });

  it('know their weekday', () => {
    expect(['2026-11-16', '2026-11-21', '2026-11-22', '1970-01-01', '1969-12-28'].map(dayOfWeek)).toEqual([1, 6, 7, 4, 7]);
  });

  it('end with the years that four digits hold', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(CalendarError);
    expect(() => addDays('0001-01-01', -1)).toThrow(CalendarError);
    expect(() => addMonths('0001-01-15', -1)).toThrow(CalendarError);
    expect(() => addMonths('9999-12-01', 1)).toThrow(CalendarError);
  });
});

describe('months', () => {
  it('end where they end', () => {
    expect(['2026-01-31', '2024-02-10', '2023-02-01', '2100-02-01', '2026-04-30', '2026-12-05'].map(endOfMonth)).toEqual(['2026-01-31', '2024-02-29', '2023-02-28', '2100-02-28', '2026-04-30', '2026-12-31']);
  });

  it('are added with the day kept where there is one, else the last', () => {
    expect([addMonths('2026-01-31', 1), addMonths('2024-01-31', 1), addMonths('2026-01-31', 3), addMonths('2026-11-30', 3), addMonths('2026-03-31', -1), addMonths('2026-01-15', -13), addMonths('2026-05-05', 24), addMonths('2026-05-05', 0)]).toEqual(
      ['2026-02-28', '2024-02-29', '2026-04-30', '2027-02-28', '2026-02-28', '2024-12-15', '2028-05-05', '2026-05-05'],
    );
  });
});

describe('dateOfInstant', () => {
  it('is the date on the wall there, on both sides of midnight, of the year’s end and of a change of clocks', () => {
    const at = (instant: string, ...zones: string[]) => zones.map((zone) => dateOfInstant(new Date(instant), zone));
    expect(at('2026-12-31T11:30:00Z', 'Pacific/Auckland', 'Europe/Paris', 'America/Los_Angeles')).toEqual(['2027-01-01', '2026-12-31', '2026-12-31']);
    expect(at('2026-03-28T23:30:00Z', 'Europe/Paris', 'UTC')).toEqual(['2026-03-29', '2026-03-28']);
    expect(at('2026-03-29T22:30:00Z', 'Europe/Paris')).toEqual(['2026-03-30']);
    expect(at('2026-10-25T23:30:00Z', 'Europe/Paris')).toEqual(['2026-10-26']);
    expect(at('2024-02-29T12:00:00Z', 'UTC')).toEqual(['2024-02-29']);
    expect(at('0099-01-02T12:00:00Z', 'UTC')).toEqual(['0099-01-02']);
  });

  it('refuses a zone that does not exist', () => expect(() => dateOfInstant(new Date(0), 'Europe/Nowhere')).toThrow(RangeError));
});
