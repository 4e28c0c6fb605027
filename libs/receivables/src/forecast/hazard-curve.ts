const earliest = -75;
const latest = 250;

/** Days late that a curve tells apart; beyond either end a curve is flat. */
export const span = latest - earliest + 1;

export function indexOf(daysLate: number): number {
  return daysLate < earliest ? 0 : daysLate > latest ? span - 1 : daysLate - earliest;
}

/** Payments seen and payments expected (or days exposed) per day late. */
export class Tally {
  readonly paid = new Float64Array(span);
  readonly expected = new Float64Array(span);
  private readonly paidBefore = new Float64Array(span + 1);
  private readonly expectedBefore = new Float64Array(span + 1);
  /** Where anything was counted; elsewhere every ratio is that of the priors. */
  first = span;
  last = -1;

  clear(): void {
    this.paid.fill(0);
    this.expected.fill(0);
    this.first = span;
    this.last = -1;
  }

  /** To be called for each life counted, with its range of days late. */
  covers(firstDaysLate: number, lastDaysLate: number): void {
    this.first = Math.min(this.first, indexOf(firstDaysLate));
    this.last = Math.max(this.last, indexOf(lastDaysLate));
  }

  /** To be called when all is counted and before neighbours are asked for: their sums are differences of running sums. */
  sum(): this {
    for (let index = 0; index < span; index += 1) {
      this.paidBefore[index + 1] = this.paidBefore[index]! + this.paid[index]!;
      this.expectedBefore[index + 1] = this.expectedBefore[index]! + this.expected[index]!;
    }
    return this;
  }

  /** (paid + prior) / (expected + prior), within `reach` days either side. */
  ratio(index: number, reach: number, priorPaid: number, prior: number): number {
    const from = index < reach ? 0 : index - reach;
    const to = index + reach + 1 > span ? span : index + reach + 1;
    return (this.paidBefore[to]! - this.paidBefore[from]! + priorPaid) / (this.expectedBefore[to]! - this.expectedBefore[from]! + prior);
  }
}

/** Kaplan-Meier with neighbours, the more of them the later and rarer; `prior` days of what is usual stand for what is not known. */
export function survivalCurve(tally: Tally, reach: number, prior: number, usual: (daysLate: number) => number): Float64Array {
  tally.sum();
  const curve = new Float64Array(span);
  for (let index = 0; index < span; index += 1) {
    const daysLate = index + earliest;
    const wider = reach + Math.max(0, Math.floor((Math.abs(daysLate) - 30) / 6));
    curve[index] = tally.ratio(index, wider, prior * usual(daysLate), prior);
  }
  return curve;
}

/**
 * Bends a curve, in place, by the ratio of payments seen to those it expected within `reach` days either side; what the bent curve
 * would have expected is left in the tally.
 */
export function bend(curve: Float64Array, tally: Tally, reach: number, prior: number): void {
  tally.sum();
  const last = Math.min(span - 1, tally.last + reach);
  for (let index = Math.max(0, tally.first - reach); index <= last; index += 1) {
    const ratio = tally.ratio(index, reach, prior, prior);
    curve[index]! *= ratio;
    tally.expected[index]! *= ratio;
  }
}

/** What is assumed of an invoice before anything is known: most pay within weeks of the due date, few after months. */
export function usualHazard(daysLate: number): number {
  if (daysLate < -15) return 0.003;
  if (daysLate < 0) return 0.015;
  if (daysLate <= 35) return 0.06;
  return daysLate <= 90 ? 0.02 : 0.004;
}

/** Remainders come within weeks of the first part, or hardly at all; credit notes are used with one of the next payments. */
export function usualRemainderHazard(daysAfter: number): number {
  return daysAfter <= 45 ? 0.025 : 0.004;
}
