import type { Example } from '../learning/replay.js';
import { score, softmax } from './softmax.js';

/** However good the past looks, nothing below this is allocated unattended. */
export const lowestThreshold = 0.97;
export const highestThreshold = 0.998;
/** Fewer past decisions than this say too little about a threshold. */
const leastDecisions = 300;
/** Right decisions that count as seen before the first: the starting weights have been tried on other companies. */
const trusted = 1_000;

/**
 * The confidence from which the replayed decisions on items were right in at least `targetPrecision`, one more error than seen assumed. Falls
 * back to `otherwise` where history is too short to tell.
 */
export function thresholdFor(examples: readonly Example[], weights: Float64Array, targetPrecision: number, otherwise: number): number {
  const decisions: { confidence: number; right: boolean }[] = [];
  for (const { signals, right, items } of examples) {
    const probabilities = softmax(signals.map((values) => score(weights, values)));
    let best = 0;
    for (let i = 1; i < probabilities.length; i++) if (probabilities[i]! > probabilities[best]!) best = i;
    if (!items[best]) continue;
    let confidence = 0;
    for (let i = 0; i < probabilities.length; i++) if (i === best || (right[i] && right[best])) confidence += probabilities[i]!;
    decisions.push({ confidence, right: right[best]! });
  }
  if (decisions.length < leastDecisions) return otherwise;
  decisions.sort((a, b) => b.confidence - a.confidence);
  let errors = 1;
  let threshold = highestThreshold;
  for (const [index, decision] of decisions.entries()) {
    if (!decision.right) errors++;
    if (decision.confidence >= highestThreshold) continue;
    if (decision.confidence < lowestThreshold) break;
    if (errors / (index + 2 + trusted) <= 1 - targetPrecision) threshold = decision.confidence;
  }
  return Math.max(lowestThreshold, threshold);
}
