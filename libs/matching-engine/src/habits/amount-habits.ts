import { Directory } from '../books/directory.js';
import { Slots } from '../books/slots.js';
import { asCount, weightOf } from './decay.js';

/** How what was received differs from what was closed. */
export const amountKinds = ['exact', 'bank_fee', 'discount', 'deduction', 'rounding', 'overpayment', 'partial'] as const;
export type AmountKind = (typeof amountKinds)[number];
const kindIndex = Object.fromEntries(amountKinds.map((kind, index) => [kind, index])) as Record<AmountKind, number>;

/** Common shares before anything was learned, in ten thousandths: most people pay the exact amount. */
const priorShare: Record<AmountKind, number> = { exact: 0.86, bank_fee: 0.02, discount: 0.02, deduction: 0.01, rounding: 0.01, overpayment: 0.01, partial: 0.05 };
/** Before anything was learned: banks keep a fee on payments from abroad, and at home hardly ever. */
const priorFeeAtHome = 0.0006;
const priorFeeFromAbroad = 0.03;
const priorEvents = 40;
/** What happens by chance: that is not seen in a few payments. */
const kindsByChance: readonly AmountKind[] = ['deduction', 'rounding', 'overpayment', 'partial'];
const shareByChance = kindsByChance.reduce((sum, kind) => sum + priorShare[kind], 0);
/** What comes with a payer's bank or terms: one payment shows it of the next. */
export type LastingKind = 'exact' | 'bank_fee' | 'discount';
const countryPriorEvents = 20;
const customerPriorEvents = 3;
const manyPriorEvents = 3;
const valuePriorEvents = 4;
const mostCommon = 5;
/** Rounding differences of payers stay within this many minor units. */
export const roundingLimit = 10;

/** Counts of what recurs: amounts or rates of a kind of difference; and kinds (by index) of payments of one item and of several. */
export const valueTables = [...amountKinds, 'deduction_rate', 'overpayment_rate', 'many', 'single'] as const;
export type ValueTable = (typeof valueTables)[number];

interface Values {
  total: number;
  readonly counts: Map<number, number>;
  commonest: readonly number[] | null;
}

/** A share for each of `amountKinds`, in their order. */
export type KindShares = readonly number[];

interface KindSums {
  all: number;
  readonly kinds: Float64Array;
}

/** Sums as `[all, ...kinds]`. */
export interface AmountDump {
  readonly lastDay: number;
  readonly overall: readonly number[];
  readonly countries: readonly (readonly [string, readonly number[]])[];
  readonly customers: readonly (readonly [string, readonly number[]])[];
  readonly values: readonly (readonly [ValueTable, readonly (readonly [number, number])[]])[];
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
  /** All, and each kind. */
  private readonly slots: Slots;
  // Found when asked for, and as old as the last lesson: by the customer's place, and for those of a country of whom nothing is known.
  private readonly singleShares: (KindShares | undefined)[] = [];
  private readonly manyShares: (KindShares | undefined)[] = [];
  private readonly found: number[] = [];
  private readonly countryShares = new Map<string, KindShares>();
  private readonly singleInCountry = new Map<string, KindShares>();
  private readonly manyInCountry = new Map<string, KindShares>();
  private readonly factors: [readonly number[] | null, readonly number[] | null] = [null, null];
  private lastDay = 0;
  private homeCountry: string | null = null;
  private readonly tables = Object.fromEntries(valueTables.map((name) => [name, { total: 0, counts: new Map<number, number>(), commonest: null }])) as unknown as Record<ValueTable, Values>;
  private usual: UsualDifferences | null = null;

  constructor(private readonly directory = new Directory()) {
    this.slots = new Slots(directory);
  }

  learn(context: AmountContext, kind: AmountKind, closed: number, received: number, day: number): void {
    const index = kindIndex[kind];
    const weight = weightOf(day);
    if (day > this.lastDay) this.lastDay = day;
    this.forgetShares();
    for (const sums of [this.overall, entry(this.byCountry, context.country ?? '')]) {
      sums.all += weight;
      sums.kinds[index]! += weight;
    }
    const own = this.slots.make(context.customerId);
    this.slots.sums[own]! += weight;
    this.slots.sums[own + 1 + index]! += weight;
    this.bump(context.many ? 'many' : 'single', index);
    this.learnValue(kind, closed, received);
  }

  /** Counts the amount or the rate of a difference, and nothing of how common its kind is. */
  learnValue(kind: AmountKind, closed: number, received: number): void {
    if (kind === 'exact') return;
    this.bump(kind, kind === 'discount' ? discountRate(closed, closed - received) : kind === 'partial' ? rateOf(kind, closed, received) : kind === 'rounding' ? closed - received : Math.abs(closed - received));
    if (kind === 'overpayment' || kind === 'deduction') this.bump(`${kind}_rate`, wholeRate(closed, Math.abs(closed - received), rateStep[kind]));
  }

