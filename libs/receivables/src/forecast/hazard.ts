import { indexOf } from './hazard-curve.js';

/** Chance, per calendar day, that an item still open is paid: by days late, times a factor of the day. */
export interface Hazard {
  readonly ofDaysLate: Float64Array;
  /** By day since the calendar's first. */
  readonly ofDay: Float64Array;
}

/** No day is more certain than this. */
const certain = 0.97;

export function chanceOf({ ofDaysLate, ofDay }: Hazard, daysLate: number, dayIndex: number): number {
  const chance = ofDaysLate[indexOf(daysLate)]! * ofDay[dayIndex]!;
  return chance > certain ? certain : chance;
}
