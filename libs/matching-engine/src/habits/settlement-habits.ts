import { asCount, weightOf } from './decay.js';

/** How a customer names what it pays. */
export const citingHabits = ['whole', 'order', 'tail', 'none'] as const;
export type CitingHabit = (typeof citingHabits)[number];

interface CustomerSettlements {
  all: number;
  many: number;
  citing: Float64Array;
  delaySum: number;
  delaySquares: number;
}

const priorCiting: Record<CitingHabit, number> = { whole: 0.55, order: 0.1, tail: 0.1, none: 0.25 };
const priorDelayDays = 4;
const priorDelayVariance = 400;
const priorEvents = 2;
const longestDelayDays = 365;

/** Per customer: how it cites, whether one payment covers several items, and how late after the due date it pays. */
export class SettlementHabits {
  private readonly byCustomer = new Map<string, CustomerSettlements>();
  private readonly overall: CustomerSettlements = empty();
  private latestCustomer: string | null = null;
  private latest: CustomerSettlements | undefined;

  learn(customerId: string, citing: CitingHabit, items: number, delayDays: number, day: number): void {
    let own = this.own(customerId);
    if (!own) this.byCustomer.set(customerId, (own = empty()));
    this.latest = own;
    const weight = weightOf(day);
    const delay = Math.max(-120, Math.min(longestDelayDays, delayDays));
    for (const sums of [own, this.overall]) {
      sums.all += weight;
      if (items > 1) sums.many += weight;
      sums.citing[citingHabits.indexOf(citing)]! += weight;
      sums.delaySum += weight * delay;
      sums.delaySquares += weight * delay * delay;
    }
  }

  dump(): SettlementDump {
    return { overall: plain(this.overall), customers: [...this.byCustomer].map(([id, sums]) => [id, plain(sums)]) };
  }

  load({ overall, customers }: SettlementDump): void {
    Object.assign(this.overall, sumsOf(overall));
    for (const [id, sums] of customers) this.byCustomer.set(id, sumsOf(sums));
    this.latestCustomer = null;
  }

  /** What is known of a customer; the one asked for last is asked for again and again. */
  private own(customerId: string): CustomerSettlements | undefined {
    if (this.latestCustomer !== customerId) {
      this.latestCustomer = customerId;
      this.latest = this.byCustomer.get(customerId);
    }
    return this.latest;
  }

  citingShare(customerId: string, citing: CitingHabit, day: number): number {
    const index = citingHabits.indexOf(citing);
    const general = (asCount(this.overall.citing[index]!, day) + 20 * priorCiting[citing]) / (asCount(this.overall.all, day) + 20);
    const own = this.own(customerId);
    return own ? (asCount(own.citing[index]!, day) + priorEvents * general) / (asCount(own.all, day) + priorEvents) : general;
  }

  /** How often one payment of the customer covers several items. */
  manyShare(customerId: string, day: number): number {
    const general = (asCount(this.overall.many, day) + 2) / (asCount(this.overall.all, day) + 20);
    const own = this.own(customerId);
    return own ? (asCount(own.many, day) + priorEvents * general) / (asCount(own.all, day) + priorEvents) : general;
  }

  /** Logarithm of the density of a delay, relative to the customer's own mean and spread. */
  delayLog(customerId: string, delayDays: number, day: number): number {
    const all = this.overall;
    const mean0 = all.all > 0 ? all.delaySum / all.all : priorDelayDays;
    const variance0 = all.all > 0 ? Math.max(25, all.delaySquares / all.all - mean0 * mean0) : priorDelayVariance;
    const own = this.own(customerId);
    let mean = mean0;
    let variance = variance0;
    if (own && own.all > 0) {
      const events = asCount(own.all, day);
      const ownMean = own.delaySum / own.all;
      const ownVariance = Math.max(4, own.delaySquares / own.all - ownMean * ownMean);
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

function plain({ all, many, delaySum, delaySquares, citing }: CustomerSettlements): number[] {
  return [all, many, delaySum, delaySquares, ...citing];
}

function sumsOf([all = 0, many = 0, delaySum = 0, delaySquares = 0, ...citing]: readonly number[]): CustomerSettlements {
  return { all, many, delaySum, delaySquares, citing: Float64Array.from(citing) };
}

function empty(): CustomerSettlements {
  return { all: 0, many: 0, citing: new Float64Array(citingHabits.length), delaySum: 0, delaySquares: 0 };
}
