import { fromEpochDay } from '@lettrage/calendar';
import { type BookingDays, weekdayOf } from './booking-days.js';

/** What the loops over days need to know of each, computed once for a span of days. */
export class CalendarKeys {
  /** 1 to 30, and 31 for a month's last day, whichever it is. */
  readonly monthDay: Uint8Array;
  /** 0 for Monday. */
  readonly weekday: Uint8Array;
  /** 1 to 12. */
  readonly month: Uint8Array;
  /** Calendar days that are booked on the day; 0 for a weekend. */
  readonly booked: Uint8Array;

  constructor(
    readonly firstDay: number,
    readonly lastDay: number,
    booking: BookingDays,
  ) {
    const days = lastDay - firstDay + 1;
    [this.monthDay, this.weekday, this.month, this.booked] = [new Uint8Array(days), new Uint8Array(days), new Uint8Array(days), new Uint8Array(days)];
    let date = fromEpochDay(firstDay);
    for (let index = 0; index < days; index += 1) {
      const tomorrow = fromEpochDay(firstDay + index + 1);
      this.monthDay[index] = tomorrow.endsWith('-01') ? 31 : Number(date.slice(8));
      this.month[index] = Number(date.slice(5, 7));
      this.weekday[index] = weekdayOf(firstDay + index);
      this.booked[index] = booking.daysBookedOn(firstDay + index);
      date = tomorrow;
    }
  }

  /** Days on which a payment booked on a life's last day may have been made: that day and the days without bookings before it. */
  daysOfPayment({ firstDay, lastDay }: { readonly firstDay: number; readonly lastDay: number }): number {
    return Math.min(Math.max(1, this.booked[lastDay - this.firstDay]!), lastDay - firstDay + 1);
  }
}
