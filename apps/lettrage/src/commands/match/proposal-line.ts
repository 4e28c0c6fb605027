import { type Alternative, type Proposal, reasonText } from '@lettrage/matching-engine';
import { formatDecimal, minorUnits } from '@lettrage/money';

const confidenceDecimals = 6;

/** One line of `proposals.jsonl`: decimal strings in the transaction's currency, items by their number. */
export function proposalLine(reference: string, currency: string, proposal: Proposal): string {
  const decimals = minorUnits(currency);
  return `${JSON.stringify({
    reference,
    decision: proposal.decision,
    ...allocated(proposal, decimals),
    reasons: proposal.reasons.map((reason) => ({ code: reason.code, text: reasonText(reason) })),
    alternatives: proposal.alternatives.map((alternative) => allocated(alternative, decimals)),
  })}\n`;
}

function allocated({ allocations, difference, confidence }: Alternative, decimals: number): object {
  return {
    allocations: allocations.map(({ itemId, amountMinor }) => ({ invoice: itemId, amount: formatDecimal(amountMinor, decimals) })),
    difference: difference && { kind: difference.kind, amount: formatDecimal(difference.amountMinor, decimals) },
    confidence: Number(confidence.toFixed(confidenceDecimals)),
  };
}
