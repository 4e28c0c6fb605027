import { addMonths, type CalendarDate } from '@lettrage/calendar';
import type { Sentence } from '@lettrage/sentences';
import { say } from './catalogue/sentences.js';
import type { BankTransaction } from './statement.js';

/** None of the formats is older, and two figures of a year are those of 1980 and later. */
const earliest: CalendarDate = '1980-01-01';
/** What is booked has happened; a year is more than any bank dates ahead, and less than a wrong figure in a year of this century. */
const bookedMonths = 12;
/** What is only announced, and when money begins to count, may lie as far ahead as the longest loans run. */
const termMonths = 50 * 12;
const never: CalendarDate = '9999-12-31';

/** Tells dates that a statement cannot have from old files and long terms, once a file: where one is wrong, others often are. `today` may be left out; then nothing is too far ahead. */
export class DateReach {
  private readonly latestBooked: CalendarDate;
  private readonly latestTerm: CalendarDate;
  private isSaid = false;

  constructor(today: CalendarDate | undefined) {
    this.latestBooked = today === undefined ? never : addMonths(today, bookedMonths);
    this.latestTerm = today === undefined ? never : addMonths(today, termMonths);
  }

  /** Whether a booking or value date needs no second look: it is near, or one that is not has been told already. */
  holds(date: CalendarDate): boolean {
    return this.isSaid || (date >= earliest && date <= this.latestBooked);
  }

  /** What to say of the first movement of the file with a date out of reach; null of any other. */
  doubt({ status, bookingDate, valueDate }: Pick<BankTransaction, 'status' | 'bookingDate' | 'valueDate'>): Sentence | null {
    if (this.holds(bookingDate) && (valueDate === null || this.holds(valueDate))) return null;
    const isBeyond = (date: CalendarDate, latest: CalendarDate): boolean => date < earliest || date > latest;
    const date = isBeyond(bookingDate, status === 'booked' ? this.latestBooked : this.latestTerm) ? bookingDate : valueDate !== null && isBeyond(valueDate, this.latestTerm) ? valueDate : null;
    this.isSaid = date !== null;
    return date === null ? null : say('date_far_away', { date });
  }
}
