import { describe, expect, it } from '@jest/globals';
import { highestThreshold, lowestThreshold, type PastDecisions, thresholdFor } from './threshold.js';

const target = 0.9985;

/** `sure` decisions at 0.9999 of which `sureErrors` were wrong, then one at each confidence of `rest`, wrong where that is negative. */
function past(sure: number, sureErrors: number, rest: readonly number[]): PastDecisions {
  return {
    confidences: [...Array<number>(sure).fill(0.9999), ...rest.map(Math.abs)],
    right: [...Array.from({ length: sure }, (_, index) => (index < sureErrors ? 0 : 1)), ...rest.map((confidence) => (confidence < 0 ? 0 : 1))],
  };
}

const falling = Array.from({ length: 400 }, (_, index) => 0.997 - index / 8_000);

describe('the threshold', () => {
  it('falls to the lowest where the past made no error', () => {
    expect(thresholdFor(past(2_000, 0, falling), target)).toBeCloseTo(lowestThreshold, 2);
  });

  it('stays above past errors of middling confidence that would be too many', () => {
    const wrongBelow = falling.map((confidence) => (confidence < 0.98 && Math.round(confidence * 8_000) % 4 === 0 ? -confidence : confidence));
    const threshold = thresholdFor(past(2_000, 0, wrongBelow), target);
    expect(threshold).toBeLessThan(0.985);
    expect(threshold).toBeGreaterThan(0.96);
  });

  it('sees to the rest where the surest errors alone are too many', () => {
    expect(thresholdFor(past(2_000, 20, falling), target)).toBeLessThan(0.96);
    expect(thresholdFor(past(2_000, 20, falling.map((confidence, index) => (index % 10 === 0 ? -confidence : confidence))), target)).toBe(highestThreshold);
  });

  it('does so for no stricter precision than the usual one', () => {
    expect(thresholdFor(past(2_000, 20, falling), 0.9995)).toBe(0.9995);
  });
});
