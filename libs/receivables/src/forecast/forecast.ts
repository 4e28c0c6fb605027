import { fromEpochDay, toEpochDay, type CalendarDate } from '@lettrage/calendar';
import { bandOf } from './band.js';
import { HazardModel } from './hazards.js';
import { type Inflow, inflowOf } from './inflow.js';
import { lifetimesOf, type OpenLife } from './lifetimes.js';
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
  open.sort(byCustomer);
  const lifetimes = lifetimesOf(behaviour, open.map(({ life }) => life), asOfDay);
  const model = new HazardModel(lifetimes, asOfDay, days);
  return [...new Set(open.map(({ item }) => item.currency))].flatMap((currency) => {
    const items = open.filter(({ item }) => item.currency === currency).map(({ item, life }) => ({ life, amount: Number(item.openMinor) }));
    const inflow = inflowOf(items, model, asOfDay, days, lifetimes.meanShare);
    return toDays(inflow, currency, asOfDay, items.reduce((sum, { amount }) => sum + Math.max(0, amount), 0));
  });
}

function toDays({ mean, variance }: Inflow, currency: string, asOfDay: number, mostMinor: number): ForecastDay[] {
  let before = 0n;
  let reached = { low: Number.NEGATIVE_INFINITY, high: Number.NEGATIVE_INFINITY };
  return Array.from(mean, (expected, day) => {
    const { low, high } = bandOf(expected, variance[day]!);
    // What has come in does not go away again.
    reached = { low: Math.max(reached.low, low), high: Math.max(reached.high, Math.min(high, mostMinor)) };
    const soFar = whole(expected);
    const expectedMinor = soFar - before;
    before = soFar;
    return { date: fromEpochDay(asOfDay + day), currency, expectedMinor, lowMinor: whole(reached.low), highMinor: whole(reached.high) };
  });
}

interface OpenEntry {
  readonly item: ForecastItem;
  readonly life: OpenLife;
}

/** A total order of what matters, so that sums of fractions do not depend on the order in which items were given. */
function byCustomer(a: OpenEntry, b: OpenEntry): number {
  return (
    compareText(a.item.currency, b.item.currency) ||
    compareText(a.item.customerId, b.item.customerId) ||
    a.life.dueDay - b.life.dueDay ||
    a.life.issueDay - b.life.issueDay ||
    (a.life.lastPaidDay ?? 0) - (b.life.lastPaidDay ?? 0) ||
    Number(a.item.openMinor - b.item.openMinor)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function lifeOf({ customerId, issueDate, dueDate, openMinor, lastPaidDate }: ForecastItem): OpenLife {
  return {
    customerId,
    issueDay: toEpochDay(issueDate),
    dueDay: toEpochDay(dueDate),
    lastPaidDay: lastPaidDate === null ? null : toEpochDay(lastPaidDate),
    credit: openMinor < 0n,
  };
}

function whole(minor: number): bigint {
  return BigInt(Math.round(minor));
}
