import { describe, expect, it } from '@jest/globals';
import { counterOf, decisionKey, notRejected, stillWaiting, type StoredProposal, whyItWaits } from './payment-case.js';

const proposal = (lines: [string, string][], confidence = 0.5): StoredProposal => ({ customerId: 'c', lines: lines.map(([itemId, amount]) => ({ itemId, amount })), difference: null, confidence, reasons: [] });

describe('a rejected proposal', () => {
  it('does not come back in another order of its lines', () => {
    const rejected = decisionKey(proposal([['a', '1.00'], ['b', '2.00']]));
    expect(notRejected([proposal([['b', '2.00'], ['a', '1.00']]), proposal([['a', '1.00']])], [rejected])).toEqual([proposal([['a', '1.00']])]);
  });
  it('of money on account is its own thing a customer', () => {
    const onAccount = { customerId: 'c', lines: [], difference: { kind: 'on_account', amount: '-5.00' } } as const;
    expect(decisionKey(onAccount)).not.toBe(decisionKey({ ...onAccount, customerId: 'd' }));
  });
});

describe('a case is counted', () => {
  it.each([
    ['waiting', null, 'waiting'],
    ['requested', 'automatic', 'requested'],
    ['settled', 'automatic', 'settled_automatically'],
    ['settled', '0190a5f0-0000-7000-8000-000000000002', 'settled_by_people'],
    ['set_aside', '0190a5f0-0000-7000-8000-000000000002', 'set_aside'],
  ] as const)('%s by %s under %s', (state, decidedBy, counter) => {
    expect(counterOf(state, decidedBy)).toBe(counter);
  });
});

describe('a new case waits', () => {
  const because = (...codes: string[]) => ({ ...proposal([['a', '1.00']]), reasons: codes.map((code) => ({ code, text: code, params: {} })) });
  it.each([
    ['policy', because('reference_exact', 'policy_amount')],
    ['unsure', because('amount_equal', 'below_threshold', 'policy_amount')],
    ['unsure', because('amount_equal', 'below_threshold')],
    ['no_candidate', undefined],
  ] as const)('because of %s', (why, best) => expect(whyItWaits(best)).toBe(why));
});

describe('a case that still waits', () => {
  it.each([
    ['unsure', 1, 'unsure'],
    ['unsure', 0, 'no_candidate'],
    ['no_candidate', 1, 'unsure'],
    ['refused', 0, 'refused'],
    ['undone', 1, 'undone'],
  ] as const)('because %s, with %d candidates, waits because %s', (because, candidates, now) => {
    expect(stillWaiting(because, Array.from({ length: candidates }, () => proposal([['a', '1.00']])))).toBe(now);
  });
});
