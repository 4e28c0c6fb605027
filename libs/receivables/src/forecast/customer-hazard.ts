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
    const fitted = { ofDaysLate: base.ofDaysLate.slice(), ofDay: base.ofDay.slice() };
    // Runs and lateness explain each other: a second round sees each in the light of the other.
    for (let round = 0; round < tuning.rounds; round += 1) {
      this.bendDays(fitted, base.ofDay, lives);
      fitted.ofDaysLate.set(base.ofDaysLate);
      this.count(fitted, lives);
      bend(fitted.ofDaysLate, this.tally, tuning.coarseReach, tuning.coarsePrior);
      bend(fitted.ofDaysLate, this.tally, tuning.fineReach, tuning.finePrior);
    }
    return fitted;
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
      this.tally.covers(firstDay - anchorDay, lastDay - anchorDay);
      for (let day = firstDay; day <= lastDay; day += 1) expected[indexOf(day - anchorDay)]! += weight * chanceOf(hazard, day - anchorDay, day - offset);
      if (life.paid) this.eachDayOfPayment(hazard, life, (day, share) => (paid[indexOf(day - anchorDay)]! += weight * share));
    }
  }

  /** Makes the factor of each day that of everybody, times how much more the customer paid on such days of the month and of the week. */
  private bendDays(hazard: Hazard, everybody: Float64Array, lives: readonly Lifetime[]): void {
    const { firstDay: offset, monthDay, weekday } = this.calendar;
    const withoutRuns = { ofDaysLate: hazard.ofDaysLate, ofDay: everybody };
    const [monthDays, weekdays] = [this.monthDays.clear(), this.weekdays.clear()];
    for (const life of lives) {
      const { firstDay, lastDay, anchorDay, weight } = life;
      for (let day = firstDay; day <= lastDay; day += 1) {
        const expected = weight * chanceOf(withoutRuns, day - anchorDay, day - offset);
        monthDays.expected[monthDay[day - offset]!]! += expected;
        weekdays.expected[weekday[day - offset]!]! += expected;
      }
      if (!life.paid) continue;
      this.eachDayOfPayment(hazard, life, (day, share) => {
        monthDays.paid[monthDay[day - offset]!]! += weight * share;
        weekdays.paid[weekday[day - offset]!]! += weight * share;
      });
    }
    const ofMonthDay = monthDays.ratios(tuning.monthDayPrior);
    const ofWeekday = weekdays.ratios(tuning.weekdayPrior);
    for (let index = 0; index < everybody.length; index += 1) {
      hazard.ofDay[index] = everybody[index]! * ofMonthDay[monthDay[index]!]! * ofWeekday[weekday[index]!]!;
    }
  }

  /** A payment booked after a weekend was made on one of its days, by how likely each was. */
  private eachDayOfPayment(hazard: Hazard, life: Lifetime, add: (day: number, share: number) => void): void {
    const offset = this.calendar.firstDay;
    const firstDay = life.lastDay - this.calendar.daysOfPayment(life) + 1;
    let sum = 0;
    for (let day = firstDay; day <= life.lastDay; day += 1) sum += chanceOf(hazard, day - life.anchorDay, day - offset);
    for (let day = firstDay; day <= life.lastDay; day += 1) {
      add(day, sum > 0 ? chanceOf(hazard, day - life.anchorDay, day - offset) / sum : 1 / (life.lastDay - firstDay + 1));
    }
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

  clear(): this {
    this.paid.fill(0);
    this.expected.fill(0);
    return this;
  }

  /** Ratios of payments seen to those expected, the customer's general level aside. */
  ratios(prior: number): Float64Array {
    let [paid, expected] = [0, 0];
    for (let key = 0; key < this.paid.length; key += 1) {
      paid += this.paid[key]!;
      expected += this.expected[key]!;
    }
    const level = (paid + 3) / (expected + 3);
    return this.paid.map((count, key) => (count + prior) / (this.expected[key]! * level + prior));
  }
}
