import { addDays, type CalendarDate, daysBetween } from '@lettrage/calendar';
import { fieldError, sentence } from '@lettrage/contracts';
import { Refused } from './refused.js';

interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const firstDay: CalendarDate = '0001-01-01';

/** The period that a query asks for, both days in it: up to today and of so many days where it does not say. Refused where it ends before it begins: nothing could lie in it. */
export function periodOf(query: Partial<Period>, today: CalendarDate, usualDays: number): Period {
  const to = query.to ?? today;
  const from = query.from ?? (daysBetween(firstDay, to) < usualDays ? firstDay : addDays(to, 1 - usualDays));
  if (from <= to) return { from, to };
  const errors = [fieldError('from', sentence('field_from_late', { to })), fieldError('to', sentence('field_to_early', { from }))];
  throw new Refused('invalid_query', sentence('request_form', { faults: errors.map(({ where, message }) => `${where}: ${message}`).join('; ') }), { errors });
}
