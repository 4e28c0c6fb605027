import { type Reason } from '@lettrage/contracts';
import { type Alternative, type DecisionRequest, type IncomingTransaction, type MatchingEngine, reasonText, type Reason as EngineReason } from '@lettrage/matching-engine';
import { formatMoney } from '@lettrage/money';
import { type BestProposal, type StoredProposal } from '../domain/payment-case.js';

/** So many candidates are kept for a reviewer. */
const mostProposals = 5;

/** What the engine says of a credit, as the tables keep it. */
export interface DecidedCredit {
  readonly transactionId: string;
  /** The first proposal is certain enough to be allocated by itself. */
  readonly automatic: boolean;
  /** The likeliest first; empty where the engine has no candidate. */
  readonly proposals: readonly StoredProposal[];
  /** What the engine says where it has no candidate; null where it has. */
  readonly remarks: readonly Reason[] | null;
}

/** What the engine says of a credit of a file: what the service acts upon, and all of it as the text that is stored, which is put together where it was thought. */
export interface FiledCredit extends Omit<DecidedCredit, 'proposals'> {
  readonly best: BestProposal | null;
  /** JSON of the proposals. */
  readonly proposals: string;
}

/** Asks the engine about credits of a file, which it decides unattended. */
export function fileCredits(engine: MatchingEngine, credits: readonly IncomingTransaction[], request: DecisionRequest): FiledCredit[] {
  return decideCredits(engine, credits, true, request).map(({ transactionId, automatic, proposals, remarks }) => ({
    transactionId, automatic, remarks, best: proposals[0] ? { ...proposals[0], reasons: proposals[0].reasons.map(({ code }) => ({ code })) } : null, proposals: JSON.stringify(proposals),
  }));
}

/** Asks the engine. Where it decides `unattended`, a certainty stands alone: what was less likely is nobody's concern any more. */
export function decideCredits(engine: MatchingEngine, credits: readonly IncomingTransaction[], unattended: boolean, request: DecisionRequest = {}): DecidedCredit[] {
  return engine.decide(credits, request).map(({ transactionId, decision, alternatives, ...best }, index) => {
    const automatic = decision === 'auto';
    const shown = (automatic && unattended ? [best] : [best, ...alternatives]).filter((one) => one.allocations.length > 0 || one.difference !== null);
    const proposals = shown.slice(0, mostProposals).map((one) => stored(one, credits[index]!.amount.currency));
    return { transactionId, automatic, proposals, remarks: proposals.length === 0 ? storedReasons(best.reasons) : null };
  });
}

function stored({ customerId, allocations, difference, confidence, reasons }: Alternative, currency: string): StoredProposal {
  const decimal = (minor: bigint) => formatMoney({ minor, currency });
  return {
    customerId,
    lines: allocations.map((line) => ({ itemId: line.itemId, amount: decimal(line.amountMinor) })),
    difference: difference && { kind: difference.kind, amount: decimal(difference.amountMinor) },
    confidence,
    reasons: storedReasons(reasons),
  };
}

function storedReasons(reasons: readonly EngineReason[]): Reason[] {
  return reasons.map((reason) => ({ code: reason.code, text: reasonText(reason), params: { ...reason.params } }));
}
