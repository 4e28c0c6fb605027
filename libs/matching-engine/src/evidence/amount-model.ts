import type { Allowance } from '../rules.js';
import { amountKinds, type AmountHabits, type AmountKind, discountRate, type KindShares, rateOf, rateStep, roundingLimit, type ValueTable, wholeRate } from '../habits/amount-habits.js';

/** The likeliest reading of "closed this, received that", and the logarithm of its probability. */
export interface AmountReading {
  readonly kind: AmountKind;
  readonly logProbability: number;
}

const largestFee = 6_000;
const largestFeeShare = 0.6;
/** How likely a difference is that a rule allows: more than any that was not foreseen, less than the exact amount. */
const ruledLikelihood = 0.05;
const commonFees = new Set([500, 750, 1000, 1250, 1500, 2000, 2500, 3000, 3500, 4000]);
const largestDeductionShare = 0.35;
const usualDeductionShare = 0.12;
const impossible = -30;
const at = Object.fromEntries(amountKinds.map((kind, index) => [kind, index])) as Record<AmountKind, number>;

/** Differences that rules allow. */
export interface AllowedDifferences {
  readonly rounding: Allowance | null;
  readonly fee: Allowance | null;
}

/** A discount for paying early is this much rarer when it is too late for it than in time. */
const lateDiscount = 0.02;

/** Whether an amount is too far off for any kind of difference, as that of most items that are looked at is. `closed` and `received` are positive minor units. */
export function isFarOff(closed: number, received: number, allowed: AllowedDifferences | null): boolean {
  const difference = closed - received;
  if (difference > 0) return difference > Math.max(largestFee, allowed?.fee?.upTo ?? 0) && difference >= closed * largestDeductionShare;
  return -difference > closed && -difference > roundingLimit;
}

/** Reads what was received for items that close whole, where it is not far off. `closed` and `received` are positive minor units; `late` says that it is too late for a discount. */
export function readAmount(habits: AmountHabits, shares: KindShares, closed: number, received: number, late = false, allowed: AllowedDifferences | null = null): AmountReading {
  const difference = closed - received;
  if (difference === 0) return { kind: 'exact', logProbability: Math.log(shares[at.exact]!) };
  const ruledRounding = allowed?.rounding && Math.abs(difference) <= allowed.rounding.upTo ? ruledLikelihood : 0;
  const rounding = Math.max(ruledRounding, Math.abs(difference) <= roundingLimit ? shares[at.rounding]! * roundingLikelihood(habits, difference) : 0);
  if (difference < 0) {
    const overpayment = -difference <= closed ? shares[at.overpayment]! * overpaymentLikelihood(habits, closed, -difference) : 0;
    return { kind: rounding > 0 && rounding >= overpayment ? 'rounding' : 'overpayment', logProbability: logOf(rounding + overpayment) };
  }
  const ruledFee = allowed?.fee && difference <= allowed.fee.upTo && difference < closed * largestFeeShare ? ruledLikelihood : 0;
  const fee = Math.max(ruledFee, difference <= largestFee && difference < closed * largestFeeShare ? shares[at.bank_fee]! * feeLikelihood(habits, difference) : 0);
  const discount = shares[at.discount]! * discountLikelihood(habits, closed, difference) * (late ? lateDiscount : 1);
  const deduction = difference < closed * largestDeductionShare ? shares[at.deduction]! * (deductionLikelihood(habits, closed, difference) * (difference > closed * usualDeductionShare ? 0.3 : 1)) : 0;
  return { kind: likeliest(rounding, fee, discount, deduction), logProbability: logOf(rounding + fee + discount + deduction) };
}

/** More than twice as much as the items that are named is this much rarer than less. */
const largeExcess = 0.1;

/** Reads what was received for items that are named, where it is more than twice as much. */
export function readExcess(habits: AmountHabits, shares: KindShares, closed: number, received: number): AmountReading {
  return { kind: 'overpayment', logProbability: logOf(shares[at.overpayment]! * largeExcess * overpaymentLikelihood(habits, closed, received - closed)) };
}

function logOf(probability: number): number {
  return probability > 0 ? Math.max(impossible, Math.log(probability)) : impossible;
}

