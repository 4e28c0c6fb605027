import { type Difference, type matchingHttp, type Reason } from '@lettrage/contracts';
import { type Allocation } from '@lettrage/matching-engine';
import { minorUnits, parseDecimal } from '@lettrage/money';

export type CaseState = matchingHttp.CaseState;

/** Which items a credit pays, as it is stored and sent: amounts are decimal strings of the case's currency. */
export interface Decision {
  readonly customerId: string | null;
  readonly lines: readonly { readonly itemId: string; readonly amount: string }[];
  readonly difference: Difference | null;
}

/** An amount of a decision in minor units. */
export function minor(text: string, currency: string): bigint {
  return parseDecimal(text, minorUnits(currency));
}

/** A possible decision with why; the first of a case's list is the likeliest. */
export interface StoredProposal extends Decision {
  readonly confidence: number;
  readonly reasons: readonly Reason[];
}

/** A proposal as far as it decides what becomes of the case; why it is made only by the codes. */
export interface BestProposal extends Decision {
  readonly confidence: number;
  readonly reasons: readonly Pick<Reason, 'code'>[];
}

/** What makes two decisions the same: the items and amounts, in any order. A rejected one is remembered under it. */
export function decisionKey({ lines, difference, customerId }: Decision): string {
  const items = lines.map(({ itemId, amount }) => `${itemId}=${amount}`).sort();
  return items.length > 0 ? items.join('|') : `${difference?.kind ?? 'nothing'}:${customerId ?? ''}`;
}

/** The allocation that a remembered key stands for; none where nothing was allocated. */
export function allocationsOfKey(key: string, currency: string): Allocation[][] {
  if (!key.includes('=')) return [];
  const lines = key.split('|').map((line) => line.split('=') as [string, string]);
  return [lines.map(([itemId, amount]) => ({ itemId, amountMinor: minor(amount, currency) }))];
}

/** The proposals that nobody has rejected. */
export function notRejected(proposals: readonly StoredProposal[], rejected: readonly string[]): StoredProposal[] {
  const no = new Set(rejected);
  return proposals.filter((proposal) => !no.has(decisionKey(proposal)));
}

/** What a case that still waits says of itself: a refusal or an undo stays told, else whether there are candidates. */
export function stillWaiting(because: WaitingBecause | null, proposals: readonly StoredProposal[]): WaitingBecause {
  return because === 'refused' || because === 'undone' ? because : whyItWaits(proposals[0]);
}

/** Why a new case waits: sure enough and kept by the policy, unsure, or without a candidate. */
export function whyItWaits(best: Pick<BestProposal, 'reasons'> | null | undefined): WaitingBecause {
  if (!best) return 'no_candidate';
  const codes = best.reasons.map(({ code }) => code);
  return codes.some((code) => code.startsWith('policy_')) && !codes.includes('below_threshold') ? 'policy' : 'unsure';
}

export type WaitingBecause = NonNullable<matchingHttp.QueueEntry['waitingBecause']>;

export type CounterColumn = 'waiting' | 'requested' | 'settled_automatically' | 'settled_by_people' | 'set_aside';

/** The counter under which a case of this state and decider is counted. */
export function counterOf(state: CaseState, decidedBy: string | null): CounterColumn {
  if (state !== 'settled') return state;
  return decidedBy === 'automatic' ? 'settled_automatically' : 'settled_by_people';
}
