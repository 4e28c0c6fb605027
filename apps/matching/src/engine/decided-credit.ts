import { type Alternative, type IncomingTransaction, type MatchingEngine } from '@lettrage/matching-engine';
import { formatMoney } from '@lettrage/money';
import { type StoredProposal } from '../domain/payment-case.js';

/** So many candidates are kept for a reviewer. */
const mostProposals = 5;

/** What the engine says of a credit, as the tables keep it. */
export interface DecidedCredit {
  readonly transactionId: string;
  /** The first proposal is certain enough to be allocated by itself. */
  readonly automatic: boolean;
  /** The likeliest first; empty where the engine has no candidate. */
  readonly proposals: readonly StoredProposal[];
}

/** Asks the engine. Where it decides `unattended`, a certainty stands alone: what was less likely is nobody's concern any more. */
export function decideCredits(engine: MatchingEngine, credits: readonly IncomingTransaction[], unattended: boolean): DecidedCredit[] {
  return engine.decide(credits).map(({ transactionId, decision, alternatives, ...best }, index) => {
    const automatic = decision === 'auto';
    const shown = (automatic && unattended ? [best] : [best, ...alternatives]).filter((one) => one.allocations.length > 0 || one.difference !== null);
    return { transactionId, automatic, proposals: shown.slice(0, mostProposals).map((one) => stored(one, credits[index]!.amount.currency)) };
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
