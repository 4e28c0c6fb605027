import { type Reason } from '@lettrage/contracts';
import { decisionKey, notRejected, type StoredProposal, type WaitingBecause } from './payment-case.js';

/** A waiting case as far as it decides what a second look may do with it. */
export interface WaitingCase {
  readonly waitingBecause: WaitingBecause | null;
  readonly proposals: readonly StoredProposal[];
  readonly remarks: readonly Reason[] | null;
  readonly rejected: readonly string[];
}

export interface Answer {
  readonly automatic: boolean;
  readonly proposals: readonly StoredProposal[];
  readonly remarks: readonly Reason[] | null;
}

/** What the ledger refused, and what a person has taken back or rejected anything of, is a person's to decide, whatever the engine thinks of it now. */
export function isForAPerson({ waitingBecause, rejected }: Pick<WaitingCase, 'waitingBecause' | 'rejected'>): boolean {
  return waitingBecause === 'refused' || waitingBecause === 'undone' || rejected.length > 0;
}

/** The engine's answer without what a person has rejected; certain only where no person has had a hand in it. */
export function answerFor(one: WaitingCase, { automatic, proposals, remarks }: Answer): Answer {
  if (isForAPerson(one)) return { automatic: false, proposals: notRejected(proposals, one.rejected), remarks };
  return { automatic, proposals: automatic ? proposals.slice(0, 1) : proposals, remarks };
}

/** What is different in a case that still waits: the choices, only what is said of them, or nothing that anybody could see. */
export type News = 'choices' | 'words' | 'nothing';

export function newsOf(before: WaitingCase, after: WaitingCase): News {
  if (before.waitingBecause !== after.waitingBecause || choicesOf(before) !== choicesOf(after)) return 'choices';
  return wordsOf(before) === wordsOf(after) ? 'nothing' : 'words';
}

/** What a person chooses from by rank. */
function choicesOf({ proposals }: WaitingCase): string {
  return JSON.stringify(proposals.map((proposal) => [decisionKey(proposal), proposal.difference]));
}

/** Reasons, and confidence as it is shown: in whole percents. */
function wordsOf({ proposals, remarks }: WaitingCase): string {
  return JSON.stringify([proposals.map(({ confidence, reasons }) => [Math.round(confidence * 100), reasons.map(({ text }) => text)]), (remarks ?? []).map(({ text }) => text)]);
}
