import { formatMoney } from '@lettrage/money';
import { type Alternative, type Proposal } from '@lettrage/matching-engine';
import { notRejected, type StoredProposal } from '../domain/payment-case.js';
import { type CaseRow } from '../persistence/case-rows.js';
import { itemsById } from '../persistence/item-rows.js';
import { incoming, isHeld } from './load-engine.js';
import { type OrganisationSession } from './organisation-session.js';

/** So many candidates are kept for a reviewer. */
const mostProposals = 5;

/** The engine's answer as the tables keep it, the likeliest first; empty where it has no candidate. */
export function storedProposals(proposal: Proposal, currency: string): StoredProposal[] {
  return [proposal, ...proposal.alternatives].filter((one) => one.allocations.length > 0 || one.difference !== null).slice(0, mostProposals).map((one) => stored(one, currency));
}

/** Cases that wait (again), with the candidates that the books have for them now and nobody has rejected. Nothing is decided for anybody. */
export async function withFreshProposals(session: OrganisationSession, cases: readonly CaseRow[]): Promise<CaseRow[]> {
  const asked = cases.filter(({ amountMinor }) => isHeld(amountMinor));
  if (asked.length === 0) return [...cases];
  const proposals = new Map((await session.engine()).decide(asked.map(incoming)).map((proposal) => [proposal.transactionId, proposal]));
  // What the engine would allocate by itself it now counts as taken, until it is told that it is not.
  const taken = [...proposals.values()].flatMap(({ decision, allocations }) => (decision === 'auto' ? allocations.map(({ itemId }) => itemId) : []));
  if (taken.length > 0) session.putItems([...(await itemsById(session.tx, taken)).values()]);
  return cases.map((one) => {
    const proposal = proposals.get(one.transactionId);
    return { ...one, proposals: proposal ? notRejected(storedProposals(proposal, one.currency), one.rejected) : [] };
  });
}

function stored({ customerId, allocations, difference, confidence, reasons }: Alternative, currency: string): StoredProposal {
  const decimal = (minor: bigint) => formatMoney({ minor, currency });
  return {
    customerId,
    lines: allocations.map((line) => ({ itemId: line.itemId, amount: decimal(line.amountMinor) })),
    difference: difference && { kind: difference.kind, amount: decimal(difference.amountMinor) },
    confidence,
    reasons: reasons.map(({ code, text, params }) => ({ code, text, params: { ...params } })),
  };
}
