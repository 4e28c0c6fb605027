import { newId } from '@lettrage/persistence';
import { isRuledOut, keptByPolicy } from '../domain/guidance.js';
import { whyItWaits } from '../domain/payment-case.js';
import { type CaseRow } from '../persistence/case-rows.js';
import { type DecidedCredit } from './decided-credit.js';

/** The case with what the engine says of it: requested where it is certain, set aside where a rule says that it pays no invoice, else waiting. */
export function answeredCase(one: CaseRow, { automatic, proposals, remarks }: Omit<DecidedCredit, 'transactionId'>, mayDecide: boolean, now: Date): CaseRow {
  const byItself = { waitingBecause: null, decidedBy: 'automatic', decidedAt: now };
  const [best] = proposals;
  if (best && automatic) return { ...one, ...byItself, proposals, state: 'requested', requestId: newId(), decision: { customerId: best.customerId, lines: best.lines, difference: best.difference } };
  if (!isRuledOut(remarks ?? [])) return { ...one, proposals, remarks, waitingBecause: whyItWaits(best) };
  return mayDecide ? { ...one, ...byItself, proposals, remarks, state: 'set_aside' } : { ...one, proposals, remarks: [...remarks!, keptByPolicy], waitingBecause: 'policy' };
}
