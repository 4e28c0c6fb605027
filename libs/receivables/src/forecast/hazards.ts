import { fromEpochDay } from '@lettrage/calendar';
import { BookingDays } from './booking-days.js';
import type { Lifetime, Lifetimes } from './lifetimes.js';

/** How strongly each level is held to the one above it, in payments, and how far (days either side) it looks. */
export const tuning = {
  poolReach: 1,
  segmentPrior: 12,
  segmentReach: 4,
  monthDayPrior: 0.7,
  coarsePrior: 2,
  coarseReach: 8,
  finePrior: 1,
  fineReach: 2,
  halfLifeDays: 400,
};

const earliest = -100;
const latest = 420;
const span = latest - earliest + 1;
const at = (daysLate: number): number => (daysLate < earliest ? 0 : daysLate > latest ? span - 1 : daysLate - earliest);

/** Chance, per calendar day, that an item still open is paid, by how many days late it is and by the day of the month. */
export interface CustomerHazard {
  readonly ofDaysLate: Float64Array;
  readonly ofMonthDay: Float64Array | null;
}

const certain = 0.97;

/**
 * Payment hazards of a company's customers: a curve over days late that all share (Kaplan-Meier, smoothed), bent per length
 * of terms, then per customer by what it paid against what the curve expected of it: on days of the month (payment runs), then
 * over days late, coarse and fine. Each bend is a ratio (paid + prior) / (expected + prior), so that few payments bend little.
 */
export class HazardModel {
  readonly booking: BookingDays;
  private readonly ofSegment = new Map<number, Float64Array>();
  private readonly ofCustomer = new Map<string, CustomerHazard>();
  private readonly livesOf = new Map<string, Lifetime[]>();

  constructor(
    lifetimes: Lifetimes,
    private readonly asOfDay: number,
  ) {
    this.booking = new BookingDays(lifetimes.paymentsOfWeekday);
    const pool = this.poolCurve(lifetimes.invoices);
    for (const life of lifetimes.invoices) {
      const lives = this.livesOf.get(life.customerId);
      if (lives) lives.push(life);
      else this.livesOf.set(life.customerId, [life]);
    }
    const bySegment = new Map<number, Lifetime[]>();
    for (const life of lifetimes.invoices) {
      const segment = segmentOf(life.termsDays);
      const lives = bySegment.get(segment);
      if (lives) lives.push(life);
      else bySegment.set(segment, [life]);
    }
    for (const segment of [0, 1, 2, 3, 4]) this.ofSegment.set(segment, this.bent(pool, bySegment.get(segment) ?? [], tuning.segmentReach, tuning.segmentPrior));
  }

  /** The hazard of a customer's items with these terms. */
  hazardOf(customerId: string, termsDays: number): CustomerHazard {
    const segment = segmentOf(termsDays);
    const key = `${segment} ${customerId}`;
    let hazard = this.ofCustomer.get(key);
    if (!hazard) this.ofCustomer.set(key, (hazard = this.customerHazard(this.ofSegment.get(segment)!, this.livesOf.get(customerId) ?? [])));
    return hazard;
  }

  private customerHazard(base: Float64Array, lives: readonly Lifetime[]): CustomerHazard {
    if (lives.length === 0) return { ofDaysLate: base, ofMonthDay: null };
    const ofMonthDay = this.monthDayRatios(base, lives);
    const coarse = this.bent(base, lives, tuning.coarseReach, tuning.coarsePrior, ofMonthDay);
    return { ofDaysLate: this.bent(coarse, lives, tuning.fineReach, tuning.finePrior, ofMonthDay), ofMonthDay };
  }

  private poolCurve(lives: readonly Lifetime[]): Float64Array {
    const paid = new Float64Array(span);
    const exposed = new Float64Array(span);
    for (const life of lives) {
      const weight = this.weightOf(life);
      for (let day = life.firstDay; day <= life.lastDay; day += 1) exposed[at(day - life.dueDay)]! += weight;
      if (!life.paid) continue;
      const days = Math.max(1, this.booking.daysBookedOn(life.lastDay));
      for (let back = 0; back < days; back += 1) paid[at(life.lastDay - back - life.dueDay)]! += weight / days;
    }
    const curve = new Float64Array(span);
    for (let index = 0; index < span; index += 1) {
      const daysLate = index + earliest;
      const reach = tuning.poolReach + Math.max(0, Math.floor((Math.abs(daysLate) - 30) / 6));
      const prior = 4;
      let events = prior * usualHazard(daysLate);
      let risk = prior;
      for (let near = Math.max(0, index - reach); near <= Math.min(span - 1, index + reach); near += 1) {
        events += paid[near]!;
        risk += exposed[near]!;
      }
      curve[index] = events / risk;
    }
    return curve;
  }

