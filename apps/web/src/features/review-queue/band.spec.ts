import { describe, expect, it } from '@jest/globals';
import type { Proposal } from '../../api/types.js';
import { bandOf, bandOfConfidence, equalCandidates, preselectedRank } from './band.js';

const proposals = (...confidences: number[]): Proposal[] =>
  confidences.map((confidence, index) => ({
    rank: index + 1,
    customerId: null,
    customerName: null,
    lines: [],
    difference: null,
    confidence,
    reasons: [],
  }));

describe('bands', () => {
  it('start where they say', () => {
    expect([1, 0.98, 0.9799, 0.8, 0.7999, 0].map(bandOfConfidence)).toEqual(['certain', 'certain', 'probable', 'probable', 'to_review', 'to_review']);
    expect(bandOf([])).toBe('no_candidate');
  });

  it('call no contested proposal certain', () => {
    expect(bandOf(proposals(0.99, 0.99))).toBe('to_review');
    expect(bandOf(proposals(0.99, 0.3))).toBe('certain');
  });
});

describe('preselectedRank', () => {
  it('is the first of an uncontested list', () => {
    expect(preselectedRank(proposals(0.6, 0.3))).toBe(1);
    expect(preselectedRank(proposals(0.5))).toBe(1);
  });

  it('is nothing that is more likely wrong than right', () => {
    expect(preselectedRank(proposals(0.4999))).toBeNull();
  });

  it('is nothing where two read the same, or nothing is proposed', () => {
    expect(preselectedRank(proposals(0.5012, 0.5019))).toBeNull();
    expect(preselectedRank([])).toBeNull();
    expect(equalCandidates(proposals(0.3, 0.3, 0.3, 0.1))).toBe(3);
  });
});