  /**
   * Learns from a payment that was not settled yet but leaves no doubt. Such payments show too little of what happens by chance, so that stays as likely as
   * it was.
   */
  learnLasting(context: AmountContext, kind: LastingKind, closed: number, received: number, day: number): void {
    if (day > this.lastDay) this.lastDay = day;
    this.forgetShares();
    const weight = weightOf(day);
    const all = weight / (1 - shareByChance);
    const seen = amountKinds.map((other) => (other === kind ? weight : kindsByChance.includes(other) ? all * priorShare[other] : 0));
    for (const sums of [this.overall, entry(this.byCountry, context.country ?? '')]) {
      sums.all += all;
      for (const [index, more] of seen.entries()) sums.kinds[index]! += more;
    }
    const own = this.slots.make(context.customerId);
    this.slots.sums[own]! += all;
    for (const [index, more] of seen.entries()) this.slots.sums[own + 1 + index]! += more;
    this.bump(context.many ? 'many' : 'single', kindIndex[kind]);
    this.learnValue(kind, closed, received);
  }

  /** Habits that know the same and learn for themselves. */
  copy(): AmountHabits {
    const copy = new AmountHabits(this.directory);
    copy.load(this.dump());
    copy.homeCountry = this.homeCountry;
    return copy;
  }

  private forgetShares(): void {
    for (const place of this.found) this.singleShares[place] = this.manyShares[place] = undefined;
    this.found.length = 0;
    this.countryShares.clear();
    this.singleInCountry.clear();
    this.manyInCountry.clear();
    this.factors.fill(null);
  }

  /** The country that most customers are in: payments from there pass no foreign bank. Null for none that stands out. */
  set home(country: string | null) {
    if (country === this.homeCountry) return;
    this.homeCountry = country;
    this.forgetShares();
  }

  private bump(table: ValueTable, value: number): void {
    const values = this.tables[table];
    values.commonest = null;
    this.usual = null;
    values.counts.set(value, (values.counts.get(value) ?? 0) + 1);
    values.total++;
  }

  dump(): AmountDump {
    const sums = ({ all, kinds }: KindSums): number[] => [all, ...kinds];
    const each = (map: ReadonlyMap<string, KindSums>) => [...map].map(([key, of]) => [key, sums(of)] as const);
    return { lastDay: this.lastDay, overall: sums(this.overall), countries: each(this.byCountry), customers: this.slots.dump(), values: valueTables.map((table) => [table, [...this.tables[table].counts]]) };
  }

  /** Into habits that have learned nothing. */
  load({ lastDay, overall, countries, customers, values }: AmountDump): void {
    const put = (sums: KindSums, [all = 0, ...kinds]: readonly number[]): void => {
      sums.all = all;
      sums.kinds.set(kinds);
    };
    this.lastDay = lastDay;
    put(this.overall, overall);
    for (const [key, sums] of countries) put(entry(this.byCountry, key), sums);
    this.slots.load(customers);
    for (const [table, counts] of values)
      for (const [value, count] of counts) {
        this.tables[table].counts.set(value, count);
        this.tables[table].total += count;
      }
  }

  /** The smoothed shares of the kinds of difference in a customer's payments, over one item or over several, as of the last lesson. */
  shares(customerId: string, many: boolean, countries: { countryOf(customerId: string): string }): KindShares {
    const place = this.directory.at(customerId);
    const shares = many ? this.manyShares : this.singleShares;
    const known = place >= 0 && place < shares.length ? shares[place] : undefined;
    if (known) return known;
    const own = this.slots.ofPlace(place);
    const country = countries.countryOf(customerId);
    const found = own >= 0 ? this.times(this.smoothedOwn(own, this.sharesIn(country)), many) : this.unknownIn(country, many);
    if (place >= 0) {
      while (shares.length <= place) {
        this.singleShares.push(undefined);
        this.manyShares.push(undefined);
      }
      shares[place] = found;
      this.found.push(place);
    }
    return found;
  }

  /** The shares of somebody in a country of whom nothing is known. */
  private unknownIn(country: string, many: boolean): KindShares {
    const known = many ? this.manyInCountry : this.singleInCountry;
    let shares = known.get(country);
    if (!shares) known.set(country, (shares = this.times([...this.sharesIn(country)], many)));
    return shares;
  }

  /** The shares, as they are for one item or for several. */
  private times(shares: number[], many: boolean): KindShares {
    const factors = (this.factors[many ? 1 : 0] ??= amountKinds.map((_, index) => this.manyFactor(index, many)));
    for (let i = 0; i < shares.length; i++) shares[i]! *= factors[i]!;
    return shares;
  }

