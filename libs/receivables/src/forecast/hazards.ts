import { fromEpochDay } from '@lettrage/calendar';
import { BookingDays, weekdayOf } from './booking-days.js';
import type { Lifetime, Lifetimes } from './lifetimes.js';

/** How strongly each level is held to the one above it, in payments, and how far (days either side) it looks. */
export const tuning = {
  poolPrior: 10,
  poolReach: 2,
  segmentPrior: 12,
  segmentReach: 8,
  monthDayPrior: 0.5,
  weekdayPrior: 10,
  widePrior: 1e9,
  wideReach: 15,
  coarsePrior: 0.3,
  coarseReach: 6,
  finePrior: 2,
  fineReach: 3,
  halfLifeDays: 1000,
  monthSpread: 0.05,
  monthNoise: 0.12,
  august: 0.8,
  rounds: 2,
};

const earliest = -100;
const latest = 420;
const span = latest - earliest + 1;
const at = (daysLate: number): number => (daysLate < earliest ? 0 : daysLate > latest ? span - 1 : daysLate - earliest);

/** No day is more certain than this. */
const certain = 0.97;

/** Chance, per calendar day, that an item still open is paid: by days late, times what the day of the month and the month make of it. */
export interface Hazard {
  readonly ofDaysLate: Float64Array;
  readonly ofMonthDay: Float64Array | null;
  readonly ofWeekday: Float64Array | null;
  readonly ofMonth: Float64Array | null;
}

export function dailyHazard(hazard: Hazard, day: number, anchorDay: number): number {
  const chance = hazard.ofDaysLate[at(day - anchorDay)]! * calendarFactor(hazard, day);
  return chance > certain ? certain : chance;
}

function calendarFactor({ ofMonthDay, ofWeekday, ofMonth }: Hazard, day: number): number {
  return (ofMonthDay === null ? 1 : ofMonthDay[monthDay(day)]!) * (ofWeekday === null ? 1 : ofWeekday[weekdayOf(day)]!) * (ofMonth === null ? 1 : ofMonth[month(day)]!);
}

/**
 * Payment hazards of a company's customers: a curve over days late that all share (Kaplan-Meier, smoothed), bent per length
 * of terms and per month of the year, then per customer by what it paid against what the curve expected of it: on days of the month
 * (payment runs), then over days late, coarse and fine. Each bend is a ratio (paid + prior) / (expected + prior), so that few
 * payments bend little.
 */
export class HazardModel {
  readonly booking: BookingDays;
  readonly ofRemainders: Hazard;
  readonly ofCredits: Hazard;
  private readonly ofSegment: readonly Hazard[];
  private readonly ofCustomer = new Map<string, Hazard>();
  private readonly livesOf: ReadonlyMap<string, Lifetime[]>;

  constructor(
    lifetimes: Lifetimes,
    private readonly asOfDay: number,
  ) {
    this.booking = new BookingDays(lifetimes.paymentsOfWeekday);
    this.livesOf = grouped(lifetimes.invoices, ({ customerId }) => customerId);
    const pool: Hazard = { ofDaysLate: this.poolCurve(lifetimes.invoices, usualHazard), ofMonthDay: null, ofWeekday: null, ofMonth: null };
    const bySegment = grouped(lifetimes.invoices, ({ termsDays }) => segmentOf(termsDays));
    const segments = segmentTerms.map((_, segment) => this.bent(pool, bySegment.get(segment) ?? [], tuning.segmentReach, tuning.segmentPrior));
    const ofMonth = this.monthRatios(lifetimes.invoices, (life) => segments[segmentOf(life.termsDays)]!);
    this.ofSegment = segments.map((hazard) => ({ ...hazard, ofMonth }));
    this.ofRemainders = { ofDaysLate: this.poolCurve(lifetimes.remainders, usualRemainderHazard), ofMonthDay: null, ofWeekday: null, ofMonth };
    this.ofCredits = { ofDaysLate: this.poolCurve(lifetimes.credits, usualRemainderHazard), ofMonthDay: null, ofWeekday: null, ofMonth };
  }

