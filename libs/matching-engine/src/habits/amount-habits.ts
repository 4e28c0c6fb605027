import { asCount, weightOf } from './decay.js';

/** How what was received differs from what was closed. */
export const amountKinds = ['exact', 'bank_fee', 'discount', 'deduction', 'rounding', 'overpayment', 'partial'] as const;
export type AmountKind = (typeof amountKinds)[number];

/** Common shares before anything was learned, in ten thousandths: most people pay the exact amount. */
const priorShare: Record<AmountKind, number> = { exact: 0.86, bank_fee: 0.02, discount: 0.02, deduction: 0.01, rounding: 0.01, overpayment: 0.01, partial: 0.05 };
const priorEvents = 40;
const customerPriorEvents = 3;
/** Rounding differences of payers stay within this many minor units. */
export const roundingLimit = 5;

interface KindSums {
  all: number;
  readonly kinds: Float64Array;
}

/** Learned shares of the kinds of difference, for all and per customer, and the amounts and rates that recur. */
export class AmountHabits {
  private readonly overall: KindSums = { all: 0, kinds: new Float64Array(amountKinds.length) };
  private readonly byCustomer = new Map<string, KindSums>();
  private readonly amounts = new Map<string, number>();
  private readonly totals = new Map<string, number>();
  private readonly values = new Map<string, Map<number, number>>();

  learn(customerId: string, kind: AmountKind, closed: number, received: number, day: number): void {
    const index = amountKinds.indexOf(kind);
    const weight = weightOf(day);
    let sums = this.byCustomer.get(customerId);
    if (!sums) this.byCustomer.set(customerId, (sums = { all: 0, kinds: new Float64Array(amountKinds.length) }));
    for (const target of [this.overall, sums]) {
      target.all += weight;
      target.kinds[index]! += weight;
    }
    if (kind === 'exact' || kind === 'rounding') return;
    this.bump(kind, kind === 'discount' || kind === 'partial' ? rateOf(kind, closed, received) : Math.abs(closed - received));
    if (kind === 'overpayment') this.bump('overpayment_rate', rateOf(kind, closed, received));
  }

  private bump(table: string, value: number): void {
    let values = this.values.get(table);
    if (!values) this.values.set(table, (values = new Map()));
    values.set(value, (values.get(value) ?? 0) + 1);
    this.totals.set(table, (this.totals.get(table) ?? 0) + 1);
  }

  /** The smoothed share of a kind of difference in a customer's payments. */
  share(customerId: string, kind: AmountKind, day: number): number {
    const index = amountKinds.indexOf(kind);
    const all = asCount(this.overall.all, day);
    const general = (asCount(this.overall.kinds[index]!, day) + priorEvents * priorShare[kind]) / (all + priorEvents);
    const own = this.byCustomer.get(customerId);
    if (!own) return general;
    return (asCount(own.kinds[index]!, day) + customerPriorEvents * general) / (asCount(own.all, day) + customerPriorEvents);
  }

  /** How much of a kind's differences had this amount (minor units) or rate (hundredths of a percent). */
  valueShare(table: string, value: number): number {
    const total = this.totals.get(table) ?? 0;
    return total === 0 ? 0 : (this.values.get(table)?.get(value) ?? 0) / (total + 4);
  }

  /** Amounts of this kind that were seen, the commonest first, at most `limit`. */
  common(table: string, limit: number): number[] {
    const values = [...(this.values.get(table) ?? [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return values.slice(0, limit).map(([value]) => value);
  }
}

/** The discount's rate, or the share paid, in hundredths of a percent. */
export function rateOf(kind: AmountKind, closed: number, received: number): number {
  const part = kind === 'partial' ? received : Math.abs(closed - received);
  return closed === 0 ? 0 : Math.round((part * 10_000) / Math.abs(closed));
}
