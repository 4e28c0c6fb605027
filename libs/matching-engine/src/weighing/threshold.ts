import type { Example } from '../learning/replay.js';
import { score, softmax } from './softmax.js';

/** However good the past looks, nothing below this is allocated unattended, unless a lower precision is asked for. */
export const lowestThreshold = 0.95;
export const highestThreshold = 0.998;
/** What is asked for where nobody says otherwise. */
export const usualPrecision = 0.9985;
/** The confidence from which an allocation is automatic while history is too short to tell. */
const automaticFromWithoutHistory = 0.975;
/** Fewer past decisions than this say too little about a threshold. */
const leastDecisions = 300;
/** Right decisions that count as seen before the first: the starting weights have been tried on other companies. */
const trusted = 1_000;
/** Errors surer than the highest threshold are kept by none. Where they alone are too many, this share of the rest is to be right, as many seen before. */
const rightOfRest = 0.985;
const trustedOfRest = 60;

/** What the weights would have decided on items in the past, the surest first. */
export interface PastDecisions {
  readonly confidences: readonly number[];
  /** 1 where people settled it so. */
  readonly right: readonly number[];
}

export const noDecisions: PastDecisions = { confidences: [], right: [] };

export function pastDecisions(examples: readonly Example[], weights: Float64Array): PastDecisions {
  const decisions: { confidence: number; right: boolean }[] = [];
  for (const { signals, right, items } of examples) {
    const probabilities = softmax(Float64Array.from(signals, (values) => score(weights, values)));
    let best = 0;
    for (let i = 1; i < probabilities.length; i++) if (probabilities[i]! > probabilities[best]!) best = i;
    if (!items[best]) continue;
    let confidence = 0;
    for (let i = 0; i < probabilities.length; i++) if (i === best || (right[i] && right[best])) confidence += probabilities[i]!;
    decisions.push({ confidence, right: right[best]! });
  }
  decisions.sort((a, b) => b.confidence - a.confidence);
  return { confidences: decisions.map(({ confidence }) => confidence), right: decisions.map(({ right }) => (right ? 1 : 0)) };
}

/**
 * The confidence from which past decisions on items were right in at least `targetPrecision`, one more error than seen assumed. Where errors above
 * the highest threshold alone are more than that, no threshold helps: then the one from which the rest was right often enough (`rightOfRest`).
 */
export function thresholdFor({ confidences, right }: PastDecisions, targetPrecision: number): number {
  const highest = targetPrecision > usualPrecision ? targetPrecision : highestThreshold;
  const lowest = Math.min(lowestThreshold, targetPrecision);
  if (confidences.length < leastDecisions) return targetPrecision > usualPrecision ? highest : Math.min(automaticFromWithoutHistory, Math.max(lowest, targetPrecision));
  let errors = 1;
  let threshold = highest;
  let sure = 0;
  while (sure < confidences.length && confidences[sure]! >= highest) if (!right[sure++]) errors++;
  const hopeless = errors / (confidences.length + trusted) > 1 - targetPrecision && targetPrecision <= usualPrecision;
  const before = hopeless ? errors - 1 : 0;
  const counted = hopeless ? trustedOfRest - sure : trusted;
  const allowed = hopeless ? 1 - rightOfRest : 1 - targetPrecision;
  for (let index = sure; index < confidences.length && confidences[index]! >= lowest; index++) {
    if (!right[index]) errors++;
    if ((errors - before) / (index + 2 + counted) <= allowed) threshold = confidences[index]!;
  }
  return Math.max(lowest, threshold);
}
