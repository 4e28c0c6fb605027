import type { CalendarKeys } from './calendar-keys.js';
import { chanceOf, type Hazard } from './hazard.js';
import { bend, indexOf, Tally } from './hazard-curve.js';
import type { Lifetime } from './lifetimes.js';
import { tuning } from './tuning.js';

/**
 * Bends the hazard of everybody to what one customer did: on days of the month (payment runs) and of the week, then over days late,
 * coarse and fine. Each bend is a ratio (paid + prior) / (expected + prior), so that few payments bend little. Holds scratch memory.
 */
export class CustomerHazards {
  private readonly tally = new Tally();
  private readonly monthDays = new KeyTally(32);
  private readonly weekdays = new KeyTally(7);

  constructor(private readonly calendar: CalendarKeys) {}

  fit(base: Hazard, lives: readonly Lifetime[]): Hazard {
    if (lives.length === 0) return base;
    let hazard = base;
    // Runs and lateness explain each other: a second round sees each in the light of the other.
    for (let round = 0; round < tuning.rounds; round += 1) {
      const ofDay = this.ofDay({ ofDaysLate: hazard.ofDaysLate, ofDay: base.ofDay }, lives);
      const ofDaysLate = base.ofDaysLate.slice();
      this.count({ ofDaysLate, ofDay }, lives);
      bend(ofDaysLate, this.tally, tuning.coarseReach, tuning.coarsePrior);
      bend(ofDaysLate, this.tally, tuning.fineReach, tuning.finePrior);
      hazard = { ofDaysLate, ofDay };
    }
    return hazard;
  }

  /** Bends by days late alone, for customers taken together. */
  fitTogether(base: Hazard, lives: readonly Lifetime[], reach: number, prior: number): Hazard {
    const ofDaysLate = base.ofDaysLate.slice();
    this.count(base, lives);
    bend(ofDaysLate, this.tally, reach, prior);
    return { ofDaysLate, ofDay: base.ofDay };
  }

  private count(hazard: Hazard, lives: readonly Lifetime[]): void {
    const { expected, paid } = this.tally;
    const offset = this.calendar.firstDay;
    this.tally.clear();
    for (const life of lives) {
      const { firstDay, lastDay, anchorDay, weight } = life;
      for (let day = firstDay; day <= lastDay; day += 1) expected[indexOf(day - anchorDay)]! += weight * chanceOf(hazard, day - anchorDay, day - offset);
      if (!life.paid) continue;
      // A payment booked after a weekend was made on one of its days, by how likely each was.
      const days = this.calendar.daysOfPayment(life);
      let sum = 0;
      for (let day = lastDay - days + 1; day <= lastDay; day += 1) sum += chanceOf(hazard, day - anchorDay, day - offset);
      for (let day = lastDay - days + 1; day <= lastDay; day += 1) {
        paid[indexOf(day - anchorDay)]! += (weight * (sum > 0 ? chanceOf(hazard, day - anchorDay, day - offset) : 1)) / (sum > 0 ? sum : days);
      }
    }
  }

  /** The factor of each day, times how much more than expected the customer paid on such days of the month and of the week. */
  private ofDay(hazard: Hazard, lives: readonly Lifetime[]): Float64Array {
    const { firstDay: offset, monthDay, weekday } = this.calendar;
    this.monthDays.clear();
    this.weekdays.clear();
    for (const life of lives) {
      const { firstDay, lastDay, anchorDay, weight } = life;
      for (let day = firstDay; day <= lastDay; day += 1) {
        const expected = weight * chanceOf(hazard, day - anchorDay, day - offset);
        this.monthDays.expected[monthDay[day - offset]!]! += expected;
        this.weekdays.expected[weekday[day - offset]!]! += expected;
      }
      if (!life.paid) continue;
      const days = this.calendar.daysOfPayment(life);
      for (let day = lastDay - days + 1; day <= lastDay; day += 1) {
        this.monthDays.paid[monthDay[day - offset]!]! += weight / days;
        this.weekdays.paid[weekday[day - offset]!]! += weight / days;
      }
    }
    this.monthDays.toRatios(tuning.monthDayPrior);
    this.weekdays.toRatios(tuning.weekdayPrior);
    const ofDay = hazard.ofDay.slice();
    for (let index = 0; index < ofDay.length; index += 1) ofDay[index]! *= this.monthDays.paid[monthDay[index]!]! * this.weekdays.paid[weekday[index]!]!;
    return ofDay;
  }
}

/** Payments seen and expected per key of the calendar. */
class KeyTally {
  readonly paid: Float64Array;
  readonly expected: Float64Array;

  constructor(keys: number) {
    this.paid = new Float64Array(keys);
    this.expected = new Float64Array(keys);
  }

  clear(): void {
    this.paid.fill(0);
    this.expected.fill(0);
  }

  /** Turns `paid` into ratios to what was expected, the customer's general level aside. */
  toRatios(prior: number): void {
    let [paid, expected] = [0, 0];
    for (let key = 0; key < this.paid.length; key += 1) {
      paid += this.paid[key]!;
      expected += this.expected[key]!;
    }
    const level = (paid + 3) / (expected + 3);
    for (let key = 0; key < this.paid.length; key += 1) this.paid[key] = (this.paid[key]! + prior) / (this.expected[key]! * level + prior);
  }
}
