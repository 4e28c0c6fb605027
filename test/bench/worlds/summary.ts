import { isRight, type Judgement } from './score.js';

/** A share with what it is a share of, so that small numbers are seen to be small. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

export interface Band {
  readonly from: number;
  readonly to: number;
  readonly proposals: number;
  readonly meanConfidence: number;
  readonly right: number;
}

export interface Summary {
  readonly entries: number;
  readonly payments: number;
  /** Allocated unattended and right, of the entries that pay something. */
  readonly allocated: Share;
  /** Right, of what was allocated unattended. */
  readonly precision: Share;
  /** The truth among the first three answers, of the entries that pay something. */
  readonly topThree: Share;
  /** Differences of paying entries named with kind and amount. */
  readonly differences: Share;
  /** Duplicates and money on account named as such. */
  readonly payingNothing: Share;
  /** Entries that pay nothing and were allocated all the same. */
  readonly allocatedOnOther: number;
  /** Expected calibration error over all proposals that allocate something, in ten bands of equal width. */
  readonly calibrationError: number;
}

export function summarize(judgements: readonly Judgement[]): Summary {
  const paying = judgements.filter(({ pays }) => pays);
  const automatic = judgements.filter((judgement) => judgement.automatic);
  const right = automatic.filter(isRight).length;
  const different = paying.filter(({ truth }) => truth.difference !== null);
  const forNothing = judgements.filter(({ pays, truth }) => !pays && truth.difference !== null);
  const bands = bandsOf(judgements, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
  const proposals = bands.reduce((sum, band) => sum + band.proposals, 0);
  return {
    entries: judgements.length,
    payments: paying.length,
    allocated: { count: right, of: paying.length },
    precision: { count: right, of: automatic.length },
    topThree: { count: paying.filter(({ inFirstThree }) => inFirstThree).length, of: paying.length },
    differences: { count: different.filter(({ differenceNamed }) => differenceNamed).length, of: different.length },
    payingNothing: { count: forNothing.filter(({ differenceNamed }) => differenceNamed).length, of: forNothing.length },
    allocatedOnOther: automatic.filter(({ pays }) => !pays).length,
    calibrationError: proposals === 0 ? 0 : bands.reduce((sum, band) => sum + Math.abs(band.meanConfidence * band.proposals - band.right), 0) / proposals,
  };
}

/** Proposals that allocate something, by confidence; each band reaches up to the next one's beginning, the last to 1. */
export function bandsOf(judgements: readonly Judgement[], from: readonly number[]): Band[] {
  const bands = from.map((start, index) => ({ from: start, to: from[index + 1] ?? 1, proposals: 0, sum: 0, right: 0 }));
  for (const { proposal, pays, exact } of judgements) {
    if (!proposal || proposal.allocations.length === 0) continue;
    const band = bands.findLast((candidate) => proposal.confidence >= candidate.from);
    if (!band) throw new RangeError(`${proposal.reference}: a confidence is from 0 to 1, not ${proposal.confidence}`);
    band.proposals += 1;
    band.sum += proposal.confidence;
    if (pays && exact) band.right += 1;
  }
  return bands.map(({ sum, ...band }) => ({ ...band, meanConfidence: band.proposals === 0 ? 0 : sum / band.proposals }));
}

/** Judgements in groups, each entry in every group that it has a label of; the largest group first. */
export function groupBy(judgements: readonly Judgement[], labelsOf: (judgement: Judgement) => readonly string[]): [label: string, group: Judgement[]][] {
  const groups = new Map<string, Judgement[]>();
  for (const judgement of judgements) {
    for (const label of new Set(labelsOf(judgement))) {
      const group = groups.get(label);
      if (group) group.push(judgement);
      else groups.set(label, [judgement]);
    }
  }
  return [...groups].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
}