  /** A curve times the ratio of payments to what it expected of these lives, within `reach` days either side. */
  private bent(curve: Float64Array, lives: readonly Lifetime[], reach: number, prior: number, ofMonthDay: Float64Array | null = null): Float64Array {
    if (lives.length === 0) return curve;
    const paid = new Float64Array(span + 1);
    const expected = new Float64Array(span + 1);
    for (const life of lives) {
      const weight = this.weightOf(life);
      for (let day = life.firstDay; day <= life.lastDay; day += 1) {
        const index = at(day - life.dueDay);
        const hazard = curve[index]! * (ofMonthDay === null ? 1 : ofMonthDay[monthDay(day)]!);
        expected[index]! += weight * Math.min(certain, hazard);
      }
      if (life.paid) this.spread(life, (day) => curve[at(day - life.dueDay)]! * (ofMonthDay === null ? 1 : ofMonthDay[monthDay(day)]!), (day, share) => (paid[at(day - life.dueDay)]! += weight * share));
    }
    runningSums(paid);
    runningSums(expected);
    const result = new Float64Array(span);
    for (let index = 0; index < span; index += 1) {
      const from = Math.max(0, index - reach);
      const to = Math.min(span, index + reach + 1);
      result[index] = (curve[index]! * (paid[to]! - paid[from]! + prior)) / (expected[to]! - expected[from]! + prior);
    }
    return result;
  }

  private monthDayRatios(curve: Float64Array, lives: readonly Lifetime[]): Float64Array {
    const paid = new Float64Array(32);
    const expected = new Float64Array(32);
    for (const life of lives) {
      const weight = this.weightOf(life);
      for (let day = life.firstDay; day <= life.lastDay; day += 1) expected[monthDay(day)]! += weight * curve[at(day - life.dueDay)]!;
      if (life.paid) this.spread(life, () => 1, (day, share) => (paid[monthDay(day)]! += weight * share));
    }
    const total = (paid.reduce((a, b) => a + b, 0) + 3) / (expected.reduce((a, b) => a + b, 0) + 3);
    return paid.map((count, key) => (count + tuning.monthDayPrior) / (expected[key]! * total + tuning.monthDayPrior));
  }

  /** Shares of a payment over the days that were booked together, by how likely each was. */
  private spread(life: Lifetime, hazard: (day: number) => number, add: (day: number, share: number) => void): void {
    const days = Math.max(1, this.booking.daysBookedOn(life.lastDay));
    let total = 0;
    for (let back = 0; back < days; back += 1) total += hazard(life.lastDay - back);
    for (let back = 0; back < days; back += 1) add(life.lastDay - back, total > 0 ? hazard(life.lastDay - back) / total : 1 / days);
  }

  /** Old payments count for less. */
  private weightOf({ lastDay }: Lifetime): number {
    return 0.5 ** ((this.asOfDay - lastDay) / tuning.halfLifeDays);
  }
}

export function dailyHazard({ ofDaysLate, ofMonthDay }: CustomerHazard, day: number, dueDay: number): number {
  const hazard = ofDaysLate[at(day - dueDay)]! * (ofMonthDay === null ? 1 : ofMonthDay[monthDay(day)]!);
  return hazard > certain ? certain : hazard;
}

/** Terms of about a week, a fortnight, a month, six weeks, two months. */
function segmentOf(termsDays: number): number {
  return termsDays <= 7 ? 0 : termsDays <= 21 ? 1 : termsDays <= 37 ? 2 : termsDays <= 52 ? 3 : 4;
}

/** What is assumed before anything is known: most pay within weeks of the due date, few after months. */
function usualHazard(daysLate: number): number {
  if (daysLate < -15) return 0.003;
  if (daysLate < 0) return 0.015;
  if (daysLate <= 35) return 0.06;
  return daysLate <= 90 ? 0.02 : 0.004;
}

const monthDays = new Map<number, number>();

/** 1 to 30, and 31 for a month's last day, whichever it is. */
function monthDay(epochDay: number): number {
  let key = monthDays.get(epochDay);
  if (key === undefined) {
    key = fromEpochDay(epochDay + 1).endsWith('-01') ? 31 : Number(fromEpochDay(epochDay).slice(8));
    monthDays.set(epochDay, key);
  }
  return key;
}

/** In place: element i becomes the sum of those before it. */
function runningSums(values: Float64Array): void {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]!;
    values[index] = sum;
    sum += value;
  }
}
