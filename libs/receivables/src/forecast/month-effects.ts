import type { CalendarKeys } from './calendar-keys.js';
import { chanceOf, type Hazard } from './hazard.js';
import type { Lifetime } from './lifetimes.js';
import { tuning } from './tuning.js';

export interface MonthEffects {
  /** Factor of each day of the calendar, by its month of the year. */
  readonly ofDay: Float64Array;
  /** How much months differ by chance. */
  readonly spread: number;
}

/** Mean length of a month of the Gregorian calendar. */
const monthDays = 30.4375;
/** Months' worth of belief in the usual spread. */
const usualMonths = 8;
const smallestSpread = 0.05;

/**
 * What the month of the year makes of everybody's payments, and how much months differ. One year's month is one draw: part of what
 * it shows is season, part chance, and so only part is believed.
 */
export function monthEffects(lives: readonly Lifetime[], hazardOf: (life: Lifetime) => Hazard, calendar: CalendarKeys, asOfDay: number): MonthEffects {
  const { firstDay, month } = calendar;
  const months = Math.ceil((asOfDay - firstDay) / monthDays) + 1;
  const monthsAgo = Uint16Array.from(month, (_, index) => Math.max(0, Math.floor((asOfDay - 1 - firstDay - index) / monthDays)));
  const [paid, expected] = [new Float64Array(months), new Float64Array(months)];
  const [paidOfYear, expectedOfYear] = [new Float64Array(13), new Float64Array(13)];
  for (const life of lives) {
    const hazard = hazardOf(life);
    for (let day = life.firstDay; day <= life.lastDay; day += 1) {
      const chance = chanceOf(hazard, day - life.anchorDay, day - firstDay);
      expected[monthsAgo[day - firstDay]!]! += chance;
      expectedOfYear[month[day - firstDay]!]! += chance;
    }
    if (!life.paid) continue;
    paid[monthsAgo[life.lastDay - firstDay]!]! += 1;
    paidOfYear[month[life.lastDay - firstDay]!]! += 1;
  }
  const factors = paidOfYear.map((count, key) => seasonFactor(key, count, expectedOfYear[key]!));
  return { ofDay: Float64Array.from(month, (key) => factors[key]!), spread: spreadOf(paid, expected) };
}

function seasonFactor(month: number, paid: number, expected: number): number {
  const usual = month === 8 ? Math.log(tuning.august) : 0;
  if (expected < 1) return Math.exp(usual);
  const season = tuning.seasonSpread ** 2;
  const belief = season / (season + tuning.chanceSpread ** 2 + 1 / expected);
  return Math.exp(usual + belief * (Math.log((paid + 1) / (expected + 1)) - usual));
}

/** The part of the months' differences that counting does not explain, leaning on the usual one. */
function spreadOf(paid: Float64Array, expected: Float64Array): number {
  let variance = usualMonths * tuning.chanceSpread ** 2;
  let count = usualMonths;
  for (let month = 0; month < paid.length; month += 1) {
    if (expected[month]! < 30) continue;
    variance += (paid[month]! / expected[month]! - 1) ** 2 - 1 / expected[month]!;
    count += 1;
  }
  return Math.sqrt(Math.max(variance / count, smallestSpread ** 2));
}
