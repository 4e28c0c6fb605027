import { describe, expect, it } from '@jest/globals';
import { decisionKey, type StoredProposal } from './payment-case.js';
import { answerFor, newsOf, type WaitingCase } from './second-look.js';

const proposal = (itemId: string, confidence = 0.99, text = 'The amount is equal.'): StoredProposal => ({
  customerId: 'c1', lines: [{ itemId, amount: '10.00' }], difference: null, confidence, reasons: [{ code: 'amount_equal', text, params: {} }],
});
const waiting = (more: Partial<WaitingCase> = {}): WaitingCase => ({ waitingBecause: 'unsure', proposals: [proposal('i1', 0.8)], remarks: null, rejected: [], ...more });
const certain = { automatic: true, proposals: [proposal('i1'), proposal('i2', 0.01)], remarks: null };

describe('a second look at a case that waits', () => {
  it('takes what the engine is certain of now, alone', () => expect(answerFor(waiting(), certain)).toEqual({ automatic: true, proposals: [proposal('i1')], remarks: null }));

  it('never brings back what a person has rejected, and decides nothing more of such a case', () => {
    expect(answerFor(waiting({ rejected: [decisionKey(proposal('i1'))] }), certain)).toEqual({ automatic: false, proposals: [proposal('i2', 0.01)], remarks: null });
    expect(answerFor(waiting({ rejected: [decisionKey(proposal('i2'))] }), certain)).toMatchObject({ automatic: false, proposals: [proposal('i1')] });
  });

  it.each(['undone', 'refused'] as const)('leaves to a person what was %s', (waitingBecause) => {
    expect(answerFor(waiting({ waitingBecause }), certain)).toEqual({ automatic: false, proposals: certain.proposals, remarks: null });
  });
});

describe('what is new in a case that still waits', () => {
  it.each<[string, string, Partial<WaitingCase>]>([
    ['nothing', 'the same, but for a confidence that is shown alike', { proposals: [proposal('i1', 0.8004)] }],
    ['words', 'another confidence', { proposals: [proposal('i1', 0.91)] }],
    ['words', 'another reason', { proposals: [proposal('i1', 0.8, 'The name is known.')] }],
    ['words', 'a remark', { remarks: [{ code: 'x', text: 'Nothing is open.', params: {} }] }],
    ['choices', 'another item', { proposals: [proposal('i2', 0.8)] }],
    ['choices', 'another order', { proposals: [proposal('i2', 0.8), proposal('i1', 0.2)] }],
    ['choices', 'another difference', { proposals: [{ ...proposal('i1', 0.8), difference: { kind: 'bank_fee', amount: '1.00' } }] }],
    ['choices', 'another reason to wait', { waitingBecause: 'policy' }],
  ])('%s: %s', (news, _, after) => expect(newsOf(waiting(), waiting(after))).toBe(news));
});
