/** Which weekdays banks book on, 0 for Monday; what falls on another day is booked on the next that is. */
export class BookingDays {
  private readonly books: readonly boolean[];

  /** Learned from payments per weekday: a day with less than a hundredth of them is none. Monday to Friday where nothing is known. */
  constructor(paymentsOfWeekday: readonly number[]) {
    const total = paymentsOfWeekday.reduce((sum, count) => sum + count, 0);
    this.books = paymentsOfWeekday.map((count, weekday) => (total < 20 ? weekday < 5 : count > total / 100));
  }

  /** Calendar days that are booked on this one: itself and the days without bookings just before it; 0 if it is such a day. */
  daysBookedOn(epochDay: number): number {
    if (!this.books[weekdayOf(epochDay)]) return 0;
    let days = 1;
    while (days < 7 && !this.books[weekdayOf(epochDay - days)]) days += 1;
    return days;
  }
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(epochDay: number): number {
  return (((epochDay + 3) % 7) + 7) % 7;
}
