import { type AmountHabits, type AmountKind, rateOf, roundingLimit } from '../habits/amount-habits.js';

/** The likeliest reading of "closed this, received that", and the logarithm of its probability. */
export interface AmountReading {
  readonly kind: AmountKind;
  readonly logProbability: number;
}

const largestFee = 6_000;
const commonFees = new Set([500, 750, 1000, 1250, 1500, 2000, 2500, 3000, 3500, 4000]);
const largestDeductionShare = 0.35;
const impossible = -30;

/** Reads what was received for items that close whole. `closed` and `received` are positive minor units. */
export function readAmount(habits: AmountHabits, customerId: string, closed: number, received: number, day: number): AmountReading {
  const difference = closed - received;
  if (difference === 0) return { kind: 'exact', logProbability: Math.log(habits.share(customerId, 'exact', day)) };
  let best: AmountKind = difference > 0 ? 'deduction' : 'overpayment';
  let bestValue = 0;
  let sum = 0;
  const consider = (kind: AmountKind, likelihood: number): void => {
    if (likelihood <= 0) return;
    const value = habits.share(customerId, kind, day) * likelihood;
    sum += value;
    if (value > bestValue) {
      bestValue = value;
      best = kind;
    }
  };
  if (Math.abs(difference) <= roundingLimit) consider('rounding', 0.1);
  if (difference > 0) {
    if (difference <= largestFee && difference < closed * 0.6) consider('bank_fee', feeLikelihood(habits, difference));
    consider('discount', discountLikelihood(habits, closed, difference));
    if (difference < closed * largestDeductionShare) consider('deduction', deductionLikelihood(habits, difference));
  } else consider('overpayment', overpaymentLikelihood(habits, closed, -difference));
  return { kind: best, logProbability: sum > 0 ? Math.max(impossible, Math.log(sum)) : impossible };
}

/**
 * Logarithm of the probability that so much of an item's open amount is paid in part. A sum that is round as a whole (`received`), of which
 * this is what was left for the last item, counts as a round one.
 */
export function readPart(habits: AmountHabits, customerId: string, open: number, part: number, received: number, day: number): number {
  const round = part === received ? 0 : roundLikelihood(received, received);
  return Math.max(impossible, Math.log(habits.share(customerId, 'partial', day) * Math.max(partLikelihood(habits, open, part), round)));
}

function feeLikelihood(habits: AmountHabits, fee: number): number {
  const prior = commonFees.has(fee) ? 0.05 : fee % 50 === 0 ? 0.004 : 0.0001;
  return 0.85 * habits.valueShare('bank_fee', fee) + 0.15 * prior;
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

function discountLikelihood(habits: AmountHabits, closed: number, discount: number): number {
  const rate = discountRate(closed, discount);
  if (rate === 0 || rate > 1000) return 0;
  const prior = rate === 200 || rate === 300 ? 0.3 : rate % 50 === 0 ? 0.04 : 0.002;
  return 0.85 * habits.valueShare('discount', rate) + 0.15 * prior;
}

function deductionLikelihood(habits: AmountHabits, deduction: number): number {
  const prior = deduction % 1000 === 0 ? 0.01 : deduction % 500 === 0 ? 0.005 : deduction % 50 === 0 ? 0.0005 : 0.00002;
  return 0.8 * habits.valueShare('deduction', deduction) + 0.2 * prior;
}

function overpaymentLikelihood(habits: AmountHabits, closed: number, excess: number): number {
  const rate = Math.round((excess * 10_000) / closed);
  const prior = excess % 1000 === 0 ? 0.01 : excess % 100 === 0 ? 0.005 : excess <= 100 ? 0.01 : 0.00001;
  const byRate = rate % 500 === 0 && Math.abs(excess - (closed * rate) / 10_000) <= 1 && rate <= 5000 ? 0.3 * habits.valueShare('overpayment_rate', rate) + 0.01 : 0;
  return 0.6 * habits.valueShare('overpayment', excess) + 0.2 * byRate + 0.2 * prior;
}

const usualParts = [5000, 3000, 2500, 3333, 4000, 6000, 6667, 7000, 7500, 2000, 8000, 1000, 9000];

function partLikelihood(habits: AmountHabits, closed: number, received: number): number {
  let value = 0.02 / closed;
  const rate = rateOf('partial', closed, received);
  for (const part of usualParts) if (Math.abs(received - (closed * part) / 10_000) <= 1) value = Math.max(value, part === 5000 ? 0.15 : 0.03);
  if (value > 0.001) value += 0.3 * habits.valueShare('partial', rate);
  return value + roundLikelihood(received, closed);
}

function roundLikelihood(amount: number, range: number): number {
  for (const step of [50_000, 10_000, 5_000, 1_000]) if (amount % step === 0) return 0.3 / Math.max(2, range / step);
  return 0;
}
