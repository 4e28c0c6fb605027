import { transactionsSetAside, undoRequested } from '@lettrage/contracts';
import { publish } from '@lettrage/messaging';
import { counterOf } from '../domain/payment-case.js';
import { type CaseRow, updateCases } from '../persistence/case-rows.js';
import { type OrganisationSession } from './organisation-session.js';

/** Who decides when the bank has taken a credit back. */
const byTheBank = 'automatic';

/** Asks the ledger to open again what credits had paid that the bank took back, from the day on which it did. */
export async function askReversal(session: OrganisationSession, cases: readonly CaseRow[], returnedOn: ReadonlyMap<string, string>): Promise<void> {
  if (cases.length === 0) return;
  for (const one of cases) {
    session.reserve(one);
    session.count(one.transactionId, counterOf('settled', one.decidedBy), 'requested');
  }
  await updateCases(session.tx, session.organisationId, cases.map((one) => ({ ...one, state: 'requested' as const })));
  const undos = cases.map(({ requestId, transactionId }) => ({ requestId: requestId!, transactionId, undoneBy: byTheBank, effectiveDate: returnedOn.get(transactionId)! }));
  await publish(session.tx, session.organisationId, undoRequested, [{ undos }]);
}

/** A credit that the bank took back is nobody's money any more: it leaves the queue and the receipts. */
export async function setAsideReturned(session: OrganisationSession, cases: readonly CaseRow[], now: Date): Promise<void> {
  if (cases.length === 0) return;
  for (const { transactionId, state, decidedBy } of cases) session.count(transactionId, counterOf(state, decidedBy), 'set_aside');
  const aside = cases.map((one): CaseRow => ({ ...one, state: 'set_aside', waitingBecause: null, refusal: null, requestId: null, decision: null, decidedBy: byTheBank, decidedAt: now }));
  await updateCases(session.tx, session.organisationId, aside);
  await publish(session.tx, session.organisationId, transactionsSetAside, [{ transactions: cases.map(({ transactionId }) => ({ transactionId, setAside: true })) }]);
}
