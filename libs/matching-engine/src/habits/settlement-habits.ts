import { Directory } from '../books/directory.js';
import { Slots } from '../books/slots.js';
import { asCount, weightOf } from './decay.js';

/** How a customer names what it pays. */
export const citingHabits = ['whole', 'order', 'tail', 'none'] as const;
export type CitingHabit = (typeof citingHabits)[number];
const citingIndex = Object.fromEntries(citingHabits.map((habit, index) => [habit, index])) as Record<CitingHabit, number>;

// Where each sum stands among a customer's eight; the ways of citing follow.
const all = 0;
const many = 1;
const delays = 2;
const delaySquares = 3;
const citings = 4;

const priorCiting: Record<CitingHabit, number> = { whole: 0.55, order: 0.1, tail: 0.1, none: 0.25 };
const priorDelayDays = 4;
const priorDelayVariance = 400;
const priorEvents = 2;
const longestDelayDays = 365;

/** Per customer: how it cites, whether one payment covers several items, and how late after the due date it pays. */
export class SettlementHabits {
  private readonly slots: Slots;
  private readonly overall = new Float64Array(8);

  constructor(directory = new Directory()) {
    this.slots = new Slots(directory);
  }

  learn(customerId: string, citing: CitingHabit, items: number, delayDays: number, day: number): void {
    const own = this.slots.make(customerId);
    const weight = weightOf(day);
    const delay = Math.max(-120, Math.min(longestDelayDays, delayDays));
    this.add(this.slots.sums, own, citing, items, weight, delay);
    this.add(this.overall, 0, citing, items, weight, delay);
  }

  private add(sums: Float64Array, at: number, citing: CitingHabit, items: number, weight: number, delay: number): void {
    sums[at + all]! += weight;
    if (items > 1) sums[at + many]! += weight;
    sums[at + citings + citingIndex[citing]]! += weight;
    sums[at + delays]! += weight * delay;
    sums[at + delaySquares]! += weight * delay * delay;
  }

  dump(): SettlementDump {
    return { overall: [...this.overall], customers: this.slots.dump() };
  }

  load({ overall, customers }: SettlementDump): void {
    this.overall.set(overall);
    this.slots.load(customers);
  }

  citingShare(customerId: string, citing: CitingHabit, day: number): number {
    const index = citings + citingIndex[citing];
    const general = (asCount(this.overall[index]!, day) + 20 * priorCiting[citing]) / (asCount(this.overall[all]!, day) + 20);
    const own = this.slots.of(customerId);
    const { sums } = this.slots;
    return own >= 0 ? (asCount(sums[own + index]!, day) + priorEvents * general) / (asCount(sums[own + all]!, day) + priorEvents) : general;
  }

  /** How often one payment of the customer covers several items. */
  manyShare(customerId: string, day: number): number {
    const general = (asCount(this.overall[many]!, day) + 2) / (asCount(this.overall[all]!, day) + 20);
    const own = this.slots.of(customerId);
    const { sums } = this.slots;
    return own >= 0 ? (asCount(sums[own + many]!, day) + priorEvents * general) / (asCount(sums[own + all]!, day) + priorEvents) : general;
  }

  /** Logarithm of the density of a delay, relative to the customer's own mean and spread. */
  delayLog(customerId: string, delayDays: number, day: number): number {
    const { overall } = this;
    const mean0 = overall[all]! > 0 ? overall[delays]! / overall[all]! : priorDelayDays;
    const variance0 = overall[all]! > 0 ? Math.max(25, overall[delaySquares]! / overall[all]! - mean0 * mean0) : priorDelayVariance;
    const own = this.slots.of(customerId);
    const { sums } = this.slots;
    let mean = mean0;
    let variance = variance0;
    if (own >= 0 && sums[own + all]! > 0) {
      const events = asCount(sums[own + all]!, day);
      const ownMean = sums[own + delays]! / sums[own + all]!;
      const ownVariance = Math.max(4, sums[own + delaySquares]! / sums[own + all]! - ownMean * ownMean);
      mean = (events * ownMean + priorEvents * mean0) / (events + priorEvents);
      variance = (events * ownVariance + priorEvents * variance0) / (events + priorEvents);
    }
    const z = (delayDays - mean) / Math.sqrt(variance);
    return -0.5 * Math.min(z * z, 16) - 0.5 * Math.log(variance);
  }
}

/** Sums as `[all, many, delaySum, delaySquares, ...citing]`. */
export interface SettlementDump {
  readonly overall: readonly number[];
  readonly customers: readonly (readonly [string, readonly number[]])[];
}
