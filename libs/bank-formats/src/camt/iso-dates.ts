import { type CalendarDate, isDate } from '@lettrage/calendar';
import { DateReach } from '../date-reach.js';

/** Reads the dates of one file, with or without a time behind them. Entries come by the day, so nearly every date is the one before. */
export class IsoDates {
  readonly reach: DateReach;
  private lastText = '';
  private lastDate: CalendarDate | null = null;

  constructor(today: CalendarDate | undefined) {
    this.reach = new DateReach(today);
  }

  /** Null for what is no date. */
  read(text: string): CalendarDate | null {
    if (text === this.lastText) return this.lastDate;
    const date = text.slice(0, 10);
    this.lastText = text;
    this.lastDate = isDate(date) && /^(?:|[T+\-Z].*)$/.test(text.slice(10)) ? date : null;
    return this.lastDate;
  }
}
