import { describe, expect, it } from '@jest/globals';
import { checkDecision } from './check-decision.js';

const items = new Map([
  ['a', { itemId: 'a', number: 'F1', customerId: 'c', currency: 'EUR', availableMinor: 100n }],
  ['n', { itemId: 'n', number: 'A1', customerId: 'c', currency: 'EUR', availableMinor: -30n }],
  ['p', { itemId: 'p', number: 'F3', customerId: 'c', currency: 'EUR', availableMinor: 0n }],
  ['d', { itemId: 'd', number: 'F2', customerId: 'c', currency: 'USD', availableMinor: 100n }],
]);
const lines = (...pairs: [string, bigint][]) => ({ customerId: 'c', difference: null, lines: pairs.map(([itemId, amountMinor]) => ({ itemId, amountMinor })) });

describe('a reviewer’s decision', () => {
  it('may net a credit note', () => expect(checkDecision(lines(['a', 100n], ['n', -30n]), 70n, 'EUR', items)).toEqual({ ok: true }));
  it('may round either way', () => {
    for (const amountMinor of [-1n, 1n]) expect(checkDecision({ ...lines(['a', 100n]), difference: { kind: 'rounding', amountMinor } }, 100n - amountMinor, 'EUR', items)).toEqual({ ok: true });
  });
  it('may leave money on account', () => expect(checkDecision({ customerId: 'c', lines: [], difference: { kind: 'on_account', amountMinor: -70n } }, 70n, 'EUR', items)).toEqual({ ok: true }));
  it.each([
    ['item_not_open_enough', lines(['a', 101n]), 101n],
    ['item_not_open_enough', lines(['a', 60n], ['a', 60n]), 120n],
    ['item_not_open_enough', lines(['a', 100n], ['n', -31n]), 69n],
    ['item_not_open_enough', lines(['p', 1n]), 1n],
    ['item_not_open_enough', lines(['p', -1n], ['a', 100n]), 99n],
    ['invalid_body', lines(['a', 0n]), 0n],
    ['invalid_body', lines(['a', 90n], ['a', 0n]), 90n],
    ['invalid_body', lines(['a', -90n]), -90n],
    ['invalid_body', lines(['n', 30n]), 30n],
    ['item_unknown', lines(['x', 1n]), 1n],
    ['item_unknown', lines(['d', 100n]), 100n],
    ['amounts_do_not_add_up', lines(['a', 100n]), 99n],
    ['invalid_body', { ...lines(['a', 90n]), difference: { kind: 'bank_fee', amountMinor: -10n } }, 100n],
    ['invalid_body', { ...lines(['a', 100n]), difference: { kind: 'overpayment', amountMinor: 10n } }, 90n],
    ['customer_unknown', { customerId: null, lines: [], difference: { kind: 'on_account', amountMinor: -70n } }, 70n],
  ] as const)('is refused with %s', (code, decision, received) => {
    expect(checkDecision(decision, received, 'EUR', items)).toMatchObject({ ok: false, code });
  });
});