/** Of kinds that are equally likely the first; a deduction where none is likely at all. */
function likeliest(rounding: number, fee: number, discount: number, deduction: number): AmountKind {
  if (rounding > 0 && rounding >= fee && rounding >= discount && rounding >= deduction) return 'rounding';
  if (fee > 0 && fee >= discount && fee >= deduction) return 'bank_fee';
  return discount > 0 && discount >= deduction ? 'discount' : 'deduction';
}

/**
 * Logarithm of the probability that so much of an item's open amount is paid in part. A sum that is round as a whole (`received`), of which
 * this is what was left for the last item, counts as a round one.
 */
export function readPart(habits: AmountHabits, shares: KindShares, open: number, part: number, received: number): number {
  const round = part === received ? 0 : roundLikelihood(received, received);
  return Math.max(impossible, Math.log(shares[at.partial]! * Math.max(partLikelihood(habits, open, part), round)));
}

function roundingLikelihood(habits: AmountHabits, difference: number): number {
  const size = Math.abs(difference);
  return habits.valueShare('rounding', difference, size <= 2 ? 0.12 : size <= 5 ? 0.06 : size < roundingLimit ? 0.02 : 0.005);
}

function feeLikelihood(habits: AmountHabits, fee: number): number {
  return habits.valueShare('bank_fee', fee, commonFees.has(fee) ? 0.05 : fee % 50 === 0 && fee <= 3_000 ? 0.0005 : 0.0001);
}

function discountLikelihood(habits: AmountHabits, closed: number, discount: number): number {
  const rate = discountRate(closed, discount);
  if (rate === 0 || rate > 1000) return 0;
  return habits.valueShare('discount', rate, rate === 200 || rate === 300 ? 0.3 : rate > 500 ? 0.0005 : rate % 50 === 0 ? 0.04 : 0.002);
}

function deductionLikelihood(habits: AmountHabits, closed: number, deduction: number): number {
  const usual = deduction % 1000 === 0 ? 0.015 : deduction % 500 === 0 ? 0.008 : deduction % 50 === 0 ? 0.001 : 0.00002;
  return 0.6 * habits.valueShare('deduction', deduction, usual) + 0.4 * rateLikelihood(habits, 'deduction_rate', closed, deduction, rateStep.deduction);
}

function overpaymentLikelihood(habits: AmountHabits, closed: number, excess: number): number {
  const usual = excess % 1000 === 0 ? 0.01 : excess % 100 === 0 ? 0.005 : excess <= 100 ? 0.01 : 0.00001;
  return 0.7 * habits.valueShare('overpayment', excess, usual) + 0.3 * rateLikelihood(habits, 'overpayment_rate', closed, excess, rateStep.overpayment);
}

/** The share of a whole rate (a multiple of `step` hundredths of a percent) that gives this part to the cent. */
function rateLikelihood(habits: AmountHabits, table: ValueTable, closed: number, part: number, step: number): number {
  const rate = wholeRate(closed, part, step);
  if (rate === 0 || rate > 5000) return 0;
  return habits.valueShare(table, rate, 0.02);
}

/** Parts that people pay: numerator and denominator. */
const usualParts: readonly (readonly [number, number])[] = [[1, 2], [1, 3], [2, 3], [1, 4], [3, 4], [3, 10], [2, 5], [3, 5], [7, 10], [1, 5], [4, 5], [1, 10], [9, 10]];

function partLikelihood(habits: AmountHabits, closed: number, received: number): number {
  let value = 0.02 / closed;
  for (const [numerator, denominator] of usualParts)
    if (Math.abs(received * denominator - closed * numerator) <= denominator) {
      value = Math.max(value, numerator === 1 && denominator === 2 ? 0.15 : 0.03) + 0.3 * habits.valueShare('partial', rateOf('partial', closed, received), 0.02);
      break;
    }
  return value + roundLikelihood(received, closed);
}

function roundLikelihood(amount: number, range: number): number {
  for (const step of [50_000, 10_000, 5_000, 1_000]) if (amount % step === 0) return 0.3 / Math.max(2, range / step);
  return 0;
}
