import { formatMoney } from '@lettrage/money';
import { type Alternative, type Proposal } from '@lettrage/matching-engine';
import { type StoredProposal } from '../domain/payment-case.js';

/** So many candidates are kept for a reviewer. */
const mostProposals = 5;

/** The engine's answer as the tables keep it, the likeliest first; empty where it has no candidate. */
export function storedProposals(proposal: Proposal, currency: string): StoredProposal[] {
  return [proposal, ...proposal.alternatives].filter((one) => one.allocations.length > 0 || one.difference !== null).slice(0, mostProposals).map((one) => stored(one, currency));
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
