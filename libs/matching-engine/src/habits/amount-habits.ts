import { asCount, weightOf } from './decay.js';

/** How what was received differs from what was closed. */
export const amountKinds = ['exact', 'bank_fee', 'discount', 'deduction', 'rounding', 'overpayment', 'partial'] as const;
export type AmountKind = (typeof amountKinds)[number];
const kindIndex = Object.fromEntries(amountKinds.map((kind, index) => [kind, index])) as Record<AmountKind, number>;

/** Common shares before anything was learned, in ten thousandths: most people pay the exact amount. */
const priorShare: Record<AmountKind, number> = { exact: 0.86, bank_fee: 0.02, discount: 0.02, deduction: 0.01, rounding: 0.01, overpayment: 0.01, partial: 0.05 };
const priorEvents = 40;
const countryPriorEvents = 20;
const customerPriorEvents = 3;
const manyPriorEvents = 3;
const valuePriorEvents = 4;
const mostCommon = 5;
/** Rounding differences of payers stay within this many minor units. */
export const roundingLimit = 10;

interface KindSums {
  all: number;
  readonly kinds: Float64Array;
}

/** What a payment is told apart by before its amount is looked at. */
export interface AmountContext {
  readonly customerId: string;
  readonly country: string | null;
  /** The payment covers several items. */
  readonly many: boolean;
}

/** Learned shares of the kinds of difference, for all, per country and per customer, and the amounts and rates that recur. */
export class AmountHabits {
  private readonly overall = emptySums();
  private readonly byCountry = new Map<string, KindSums>();
  private readonly byCustomer = new Map<string, KindSums>();
  private readonly singleShares = new Map<string, Float64Array>();
  private readonly manyShares = new Map<string, Float64Array>();
  private lastDay = 0;
  private readonly commonest = new Map<string, readonly number[]>();
  private readonly totals = new Map<string, number>();
  private readonly values = new Map<string, Map<number, number>>();

  learn(context: AmountContext, kind: AmountKind, closed: number, received: number, day: number): void {
    const index = kindIndex[kind];
    const weight = weightOf(day);
    if (day > this.lastDay) this.lastDay = day;
    this.singleShares.clear();
    this.manyShares.clear();
    for (const sums of [this.overall, entry(this.byCountry, context.country ?? ''), entry(this.byCustomer, context.customerId)]) {
      sums.all += weight;
      sums.kinds[index]! += weight;
    }
    this.bump(context.many ? 'many' : 'single', index);
    if (kind === 'exact') return;
    this.bump(kind, kind === 'discount' ? discountRate(closed, closed - received) : kind === 'partial' ? rateOf(kind, closed, received) : kind === 'rounding' ? closed - received : Math.abs(closed - received));
    if (kind === 'overpayment' || kind === 'deduction') this.bump(`${kind}_rate`, rateOf(kind, closed, received));
  }

  private bump(table: string, value: number): void {
    this.commonest.delete(table);
    let values = this.values.get(table);
    if (!values) this.values.set(table, (values = new Map()));
    values.set(value, (values.get(value) ?? 0) + 1);
    this.totals.set(table, (this.totals.get(table) ?? 0) + 1);
  }

  /** The smoothed share of a kind of difference in a customer's payments, over one item or over several, as of the last lesson. */
  share(context: AmountContext, kind: AmountKind): number {
    const cache = context.many ? this.manyShares : this.singleShares;
    let shares = cache.get(context.customerId);
    if (!shares) cache.set(context.customerId, (shares = this.sharesOf(context)));
    return shares[kindIndex[kind]]!;
  }

  private sharesOf({ customerId, country, many }: AmountContext): Float64Array {
    const shares = Float64Array.from(amountKinds, (kind) => priorShare[kind]);
    for (const [sums, events] of [[this.overall, priorEvents], [this.byCountry.get(country ?? ''), countryPriorEvents], [this.byCustomer.get(customerId), customerPriorEvents]] as const) {
      if (!sums) continue;
      const all = asCount(sums.all, this.lastDay);
      for (let i = 0; i < shares.length; i++) shares[i] = (asCount(sums.kinds[i]!, this.lastDay) + events * shares[i]!) / (all + events);
    }
    for (let i = 0; i < shares.length; i++) shares[i] = shares[i]! * this.manyFactor(i, many);
    return shares;
  }

  /** How much commoner the kind is among payments of several items (or of one) than among all. */
  private manyFactor(index: number, many: boolean): number {
    const table = many ? 'many' : 'single';
    const here = this.totals.get(table) ?? 0;
    const all = here + (this.totals.get(many ? 'single' : 'many') ?? 0);
    if (all === 0) return 1;
    const ofKind = (this.values.get('many')?.get(index) ?? 0) + (this.values.get('single')?.get(index) ?? 0);
    const expected = (ofKind * here) / all;
    return ((this.values.get(table)?.get(index) ?? 0) + manyPriorEvents) / (expected + manyPriorEvents);
  }

  /**
   * The share of a kind's differences that have this amount (minor units) or rate (hundredths of a percent): what was counted, smoothed by
   * what is usual anywhere.
   */
  valueShare(table: string, value: number, usual: number): number {
    const total = this.totals.get(table) ?? 0;
    return ((this.values.get(table)?.get(value) ?? 0) + valuePriorEvents * usual) / (total + valuePriorEvents);
  }

  /** Amounts of this kind that were seen, the commonest first, at most five. */
  common(table: string): readonly number[] {
    let found = this.commonest.get(table);
    if (!found) {
      found = [...(this.values.get(table) ?? [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostCommon).map(([value]) => value);
      this.commonest.set(table, found);
    }
    return found;
  }
}

/** The discount's rate, or the share paid, in hundredths of a percent. */
export function rateOf(kind: AmountKind, closed: number, received: number): number {
  const part = kind === 'partial' ? received : Math.abs(closed - received);
  return closed === 0 ? 0 : Math.round((part * 10_000) / Math.abs(closed));
}

/** The rate, in hundredths of a percent, that gives this discount to the cent; 0 where no usual rate does. */
export function discountRate(closed: number, discount: number): number {
  const guess = rateOf('discount', closed, closed - discount);
  for (const step of [50, 25, 10]) {
    const rate = Math.round(guess / step) * step;
    if (rate > 0 && Math.abs(discount - (closed * rate) / 10_000) <= 1) return rate;
  }
  return 0;
}

function emptySums(): KindSums {
  return { all: 0, kinds: new Float64Array(amountKinds.length) };
}

function entry(map: Map<string, KindSums>, key: string): KindSums {
  let sums = map.get(key);
  if (!sums) map.set(key, (sums = emptySums()));
  return sums;
}
