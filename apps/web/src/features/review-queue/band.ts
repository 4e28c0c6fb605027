import type { Proposal } from '../../api/types.js';

/** How sure a proposal is, in a word; the number stands beside it. */
export type Band = 'certain' | 'probable' | 'to_review' | 'no_candidate';

const certainFrom = 0.98;
const probableFrom = 0.8;
/** Below this a proposal is more likely wrong than right: it is shown, and confirmed only when a person has chosen it. */
const preselectedFrom = 0.5;

/** The band of a list of proposals is that of its first; one that an equal rival contests is never more than "to review". */
export function bandOf(proposals: readonly Proposal[]): Band {
  const first = proposals[0];
  if (!first) return 'no_candidate';
  return equalCandidates(proposals) > 1 ? 'to_review' : bandOfConfidence(first.confidence);
}

export function bandOfConfidence(confidence: number): Exclude<Band, 'no_candidate'> {
  return confidence >= certainFrom ? 'certain' : confidence >= probableFrom ? 'probable' : 'to_review';
}

/** How many proposals share the first one's confidence as a person reads it, to a tenth of a percent. */
export function equalCandidates(proposals: readonly Proposal[]): number {
  const read = (proposal: Proposal) => Math.floor(proposal.confidence * 1000 + 1e-9);
  const first = proposals[0];
  return first ? proposals.filter((proposal) => read(proposal) === read(first)).length : 0;
}

/** The rank that Enter confirms when nothing was chosen: the first, unless it is unlikely or another is as likely (a question, not a guess). */
export function preselectedRank(proposals: readonly Proposal[]): number | null {
  const [first] = proposals;
  return first && first.confidence >= preselectedFrom && equalCandidates(proposals) === 1 ? first.rank : null;
}
