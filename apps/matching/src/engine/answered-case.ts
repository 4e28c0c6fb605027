import { type Reason } from '@lettrage/contracts';
import { newId } from '@lettrage/persistence';
import { isRuledOut, keptByPolicy } from '../domain/guidance.js';
import { type BestProposal, whyItWaits } from '../domain/payment-case.js';
import { type CaseRow } from '../persistence/case-rows.js';

/** What an answer of the engine changes in a case, but for the proposals themselves. */
export type Outcome = Partial<Pick<CaseRow, 'state' | 'waitingBecause' | 'requestId' | 'decision' | 'decidedBy' | 'decidedAt' | 'remarks'>>;

interface Answered {
  readonly automatic: boolean;
  readonly best: BestProposal | null;
  readonly remarks: readonly Reason[] | null;
}

/** What becomes of a case with what the engine says of it: requested where it is certain, set aside where a rule says that it pays no invoice, else waiting. */
export function outcomeOf({ automatic, best, remarks }: Answered, mayDecide: boolean, now: Date): Outcome {
  const byItself = { waitingBecause: null, decidedBy: 'automatic', decidedAt: now };
  if (best && automatic) return { ...byItself, state: 'requested', requestId: newId(), decision: { customerId: best.customerId, lines: best.lines, difference: best.difference } };
  if (!isRuledOut(remarks ?? [])) return { remarks, waitingBecause: whyItWaits(best) };
  return mayDecide ? { ...byItself, remarks, state: 'set_aside' } : { remarks: [...remarks!, keptByPolicy], waitingBecause: 'policy' };
}
