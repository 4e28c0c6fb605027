/**
 * A count in which each event weighs half as much when it is half a year old. Kept as a sum relative to a fixed day, so that the value never
 * depends on the order in which events were learned.
 */
const halfLifeDays = 180;
const referenceDay = 20_500;

/** What one event of that day adds to a decayed sum. */
export function weightOf(day: number): number {
  return 2 ** ((day - referenceDay) / halfLifeDays);
}

/** A decayed sum as a number of events, seen from a day. */
export function asCount(sum: number, day: number): number {
  if (day !== factorDay) {
    factor = 2 ** ((referenceDay - day) / halfLifeDays);
    factorDay = day;
  }
  return sum * factor;
}

// The factor of the day that was asked for last: one after the other asks for the same day.
let factorDay = referenceDay;
let factor = 1;
