import type { HazardModel } from './hazards.js';
import { anchorOf, type OpenLife } from './lifetimes.js';

export interface OpenAmount {
  readonly life: OpenLife;
  /** Minor units as a number; a forecast's amounts are estimates. */
  readonly amount: number;
}

/** Moments of the running total of inflow at the end of each day. */
export interface Inflow {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

const bandTuning = {
  /** How far items of one customer go together: they are often paid with one transfer. */
  togetherness: 0.35,
  /** Share of remainders that are ever paid, and after how many days; whole weeks, so that none falls on a weekend. */
  remainderPaid: 0.75,
  remainderLagDays: 28,
};

/**
 * Adds up the items' chances. The variance has three parts: each item by itself, items of one customer that go together, and
 * months in which everybody pays sooner or later than usual. Items must come grouped by customer.
 */
export function inflowOf(items: readonly OpenAmount[], model: HazardModel, asOfDay: number, days: number, meanShare: number): Inflow {
  const first = new Float64Array(days);
  const other = new Float64Array(days);
  const alone = new Float64Array(days);
  const together = new Float64Array(days);
  const blocks = Math.ceil(days / blockDays);
  const shocks = Array.from({ length: blocks }, () => new Float64Array(days));
  let ofCustomer = new Float64Array(days);
  for (const [index, { life, amount }] of items.entries()) {
    const whole = !life.credit && life.lastPaidDay === null;
    const hazard = life.credit ? model.ofCredits : whole ? model.hazardOf(life.customerId, life.dueDay - life.issueDay) : model.ofRemainders;
    const anchorDay = anchorOf(life);
    addItem(amount, (day) => model.chanceOn(hazard, asOfDay + day, anchorDay), { mean: whole ? first : other, alone, ofCustomer, shocks });
    if (items[index + 1]?.life.customerId === life.customerId) continue;
    for (let day = 0; day < days; day += 1) together[day]! += ofCustomer[day]! ** 2;
    ofCustomer = new Float64Array(days);
  }
  const mean = new Float64Array(days);
  const variance = new Float64Array(days);
  for (let day = 0; day < days; day += 1) {
    const later = day < bandTuning.remainderLagDays ? 0 : first[day - bandTuning.remainderLagDays]!;
    mean[day] = meanShare * first[day]! + (1 - meanShare) * bandTuning.remainderPaid * later + other[day]!;
    const shared = shocks.reduce((sum, shock) => sum + (model.monthSpread * shock[day]!) ** 2, 0);
    variance[day] = (1 - bandTuning.togetherness) * alone[day]! + bandTuning.togetherness * together[day]! + shared;
  }
  return { mean, variance };
}

/** A shock lasts about a month. */
const blockDays = 30;

interface Sums {
  readonly mean: Float64Array;
  readonly alone: Float64Array;
  readonly ofCustomer: Float64Array;
  /** By block of days: how much the running total grows if everybody's hazard in that block is a little higher. */
  readonly shocks: readonly Float64Array[];
}

function addItem(amount: number, chanceOn: (day: number) => number, { mean, alone, ofCustomer, shocks }: Sums): void {
  const hazardOfBlock = new Float64Array(shocks.length);
  let open = 1;
  for (let day = 0; day < mean.length; day += 1) {
    const chance = chanceOn(day);
    const block = Math.floor(day / blockDays);
    hazardOfBlock[block]! += chance >= 1 ? 20 : -Math.log1p(-chance);
    open *= 1 - chance;
    mean[day]! += amount * (1 - open);
    const spread = open * (1 - open);
    alone[day]! += amount * amount * spread;
    ofCustomer[day]! += amount * Math.sqrt(spread);
    for (let b = 0; b <= block; b += 1) shocks[b]![day]! += amount * open * hazardOfBlock[b]!;
  }
}
