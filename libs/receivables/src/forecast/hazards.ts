import { BookingDays } from './booking-days.js';
import { CalendarKeys } from './calendar-keys.js';
import { CustomerHazards } from './customer-hazard.js';
import { chanceOf, type Hazard } from './hazard.js';
import { indexOf, survivalCurve, Tally, usualHazard, usualRemainderHazard } from './hazard-curve.js';
import type { Lifetime, Lifetimes } from './lifetimes.js';
import { monthEffects } from './month-effects.js';
import { tuning } from './tuning.js';

/**
 * Payment hazards of a company's customers: a curve over days late that all share (Kaplan-Meier, smoothed), bent per length of
 * terms, times a factor per month of the year, bent per customer.
 */
export class HazardModel {
  readonly calendar: CalendarKeys;
  readonly ofRemainders: Hazard;
  readonly ofCredits: Hazard;
  /** Spread of the logarithm of everybody's hazard from month to month, learned from the months seen. */
  readonly monthSpread: number;
  private readonly fitting: CustomerHazards;
  private readonly ofSegment: readonly Hazard[];
  private readonly ofCustomer = new Map<string, Hazard>();
  private readonly livesOf: ReadonlyMap<string, Lifetime[]>;

  constructor({ invoices, remainders, credits, paymentsOfWeekday }: Lifetimes, asOfDay: number, days: number) {
    let firstDay = asOfDay - 7;
    for (const lives of [invoices, remainders, credits]) for (const life of lives) if (life.firstDay < firstDay) firstDay = life.firstDay;
    this.calendar = new CalendarKeys(firstDay, asOfDay + days, new BookingDays(paymentsOfWeekday));
    this.fitting = new CustomerHazards(this.calendar);
    this.livesOf = grouped(invoices, ({ customerId }) => customerId);
    const pool: Hazard = { ofDaysLate: this.pooled(invoices, usualHazard), ofDay: new Float64Array(this.calendar.month.length).fill(1) };
    const bySegment = grouped(invoices, ({ termsDays }) => segmentOf(termsDays));
    const segments = segmentTerms.map((_, segment) => this.fitting.fitTogether(pool, bySegment.get(segment) ?? [], tuning.segmentReach, tuning.segmentPrior));
    const { ofDay, spread } = monthEffects(invoices, ({ termsDays }) => segments[segmentOf(termsDays)]!, this.calendar, asOfDay);
    this.monthSpread = spread;
    this.ofSegment = segments.map(({ ofDaysLate }) => ({ ofDaysLate, ofDay }));
    this.ofRemainders = { ofDaysLate: this.pooled(remainders, usualRemainderHazard), ofDay };
    this.ofCredits = { ofDaysLate: this.pooled(credits, usualRemainderHazard), ofDay };
  }

  /** The hazard of a customer's items with these terms. */
  hazardOf(customerId: string, termsDays: number): Hazard {
    const segment = segmentOf(termsDays);
    const key = `${segment} ${customerId}`;
    let hazard = this.ofCustomer.get(key);
    if (!hazard) this.ofCustomer.set(key, (hazard = this.fitting.fit(this.ofSegment[segment]!, this.livesOf.get(customerId) ?? [])));
    return hazard;
  }

  /** Chance that an item still open is booked as paid on a day of the forecast. */
  chanceOn(hazard: Hazard, day: number, anchorDay: number): number {
    const index = day - this.calendar.firstDay;
    let stays = 1;
    for (let back = this.calendar.booked[index]! - 1; back >= 0; back -= 1) stays *= 1 - chanceOf(hazard, day - back - anchorDay, index - back);
    return 1 - stays;
  }

  private pooled(lives: readonly Lifetime[], usual: (daysLate: number) => number): Float64Array {
    const tally = new Tally();
    for (const life of lives) {
      for (let day = life.firstDay; day <= life.lastDay; day += 1) tally.expected[indexOf(day - life.anchorDay)]! += life.weight;
      if (!life.paid) continue;
      const days = this.calendar.daysOfPayment(life);
      for (let back = 0; back < days; back += 1) tally.paid[indexOf(life.lastDay - back - life.anchorDay)]! += life.weight / days;
    }
    return survivalCurve(tally, tuning.poolReach, tuning.poolPrior, usual);
  }
}

/** Classes of terms: about a week, a fortnight, a month, six weeks, longer; each with its last day. */
const segmentTerms = [7, 21, 37, 52, Number.POSITIVE_INFINITY] as const;

function segmentOf(termsDays: number): number {
  return segmentTerms.findIndex((last) => termsDays <= last);
}

/** Node 20 has no Map.groupBy yet. */
function grouped<K, V>(values: readonly V[], keyOf: (value: V) => K): ReadonlyMap<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