  /** The hazard of a customer's items with these terms. */
  hazardOf(customerId: string, termsDays: number): Hazard {
    const segment = segmentOf(termsDays);
    const key = `${segment} ${customerId}`;
    let hazard = this.ofCustomer.get(key);
    if (!hazard) this.ofCustomer.set(key, (hazard = this.customerHazard(this.ofSegment[segment]!, this.livesOf.get(customerId) ?? [])));
    return hazard;
  }

  private customerHazard(base: Hazard, lives: readonly Lifetime[]): Hazard {
    if (lives.length === 0) return base;
    let hazard = base;
    for (let round = 0; round < tuning.rounds; round += 1) {
      const plain = { ...hazard, ofMonthDay: null, ofWeekday: null };
      const withRuns = { ...base, ofMonthDay: this.ratios(plain, lives, monthDay, 32, tuning.monthDayPrior), ofWeekday: null as Float64Array | null };
      withRuns.ofWeekday = this.ratios({ ...plain, ofMonthDay: withRuns.ofMonthDay }, lives, weekdayOf, 7, tuning.weekdayPrior);
      const wide = tuning.widePrior > 1e6 ? withRuns : this.bent(withRuns, lives, tuning.wideReach, tuning.widePrior);
      const coarse = this.bent(wide, lives, tuning.coarseReach, tuning.coarsePrior);
      hazard = this.bent(coarse, lives, tuning.fineReach, tuning.finePrior);
    }
    return hazard;
  }

  /** Kaplan-Meier with neighbours, the more of them the later and rarer, and a few days of what is usual. */
  private poolCurve(lives: readonly Lifetime[], usual: (daysLate: number) => number): Float64Array {
    const paid = new Float64Array(span + 1);
    const exposed = new Float64Array(span + 1);
    for (const life of lives) {
      const weight = this.weightOf(life);
      for (let day = life.firstDay; day <= life.lastDay; day += 1) exposed[at(day - life.anchorDay)]! += weight;
      if (life.paid) this.spread(life, () => 1, (day, share) => (paid[at(day - life.anchorDay)]! += weight * share));
    }
    runningSums(paid);
    runningSums(exposed);
    const curve = new Float64Array(span);
    for (let index = 0; index < span; index += 1) {
      const daysLate = index + earliest;
      const reach = tuning.poolReach + Math.max(0, Math.floor((Math.abs(daysLate) - 30) / 6));
      curve[index] = (within(paid, index, reach) + tuning.poolPrior * usual(daysLate)) / (within(exposed, index, reach) + tuning.poolPrior);
    }
    return curve;
  }

  /** A curve times the ratio of payments to what it expected of these lives, within `reach` days either side. */
  private bent(hazard: Hazard, lives: readonly Lifetime[], reach: number, prior: number): Hazard {
    if (lives.length === 0) return hazard;
    const paid = new Float64Array(span + 1);
    const expected = new Float64Array(span + 1);
    for (const life of lives) {
      const weight = this.weightOf(life);
      for (let day = life.firstDay; day <= life.lastDay; day += 1) expected[at(day - life.anchorDay)]! += weight * dailyHazard(hazard, day, life.anchorDay);
      if (life.paid) this.spread(life, (day) => dailyHazard(hazard, day, life.anchorDay), (day, share) => (paid[at(day - life.anchorDay)]! += weight * share));
    }
    runningSums(paid);
    runningSums(expected);
    const ofDaysLate = hazard.ofDaysLate.map((chance, index) => (chance * (within(paid, index, reach) + prior)) / (within(expected, index, reach) + prior));
    return { ...hazard, ofDaysLate };
  }

  private ratios(hazard: Hazard, lives: readonly Lifetime[], keyOf: (day: number) => number, keys: number, prior: number): Float64Array {
    const paid = new Float64Array(keys);
    const expected = new Float64Array(keys);
    for (const life of lives) {
      const weight = this.weightOf(life);
      for (let day = life.firstDay; day <= life.lastDay; day += 1) expected[keyOf(day)]! += weight * dailyHazard(hazard, day, life.anchorDay);
      if (life.paid) this.spread(life, () => 1, (day, share) => (paid[keyOf(day)]! += weight * share));
    }
    const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
    const level = (sum(paid) + 3) / (sum(expected) + 3);
    return paid.map((count, key) => (count + prior) / (expected[key]! * level + prior));
  }

