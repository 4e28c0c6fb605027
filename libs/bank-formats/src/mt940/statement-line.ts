import { addMonths, type CalendarDate, daysBetween, isDate } from '@lettrage/calendar';
import { givenId } from '../text.js';

/** Field 61 of MT940 and MT942 as SWIFT defines it: `6!n[4!n]2a[1!a]15d1!a3!c16x[//16x][34x]`. */
export interface StatementLine {
  readonly valueDate: CalendarDate;
  readonly bookingDate: CalendarDate;
  readonly negative: boolean;
  readonly reversal: boolean;
  /** Digits with a point. */
  readonly amount: string;
  readonly type: string | null;
  readonly ownReference: string | null;
  readonly bankReference: string | null;
  readonly details: string;
}

// Banks leave out the comma, shorten the type code ("NOV ") and write more than 16 characters of reference.
const shape = /^(\d{6})(\d{4})?(R?[CD])([A-Z])?(\d{1,15})(?:,(\d*))?\s*(?:([A-Z][A-Z0-9]{3}|[A-Z][A-Z0-9]{2} )(.*))?$/;

/** Reads the field; null when it has not the shape of one, or a date that does not exist. */
export function readStatementLine(lines: readonly string[]): StatementLine | null {
  const match = shape.exec(lines[0]!.trim());
  if (!match) return null;
  const [, value, entry, mark, , whole, fraction, type, references] = match;
  const valueDate = swiftDate(value!);
  if (valueDate === null) return null;
  const [own, ...bank] = (references ?? '').split('//');
  return {
    valueDate,
    bookingDate: entry === undefined ? valueDate : (nearest(entry, valueDate) ?? valueDate),
    // RC reverses a credit, so money leaves; RD the other way round.
    negative: mark === 'D' || mark === 'RC',
    reversal: mark!.startsWith('R'),
    amount: fraction ? `${whole}.${fraction}` : whole!,
    type: type?.trim() ?? null,
    ownReference: givenId(own ?? null),
    bankReference: givenId(bank.join('//')),
    details: lines.slice(1).join(' ').trim(),
  };
}

/** `YYMMDD`; the century turns at 80, as no MT940 is older. */
export function swiftDate(text: string): CalendarDate | null {
  const year = Number(text.slice(0, 2));
  const date = `${year < 80 ? 20 : 19}${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4, 6)}`;
  return isDate(date) ? date : null;
}

/** The entry date has no year: of the three possible ones it is nearest to the value date (1412310105 is 5 January 2015). */
function nearest(monthDay: string, valueDate: CalendarDate): CalendarDate | null {
  let best: CalendarDate | null = null;
  for (const months of [-12, 0, 12]) {
    const date = `${addMonths(valueDate, months).slice(0, 4)}-${monthDay.slice(0, 2)}-${monthDay.slice(2)}`;
    if (isDate(date) && (best === null || Math.abs(daysBetween(valueDate, date)) < Math.abs(daysBetween(valueDate, best)))) best = date;
  }
  return best;
}
