import { type CalendarKeys, monthDayOf, runKeys, weekdayOfKey } from './calendar-keys.js';
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
  private readonly runsPaid = new Float64Array(runKeys);
  private readonly runsExpected = new Float64Array(runKeys);

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
      if (!life.paid) continue;
      this.eachDayOfPayment(hazard, life, (day, share) => (paid[indexOf(day - anchorDay)]! += weight * share));
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

  /** Makes the factor of each day that of everybody, times how much more the customer paid on such days of the month and of the week. */
  private bendDays(hazard: Hazard, everybody: Float64Array, lives: readonly Lifetime[]): void {
    const { firstDay: offset, run } = this.calendar;
    const withoutRuns = { ofDaysLate: hazard.ofDaysLate, ofDay: everybody };
    this.runsPaid.fill(0);
    this.runsExpected.fill(0);
    for (const life of lives) {
      const { firstDay, lastDay, anchorDay, weight } = life;
      for (let day = firstDay; day <= lastDay; day += 1) this.runsExpected[run[day - offset]!]! += weight * chanceOf(withoutRuns, day - anchorDay, day - offset);
      if (life.paid) this.eachDayOfPayment(hazard, life, (day, share) => (this.runsPaid[run[day - offset]!]! += weight * share));
    }
    const ofMonthDay = ratios(this.runsPaid, this.runsExpected, monthDayOf, 32, tuning.monthDayPrior);
    const ofWeekday = ratios(this.runsPaid, this.runsExpected, weekdayOfKey, 8, tuning.weekdayPrior);
    for (let index = 0; index < run.length; index += 1) {
      const key = run[index]!;
      hazard.ofDay[index] = everybody[index]! * ofMonthDay[monthDayOf(key)]! * ofWeekday[weekdayOfKey(key)]!;
    }
  }
}

/** Ratios of payments to what was expected, by a part of the key, the customer's general level aside. */
function ratios(paid: Float64Array, expected: Float64Array, partOf: (key: number) => number, parts: number, prior: number): Float64Array {
  const [paidOfPart, expectedOfPart] = [new Float64Array(parts), new Float64Array(parts)];
  let [allPaid, allExpected] = [0, 0];
  for (let key = 0; key < paid.length; key += 1) {
    paidOfPart[partOf(key)]! += paid[key]!;
    expectedOfPart[partOf(key)]! += expected[key]!;
    allPaid += paid[key]!;
    allExpected += expected[key]!;
  }
  const level = (allPaid + 3) / (allExpected + 3);
  return paidOfPart.map((count, part) => (count + prior) / (expectedOfPart[part]! * level + prior));
}
