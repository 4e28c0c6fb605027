import { describe, expect, it } from '@jest/globals';
import type { ProposalLine, TruthLine } from './lines.js';
import { isRight, judgeWorld } from './score.js';
import { bandsOf, summarize } from './summary.js';

const items = new Map([
  ['F1', { customerId: 'C1', openAmount: '100.00' }],
  ['F2', { customerId: 'C1', openAmount: '100.00' }],
  ['F3', { customerId: 'C2', openAmount: '250.00' }],
]);

const pays = (reference: string, amount: string, allocations: TruthLine['allocations'], rest: Partial<TruthLine> = {}): TruthLine => ({
  reference, amount, kind: 'single', noise: [], habit: 'exact', unreferenced: false, customer_id: 'C1', allocations, difference: null, ...rest,
});
const proposes = (reference: string, allocations: ProposalLine['allocations'], rest: Partial<ProposalLine> = {}): ProposalLine => ({
  reference, decision: 'auto', allocations, difference: null, confidence: 0.99, reasons: [], alternatives: [], ...rest,
});
const judge = (truth: TruthLine, proposal: ProposalLine) => judgeWorld(items, [truth], [proposal])[0]!;

describe('an automatic allocation', () => {
  it('is right with exactly the true items and amounts', () => {
    expect(isRight(judge(pays('T', '100.00', [{ invoice: 'F1', amount: '100.00' }]), proposes('T', [{ invoice: 'F1', amount: '100' }])))).toBe(true);
  });

  it('is wrong with an equal item of the customer where the text names one, and right where it names none', () => {
    const truth = pays('T', '100.00', [{ invoice: 'F1', amount: '100.00' }]);
    const proposal = proposes('T', [{ invoice: 'F2', amount: '100.00' }]);
    expect(isRight(judge(truth, proposal))).toBe(false);
    expect(isRight(judge({ ...truth, unreferenced: true }, proposal))).toBe(true);
  });

  it('is wrong with an item too many, an item too few, or another amount', () => {
    const both = [{ invoice: 'F1', amount: '100.00' }, { invoice: 'F3', amount: '250.00' }];
    expect(isRight(judge(pays('T', '350.00', both), proposes('T', both.slice(1))))).toBe(false);
    expect(isRight(judge(pays('T', '250.00', both.slice(1)), proposes('T', both)))).toBe(false);
    expect(isRight(judge(pays('T', '90.00', [{ invoice: 'F1', amount: '90.00' }]), proposes('T', [{ invoice: 'F1', amount: '100.00' }])))).toBe(false);
  });

  it('is wrong when it does not add up to what came', () => {
    const truth = pays('T', '97.00', [{ invoice: 'F1', amount: '100.00' }], { difference: { kind: 'discount', amount: '3.00' } });
    const allocations = [{ invoice: 'F1', amount: '100.00' }];
    expect(judge(truth, proposes('T', allocations))).toMatchObject({ exact: true, unbalanced: true, differenceNamed: false });
    expect(judge(truth, proposes('T', allocations, { difference: { kind: 'bank_fee', amount: '3.00' } }))).toMatchObject({ unbalanced: false, differenceNamed: false });
    expect(judge(truth, proposes('T', allocations, { difference: { kind: 'discount', amount: '3.00' } }))).toMatchObject({ unbalanced: false, differenceNamed: true });
  });

  it('is wrong when an earlier one has taken the item', () => {
    const allocations = [{ invoice: 'F1', amount: '100.00' }];
    const judged = judgeWorld(items, [pays('T', '100.00', allocations), pays('U', '100.00', allocations)], [proposes('T', allocations), proposes('U', allocations)]);
    expect(judged.map(isRight)).toEqual([true, false]);
    expect(judged[1]!.overAllocated).toBe(true);
  });

  it('is wrong on an entry that pays nothing', () => {
    expect(isRight(judge(pays('T', '100.00', [], { kind: 'other:stranger', customer_id: null }), proposes('T', [{ invoice: 'F1', amount: '100.00' }])))).toBe(false);
  });
});

describe('an answer among the first three', () => {
  it('counts answers that allocate something, up to the third', () => {
    const truth = pays('T', '100.00', [{ invoice: 'F1', amount: '100.00' }]);
    const wrong = { allocations: [{ invoice: 'F3', amount: '100.00' }] };
    const right = { allocations: truth.allocations };
    const judged = (...alternatives: ProposalLine['alternatives']) => judge(truth, proposes('T', wrong.allocations, { decision: 'suggest', alternatives })).inFirstThree;
    expect(judged(wrong, right)).toBe(true);
    expect(judged({ allocations: [] }, wrong, right)).toBe(true);
    expect(judged(wrong, wrong, right)).toBe(false);
  });
});

describe('a summary', () => {
  const truths = [
    pays('A', '100.00', [{ invoice: 'F1', amount: '100.00' }]),
    pays('B', '100.00', [{ invoice: 'F2', amount: '100.00' }]),
    pays('C', '250.00', [{ invoice: 'F3', amount: '250.00' }]),
    pays('D', '100.00', [], { kind: 'duplicate', difference: { kind: 'duplicate_payment', amount: '-100.00' } }),
    pays('E', '-12.00', [], { kind: 'other:supplier', customer_id: null }),
  ];
  const judged = judgeWorld(items, truths, [
    proposes('A', [{ invoice: 'F1', amount: '100.00' }], { confidence: 0.95, reasons: [{ code: 'reference_exact', text: '' }] }),
    proposes('B', [{ invoice: 'F3', amount: '250.00' }], { decision: 'suggest', confidence: 0.55, alternatives: [{ allocations: [] }, { allocations: [{ invoice: 'F1', amount: '100.00' }] }, { allocations: [{ invoice: 'F2', amount: '100.00' }] }] }),
    proposes('D', [], { decision: 'suggest', difference: { kind: 'duplicate_payment', amount: '-100.00' } }),
    proposes('E', [], { decision: 'none' }),
  ]);

  it('counts shares of what they are shares of; an entry without a proposal is a miss', () => {
    expect(summarize(judged)).toEqual({
      entries: 5, payments: 3, allocated: { count: 1, of: 3 }, precision: { count: 1, of: 1 }, topThree: { count: 2, of: 3 },
      differences: { count: 0, of: 0 }, payingNothing: { count: 1, of: 1 }, allocatedOnOther: 0, calibrationError: (0.05 + 0.55) / 2,
    });
  });

  it('puts proposals that allocate something into bands', () => {
    expect(bandsOf(judged, [0, 0.5, 0.9])).toEqual([
      { from: 0, to: 0.5, proposals: 0, meanConfidence: 0, right: 0 },
      { from: 0.5, to: 0.9, proposals: 1, meanConfidence: 0.55, right: 0 },
      { from: 0.9, to: 1, proposals: 1, meanConfidence: 0.95, right: 1 },
    ]);
  });

  it('knows by what an allocation was found', () => {
    expect(judged.map(({ method }) => method)).toEqual(['invoice number', 'payer and amount', 'none', 'none', 'none']);
  });
});