  private smoothedOwn(own: number, general: KindShares): number[] {
    const { sums } = this.slots;
    const all = asCount(sums[own]!, this.lastDay);
    const shares: number[] = [];
    for (let i = 0; i < general.length; i++) shares.push((asCount(sums[own + 1 + i]!, this.lastDay) + customerPriorEvents * general[i]!) / (all + customerPriorEvents));
    return shares;
  }

  /** The shares in a country, before anything of a customer is known. */
  private sharesIn(country: string): KindShares {
    let shares = this.countryShares.get(country);
    if (shares) return shares;
    const sums = this.byCountry.get(country);
    const general = this.smoothed(this.overall, priorEvents, amountKinds.map((kind) => priorShare[kind]));
    general[kindIndex.bank_fee] = this.generalFee(country);
    shares = sums ? this.smoothed(sums, countryPriorEvents, general) : general;
    this.countryShares.set(country, shares);
    return shares;
  }

  /** The share of fees before anything of a country is known. What payments from abroad have shown says nothing of those at home, and the other way about. */
  private generalFee(country: string): number {
    const known = country !== '' && this.homeCountry !== null;
    const isHome = country === this.homeCountry;
    let all = 0;
    let fees = 0;
    for (const [other, sums] of this.byCountry) {
      if (known && (other === '' || (other === this.homeCountry) !== isHome)) continue;
      all += sums.all;
      fees += sums.kinds[kindIndex.bank_fee]!;
    }
    const prior = !known ? priorShare.bank_fee : isHome ? priorFeeAtHome : priorFeeFromAbroad;
    return (asCount(fees, this.lastDay) + priorEvents * prior) / (asCount(all, this.lastDay) + priorEvents);
  }

  private smoothed(sums: KindSums, events: number, general: KindShares): number[] {
    const all = asCount(sums.all, this.lastDay);
    const shares: number[] = [];
    for (let i = 0; i < general.length; i++) shares.push((asCount(sums.kinds[i]!, this.lastDay) + events * general[i]!) / (all + events));
    return shares;
  }

  /** How much commoner the kind is among payments of several items (or of one) than among all. */
  private manyFactor(index: number, many: boolean): number {
    const here = this.tables[many ? 'many' : 'single'];
    const there = this.tables[many ? 'single' : 'many'];
    const all = here.total + there.total;
    if (all === 0) return 1;
    const ofKind = (here.counts.get(index) ?? 0) + (there.counts.get(index) ?? 0);
    const expected = (ofKind * here.total) / all;
    return ((here.counts.get(index) ?? 0) + manyPriorEvents) / (expected + manyPriorEvents);
  }

  /**
   * The share of a kind's differences that have this amount (minor units) or rate (hundredths of a percent): what was counted, smoothed by
   * what is usual anywhere.
   */
  valueShare(table: ValueTable, value: number, usual: number): number {
    const { total, counts } = this.tables[table];
    return ((counts.get(value) ?? 0) + valuePriorEvents * usual) / (total + valuePriorEvents);
  }

  /** The commonest fees, deductions and overpayments. */
  usualDifferences(): UsualDifferences {
    if (!this.usual) {
      const values = [...this.common('bank_fee'), ...this.common('deduction'), ...this.common('overpayment').map((value) => -value)];
      this.usual = { values: new Set(values), least: Math.min(0, ...values), most: Math.max(0, ...values) };
    }
    return this.usual;
  }

  /** Amounts of this kind that were seen, the commonest first, at most five. */
  common(table: ValueTable): readonly number[] {
    const values = this.tables[table];
    return (values.commonest ??= [...values.counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostCommon).map(([value]) => value));
  }
}

/** Differences of an amount that recur, as what was allocated minus what was received, with their bounds. */
export interface UsualDifferences {
  readonly values: ReadonlySet<number>;
  readonly least: number;
  readonly most: number;
}

/** The discount's rate, or the share paid, in hundredths of a percent. */
export function rateOf(kind: AmountKind, closed: number, received: number): number {
  const part = kind === 'partial' ? received : Math.abs(closed - received);
  return closed === 0 ? 0 : Math.round((part * 10_000) / Math.abs(closed));
}

/** Claims are taken off in whole percents, and too much is paid in twentieths: steps in hundredths of a percent. */
export const rateStep = { deduction: 100, overpayment: 500 } as const;

/** The rate, a multiple of `step` hundredths of a percent, that gives this part to the cent; 0 where none does. */
export function wholeRate(closed: number, part: number, step: number): number {
  const rate = closed === 0 ? 0 : Math.round((part * 10_000) / Math.abs(closed) / step) * step;
  return Math.abs(part - (Math.abs(closed) * rate) / 10_000) <= 1 ? rate : 0;
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
