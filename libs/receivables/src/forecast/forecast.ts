import { fromEpochDay, toEpochDay, type CalendarDate } from '@lettrage/calendar';
import { dailyHazard, HazardModel } from './hazards.js';
import { anchorOf, lifetimesOf, type OpenLife } from './lifetimes.js';
import type { PaymentBehaviour } from './payment-behaviour.js';

/** An item as the forecast sees it: an invoice, or a credit note with negative amounts. */
export interface ForecastItem {
  readonly customerId: string;
  readonly currency: string;
  readonly issueDate: CalendarDate;
  readonly dueDate: CalendarDate;
  readonly totalMinor: bigint;
  readonly openMinor: bigint;
  /** The last payment on an item that is partly paid, where it is known. */
  readonly lastPaidDate: CalendarDate | null;
}

export interface ForecastInput {
  readonly openItems: readonly ForecastItem[];
  readonly behaviour: PaymentBehaviour;
  /** The first day of the forecast: what came in before it is known, what comes in on it is not. */
  readonly asOf: CalendarDate;
  readonly days: number;
}

/** Inflow of one day, and the 80 % band of what has come in from `asOf` to the end of that day, in minor units. */
export interface ForecastDay {
  readonly date: CalendarDate;
  readonly currency: string;
  readonly expectedMinor: bigint;
  readonly lowMinor: bigint;
  readonly highMinor: bigint;
}

export const longestForecastDays = 731;

/**
 * Expected inflow from today's open items, day by day and per currency, with an 80 % band of the running total. Items that
 * will be billed later are not in it. Deterministic; sums of `expectedMinor` never leave what is open. Refuses a horizon below 1
 * or above 731 days.
 */
export function forecast({ openItems, behaviour, asOf, days }: ForecastInput): ForecastDay[] {
  if (!Number.isInteger(days) || days < 1 || days > longestForecastDays) throw new RangeError(`a forecast spans 1 to ${longestForecastDays} days, not ${days}`);
  const asOfDay = toEpochDay(asOf);
  const open = openItems.filter(({ openMinor }) => openMinor !== 0n).map((item) => ({ item, life: lifeOf(item) }));
  const lifetimes = lifetimesOf(behaviour, open.map(({ life }) => life), asOfDay);
  const model = new HazardModel(lifetimes, asOfDay);
  const currencies = [...new Set(open.map(({ item }) => item.currency))].sort();
  return currencies.flatMap((currency) => {
    const mean = new Float64Array(days);
    const variance = new Float64Array(days);
    for (const { item, life } of open) {
      if (item.currency !== currency) continue;
      const amount = Number(item.openMinor);
      const anchor = anchorOf(life);
      const hazard = life.credit ? model.ofCredits : life.lastPaidDay !== null ? model.ofRemainders : model.hazardOf(life.customerId, life.dueDay - life.issueDay);
      let survives = 1;
      for (let day = 0; day < days; day += 1) {
        const booked = model.booking.daysBookedOn(asOfDay + day);
        for (let back = 0; back < booked; back += 1) survives *= 1 - dailyHazard(hazard, asOfDay + day - back, anchor);
        mean[day]! += amount * (1 - survives);
        variance[day]! += amount * amount * survives * (1 - survives);
      }
    }
    return [...mean].map((expected, day) => {
      const spread = 1.2816 * Math.sqrt(variance[day]! + (0.05 * expected) ** 2);
      const before = day === 0 ? 0n : whole(mean[day - 1]!);
      return { date: fromEpochDay(asOfDay + day), currency, expectedMinor: whole(expected) - before, lowMinor: whole(expected - spread), highMinor: whole(expected + spread) };
    });
  });
}

function lifeOf({ customerId, issueDate, dueDate, openMinor, lastPaidDate }: ForecastItem): OpenLife {
  return { customerId, issueDay: toEpochDay(issueDate), dueDay: toEpochDay(dueDate), lastPaidDay: lastPaidDate === null ? null : toEpochDay(lastPaidDate), credit: openMinor < 0n };
}

function whole(minor: number): bigint {
  return BigInt(Math.round(minor));
}
