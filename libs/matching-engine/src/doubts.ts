import { fromEpochDay } from '@lettrage/calendar';
import type { Reason } from './border.js';
import type { Answer } from './candidates/hypothesis.js';
import { isNamedWhole, namingOf } from './evidence/naming.js';
import { paidLately } from './evidence/repeats.js';
import type { Reading } from './evidence/reading.js';
import { reason } from './explanation/reason-texts.js';
import { moneyText } from './explanation/reasons.js';
import type { Policy } from './policy.js';
import type { State } from './state.js';
import type { Judged } from './weighing/judge.js';

/** A rival this many times less likely, or closer, is said to be near. */
const rivalShare = 10;

/** Why the likeliest answer is for a person, whatever its confidence; null where nothing speaks against allocating it unattended. */
export function heldBack(policy: Policy, best: Answer, reading: Reading, state: State): Reason | null {
  return byPolicy(policy, best, reading) ?? partAgain(best, reading, state) ?? ofAnother(best, reading);
}

/** Why the best explanation was not enough to allocate unattended. */
export function doubtsAbout(shown: Judged, listed: readonly Judged[], threshold: number): Reason[] {
  const rival = listed.find((other) => other !== shown);
  const doubts: Reason[] = [];
  if (rival && rival.probability * rivalShare > shown.probability) doubts.push(reason('rival', { numbers: rival.items.map((item) => item.number).join(', ') }));
  if (shown.kind === 'items' && shown.probability < threshold) doubts.push(reason('below_threshold', { confidence: percent(shown.probability), threshold: percent(threshold) }));
  return doubts;
}

/** Why a policy keeps an allocation for a person, whatever its confidence. */
function byPolicy(policy: Policy, answer: Answer, reading: Reading): Reason | null {
  if (policy.automatic === false) return reason('policy_automatic_off', {});
  if (policy.largestUnattendedMinor !== undefined && policy.largestUnattendedMinor !== null && BigInt(reading.amount) > policy.largestUnattendedMinor)
    return reason('policy_amount', { received: moneyText(reading.amount, reading), limit: moneyText(Number(policy.largestUnattendedMinor), reading) });
  if (policy.referenceOnly === true && !answer.items.every((item) => isNamedWhole(item, reading))) return reason('policy_reference_only', {});
  return null;
}

/** The part that was paid last comes again, and something stays open: the next instalment and the same payment twice look alike. */
function partAgain({ kind, items, amounts, difference }: Answer, reading: Reading, state: State): Reason | null {
  const item = items[0];
  if (kind !== 'items' || items.length !== 1 || !item) return null;
  // What closes the item to the cent is its rest; what would do so with a difference is rather the same part once more.
  const isPart = amounts[0] !== item.open;
  if (!isPart && difference === null) return null;
  if (item.lastPart === reading.amount || item.total - item.open === reading.amount || state.paid.get(item.key)?.received === reading.amount) return reason('same_part_again', { number: item.number });
  const day = isPart ? paidLately(item.customerId, reading, state) : -1;
  return day < 0 ? null : reason('paid_lately', { received: moneyText(reading.amount, reading), date: fromEpochDay(day) });
}

/** Its number is one slip away from the one in the text, and its amount another too: rather that is the number of a document that the books do not hold yet. */
function ofAnother({ kind, items, amounts, difference }: Answer, reading: Reading): Reason | null {
  const item = items[0];
  const named = reading.strange[0];
  if (kind !== 'items' || items.length !== 1 || !item || !named) return null;
  const isOtherAmount = difference === null ? amounts[0] !== item.open : difference.kind === 'overpayment';
  if (!isOtherAmount) return null;
  const naming = namingOf(item, reading);
  return naming === 'edit' || naming === 'tail_slip' ? reason('perhaps_another', { shown: named.shown, number: item.number }) : null;
}

/** With one decimal, rounded down, so that what is below a threshold never reads as at it. */
function percent(share: number): string {
  return String(Math.floor(share * 1000) / 10);
}
