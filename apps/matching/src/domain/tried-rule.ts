import { type matchingHttp, type Reason } from '@lettrage/contracts';
import { type Rule } from '@lettrage/matching-engine';
import { isRuledOut } from './guidance.js';
import { type CaseState, type Decision, decisionKey, type StoredProposal } from './payment-case.js';

type Outcome = matchingHttp.TriedOutcome['outcome'];

/** What would have happened to a receipt by itself. */
export interface Tried {
  readonly outcome: Outcome;
  readonly proposal: StoredProposal | null;
  readonly remarks: readonly Reason[];
}

export function triedOf({ automatic, proposals, remarks }: { readonly automatic: boolean; readonly proposals: readonly StoredProposal[]; readonly remarks: readonly Reason[] | null }, mayDecide: boolean): Tried {
  const [proposal = null] = proposals;
  const ruledOut = isRuledOut(remarks ?? []);
  const outcome = proposal ? (automatic ? 'allocated' : 'proposed') : ruledOut && mayDecide ? 'set_aside' : 'nothing';
  return { outcome, proposal, remarks: remarks ?? [] };
}

/** The active rules with the tried one: in the place of the stored one that it replaces, else as the newest, which speaks last. */
export function rulesWith(rules: readonly Rule[], tried: Rule): readonly Rule[] {
  const others = rules.filter(({ id }) => id !== tried.id);
  const place = rules.findIndex(({ id }) => id === tried.id);
  return place < 0 ? [...others, tried] : [...others.slice(0, place), tried, ...others.slice(place)];
}

export function isChanged(before: Tried, after: Tried): boolean {
  return before.outcome !== after.outcome || keyOf(before) !== keyOf(after);
}

/** Whether the rule had a say, by the reasons. */
export function isConcerned({ proposal, remarks }: Tried, ruleId: string): boolean {
  return [...(proposal?.reasons ?? []), ...remarks].some(({ code, params }) => code.startsWith('rule_') && params['rule'] === ruleId);
}

/** Whether an outcome is what stands in the books: the same items and amounts, or nothing for a receipt that pays no invoice. Null while nobody has decided. */
export function isRight(tried: Tried, state: CaseState, decision: Decision | null): boolean | null {
  if (state === 'set_aside') return tried.proposal === null;
  if (state !== 'settled' || !decision) return null;
  return tried.proposal !== null && decisionKey(tried.proposal) === decisionKey(decision);
}

function keyOf({ proposal }: Tried): string {
  return proposal ? `${decisionKey(proposal)} ${proposal.difference?.kind ?? ''} ${proposal.difference?.amount ?? ''}` : '';
}
