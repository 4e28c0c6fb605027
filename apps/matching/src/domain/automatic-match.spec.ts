import { describe, expect, it } from '@jest/globals';
import { bandOf, methodOf } from './automatic-match.js';
import { type StoredProposal } from './payment-case.js';

describe('the band of a confidence', () => {
  it.each([[0, 0], [0.9499, 0], [0.95, 950], [0.9699, 950], [0.97, 970], [0.99, 990], [0.9949, 990], [0.995, 995], [0.9989, 995], [0.999, 999], [1, 999]])('of %d begins at %d thousandths', (confidence, band) => {
    expect(bandOf(confidence)).toBe(band);
  });
});

describe('the method of a match', () => {
  const proposal = (codes: string[], items = 1): StoredProposal => ({
    customerId: 'c', lines: Array.from({ length: items }, (_, index) => ({ itemId: `i${index}`, amount: '1.00' })), difference: null, confidence: 1, reasons: codes.map((code) => ({ code, text: code, params: {} })),
  });
  it.each([
    [['reference_exact', 'rule_payer'], 1, 'reference'],
    [['reference_range', 'reference_range'], 2, 'reference'],
    [['order_one_slip', 'name_equal'], 1, 'part_of_reference'],
    [['rule_payer', 'amount_equal'], 1, 'rule'],
    [['iban_paid_only', 'amount_equal'], 1, 'iban'],
    [['iban_paid_only', 'sum_equal'], 3, 'sum'],
    [['payer_of_group', 'sum_equal'], 2, 'group'],
    [['name_like_payer', 'amount_equal'], 1, 'name'],
    [['ultimate_debtor', 'amount_equal'], 1, 'name'],
    [['named_behalf', 'amount_equal'], 1, 'name'],
    [['amount_equal'], 1, 'amount'],
    [[], 1, 'other'],
  ] as const)('%j with %d items is %s', (codes, items, method) => {
    expect(methodOf(proposal([...codes], items))).toBe(method);
  });
});
