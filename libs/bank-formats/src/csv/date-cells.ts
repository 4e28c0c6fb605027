import type { CalendarDate } from '@lettrage/calendar';
import { DateReach } from '../date-reach.js';
import { type DateOrder, readCompactDate, readLocalDate } from './local-date.js';

const datesKept = 1000;

/** Reads the cells of dates. Rows come by the day, so nearly every date has been read before. */
export class DateCells {
  readonly reach: DateReach;
  private readonly dates = new Map<string, CalendarDate | null>();
  private lastText = '';
  private lastDate: CalendarDate | null = null;

  constructor(
    private readonly order: DateOrder,
    today?: CalendarDate,
  ) {
    this.reach = new DateReach(today);
  }

  read(text: string): CalendarDate | null {
    if (text === '') return null;
    if (text === this.lastText) return this.lastDate;
    let date = this.dates.get(text);
    if (date === undefined) {
      date = readLocalDate(text, this.order) ?? readCompactDate(text, this.order);
      if (this.dates.size < datesKept) this.dates.set(text, date);
    }
    this.lastText = text;
    this.lastDate = date;
    return date;
  }
}
