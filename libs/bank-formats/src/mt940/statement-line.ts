import { addMonths, type CalendarDate, daysBetween, isDate } from '@lettrage/calendar';
import { givenId, ibanOf } from '../text.js';

/** Field 61 of MT940 and MT942 as SWIFT defines it: `6!n[4!n]2a[1!a]15d1!a3!c16x[//16x][34x]`. */
export interface StatementLine {
  readonly valueDate: CalendarDate;
  /** The line says 30 February, or 29 where there is none. */
  readonly isBankMonthEnd: boolean;
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

// Banks leave out the comma, put blanks in place of the entry date or before the amount, and write more than 16 characters of reference.
const shape = /^(\d{6})(?:(\d{4})| {4})?(R?[CD])([A-Z])? ?(\d{1,15})(?:,(\d*))?\s*(.*)$/;
// They shorten the type code ("NOV ", "S   ") or leave it out; then the references follow at once.
const typed = /^(?!NONREF|NOREF)([A-Z][A-Z0-9 ]{3})(.*)$/;
const untyped = /^(?:$|\/\/|NONREF|NOREF)/;
// The keyword alone says that the reference stands in field 86.
const keywordAlone = /^[EKMP]REF\+?$|^MARF$/;

/** Reads the field; null when it has not the shape of one, or a date that does not exist. */
export function readStatementLine(written: readonly string[]): StatementLine | null {
  // A line may have been cut before its amount.
  const lines = written.length > 1 && /^\d{6}(?:\d{4})?R?[CD][A-Z]?\s*$/.test(written[0]!) ? [`${written[0]!.trim()}${written[1]!}`, ...written.slice(2)] : written;
  const match = shape.exec(lines[0]!.trim());
  if (!match) return null;
  const [, value, entry, mark, , whole, fraction, rest] = match;
  const valueDate = swiftDate(value!) ?? bankMonthEnd(value!);
  if (valueDate === null) return null;
  const kind = typed.exec(rest!);
  if (!kind && !untyped.test(rest!)) return null;
  // Where the references do not fit the line, the bank's is the next.
  const [own, ...bank] = `${kind?.[2] ?? rest!}${lines[1]?.startsWith('//') ? lines[1].trim() : ''}`.split('//');
  const isOwn = own !== undefined && !keywordAlone.test(own.trim());
  return {
    valueDate,
    isBankMonthEnd: swiftDate(value!) === null,
    bookingDate: entry === undefined ? valueDate : (nearest(entry, valueDate) ?? valueDate),
    // RC reverses a credit, so money leaves; RD the other way round.
    negative: mark === 'D' || mark === 'RC',
    reversal: mark!.startsWith('R'),
    amount: fraction ? `${whole}.${fraction}` : whole!,
    type: kind?.[1]!.trim() ?? null,
    ownReference: isOwn ? givenId(own) : null,
    bankReference: givenId(bank.join('//')),
    details: lines.slice(lines[1]?.startsWith('//') ? 2 : 1).join(' ').trim(),
  };
}

/** What Dutch banks put of the counterparty into this field: its account in place of the reference or below the line, and its name behind or below that. */
export function partyOfLine(line: StatementLine): { readonly reference: string | null; readonly name: string | null; readonly iban: string | null; readonly text: string } {
  const numbered = /^P?\d{7,10} {2,}(\S.*)$/.exec(line.ownReference ?? '');
  const ownIban = ibanOf(line.ownReference);
  if (ownIban !== null) return { reference: line.bankReference, name: givenId(line.details.replace(/^\/.*$/, '')), iban: ownIban, text: '' };
  const iban = ibanOf(line.details);
  return { reference: line.bankReference ?? (numbered ? null : line.ownReference), name: numbered?.[1] ?? null, iban, text: iban === null ? line.details : '' };
}

/** Banks that count 30 days a month write 30 February; it is the last day of that month. Null for any other date that does not exist. */
function bankMonthEnd(text: string): CalendarDate | null {
  return /^\d{2}02(?:29|30)$/.test(text) ? (swiftDate(`${text.slice(0, 4)}29`) ?? swiftDate(`${text.slice(0, 4)}28`)) : null;
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