  /**
   * What the month of the year makes of everybody's payments. One year's month is one draw: part of what it shows is season, part
   * chance, and so only part is believed. August is slow in Europe before anything is known.
   */
  private monthRatios(lives: readonly Lifetime[], hazardOf: (life: Lifetime) => Hazard): Float64Array {
    const paid = new Float64Array(13);
    const expected = new Float64Array(13);
    for (const life of lives) {
      const hazard = hazardOf(life);
      for (let day = life.firstDay; day <= life.lastDay; day += 1) expected[month(day)]! += dailyHazard(hazard, day, life.anchorDay);
      if (life.paid) this.spread(life, () => 1, (day, share) => (paid[month(day)]! += share));
    }
    return expected.map((count, key) => {
      const usual = key === 8 ? Math.log(tuning.august) : 0;
      if (count < 1) return Math.exp(usual);
      const seen = Math.log((paid[key]! + 1) / (count + 1));
      const belief = tuning.monthSpread ** 2 / (tuning.monthSpread ** 2 + tuning.monthNoise ** 2 + 1 / count);
      return Math.exp(usual + belief * (seen - usual));
    });
  }

  /** Shares of a payment over the days that were booked together, by how likely each was. */
  private spread(life: Lifetime, chance: (day: number) => number, add: (day: number, share: number) => void): void {
    const days = Math.min(Math.max(1, this.booking.daysBookedOn(life.lastDay)), life.lastDay - life.firstDay + 1);
    let total = 0;
    for (let back = 0; back < days; back += 1) total += chance(life.lastDay - back);
    for (let back = 0; back < days; back += 1) add(life.lastDay - back, total > 0 ? chance(life.lastDay - back) / total : 1 / days);
  }

  /** Old payments count for less. */
  private weightOf({ lastDay }: Lifetime): number {
    return 0.5 ** ((this.asOfDay - lastDay) / tuning.halfLifeDays);
  }
}

/** Classes of terms: about a week, a fortnight, a month, six weeks, longer; each with its last day. */
const segmentTerms = [7, 21, 37, 52, Number.POSITIVE_INFINITY] as const;

function segmentOf(termsDays: number): number {
  return segmentTerms.findIndex((last) => termsDays <= last);
}

/** What is assumed before anything is known: most pay within weeks of the due date, few after months. */
function usualHazard(daysLate: number): number {
  if (daysLate < -15) return 0.003;
  if (daysLate < 0) return 0.015;
  if (daysLate <= 35) return 0.06;
  return daysLate <= 90 ? 0.02 : 0.004;
}

/** Remainders come within weeks of the first part, or hardly at all; credit notes are used with one of the next payments. */
function usualRemainderHazard(daysAfter: number): number {
  return daysAfter <= 45 ? 0.025 : 0.004;
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

interface CalendarKey {
  readonly monthDay: number;
  readonly month: number;
}

const calendarKeys = new Map<number, CalendarKey>();

function calendarKey(epochDay: number): CalendarKey {
  let key = calendarKeys.get(epochDay);
  if (key === undefined) {
    const date = fromEpochDay(epochDay);
    const last = fromEpochDay(epochDay + 1).endsWith('-01');
    calendarKeys.set(epochDay, (key = { monthDay: last ? 31 : Number(date.slice(8)), month: Number(date.slice(5, 7)) }));
  }
  return key;
}

/** 1 to 30, and 31 for a month's last day, whichever it is. */
function monthDay(epochDay: number): number {
  return calendarKey(epochDay).monthDay;
}

function month(epochDay: number): number {
  return calendarKey(epochDay).month;
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

/** Sum of the elements up to `reach` either side, from running sums. */
function within(sums: Float64Array, index: number, reach: number): number {
  return sums[Math.min(span, index + reach + 1)]! - sums[Math.max(0, index - reach)]!;
}
