import type { Money } from '@lettrage/money';
import type { Sentence } from '@lettrage/sentences';
import type { Charge } from '../statement.js';
import type { Details, Entry, Movement } from './movement.js';
import { say } from '../catalogue/sentences.js';

/** One line to be booked: a signed amount, and the details that describe it. */
export interface Part {
  readonly minor: bigint;
  readonly details: Details | null;
  readonly charges: readonly Charge[];
  /** What the bank took from the batch as a whole, as a line of its own. */
  readonly chargesOnly: boolean;
  /** The line is the entry: what the bank says of the entry is said of it. */
  readonly isWhole: boolean;
}

export type Split = { readonly parts: readonly Part[]; readonly keptWhole: null } | { readonly parts: null; readonly keptWhole: Sentence };

/**
 * Takes a batch entry apart only when its details add up to it, as they stand or with the charges that the bank names;
 * a sum that does not add up stays one line, because a wrong split is worse than none. The parts always add up to the entry.
 */
export function splitEntry(entry: Entry, signed: bigint, currency: string): Split {
  if (entry.details.length === 1 && entry.batchCount <= 1) return { parts: [{ minor: signed, details: entry.details[0]!, charges: chargesOf(entry, entry.details[0]!), chargesOnly: false, isWhole: true }], keptWhole: null };
  if (entry.details.length === 0) return { parts: [{ minor: signed, details: null, charges: chargesOf(entry, null), chargesOnly: false, isWhole: true }], keptWhole: null };
  const amounts: bigint[] = [];
  let sum = 0n;
  for (const details of entry.details) {
    const amount = amountIn(details, currency);
    if (amount === null) return { parts: null, keptWhole: say('batch_detail_currency', { currency }) };
    const minor = (details.direction ?? entry.direction) === 'DBIT' ? -amount.minor : amount.minor;
    amounts.push(minor);
    sum += minor;
  }
  const lines = (net: boolean): Part[] =>
    entry.details.map((details, i) => ({ minor: net ? amounts[i]! - costOf(details, currency) : amounts[i]!, details, charges: chargesOf(null, details), chargesOnly: false, isWhole: false }));
  if (sum === signed) return { parts: lines(false), keptWhole: null };
  // A return or reversal may keep the direction of the payments that it undoes; the entry's is the booked one.
  if (sum === -signed && amounts.every((minor) => minor > 0n === sum > 0n)) return { parts: lines(false).map((part) => ({ ...part, minor: -part.minor })), keptWhole: null };
  const ownCosts = entry.details.reduce((total, details) => total + costOf(details, currency), 0n);
  if (ownCosts !== 0n && sum - ownCosts === signed) return { parts: lines(true), keptWhole: null };
  const batchCosts = costOf(entry, currency);
  if (batchCosts !== 0n && sum - batchCosts === signed) {
    return { parts: [...lines(false), { minor: -batchCosts, details: null, charges: chargesOf(entry, null), chargesOnly: true, isWhole: false }], keptWhole: null };
  }
  return { parts: null, keptWhole: say('batch_sum', { count: String(entry.details.length) }) };
}

/** Amt is in the currency of the instruction, TxAmt in that of the account: the first that is in the account's counts. */
function amountIn(details: Details, currency: string): Money | null {
  for (const amount of [details.amount, details.transactionAmount, details.counterValue, details.instructedAmount]) if (amount?.currency === currency) return amount;
  return null;
}

/** Charges of the details, else of the entry: many banks say the same charge on both levels. */
export function chargesOf(entry: Movement | null, details: Details | null): readonly Charge[] {
  return details?.charges ?? entry?.charges ?? totalOf(details) ?? totalOf(entry) ?? [];
}

function totalOf(movement: Movement | null): readonly Charge[] | null {
  return movement?.chargeTotal ? [{ amount: movement.chargeTotal, included: false }] : null;
}

function costOf(movement: Movement, currency: string): bigint {
  let cost = 0n;
  for (const charge of movement.charges ?? totalOf(movement) ?? []) if (charge.amount.currency === currency) cost += charge.amount.minor;
  return cost;
}
