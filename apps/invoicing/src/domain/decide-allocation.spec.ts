import { describe, expect, it } from '@jest/globals';
import { decideAllocation, type RequestedAllocation } from './decide-allocation.js';
import { type OpenItem } from './open-item.js';

const invoice = (itemId: string, openMinor: bigint, customerId = 'c1'): OpenItem => ({
  itemId, customerId, number: `F-${itemId}`, kind: 'invoice', issueDate: '2026-09-01', dueDate: '2026-10-01', currency: 'EUR', openMinor,
});
const creditNote = (itemId: string, openMinor: bigint): OpenItem => ({ ...invoice(itemId, openMinor), kind: 'credit_note' });
const books = (...items: OpenItem[]) => new Map(items.map((item) => [item.itemId, item]));
const request = (amountMinor: bigint, lines: [string, bigint][], difference: RequestedAllocation['difference'] = null): RequestedAllocation => ({
  requestId: 'r1', transactionId: 't1', amountMinor, currency: 'EUR', bookingDate: '2026-10-01', customerId: null, difference,
  lines: lines.map(([itemId, amount]) => ({ itemId, amountMinor: amount })),
});
const item = (itemId: string, amountMinor: bigint) => ({ kind: 'item', differenceKind: null, itemId, customerId: 'c1', amountMinor });

const known = new Set(['c1']);

describe('an allocation is settled', () => {
  it('when its lines are open and add up', () => {
    expect(decideAllocation(request(300n, [['a', 100n], ['b', 200n]]), books(invoice('a', 100n), invoice('b', 250n)), undefined, known)).toEqual({ kind: 'settled', entries: [item('a', 100n), item('b', 200n)] });
  });
  it('net of a credit note', () => {
    expect(decideAllocation(request(80n, [['a', 100n], ['n', -20n]]), books(invoice('a', 100n), creditNote('n', -50n)), undefined, known)).toEqual({ kind: 'settled', entries: [item('a', 100n), item('n', -20n)] });
  });
  it('with a fee that the company bears: the invoice is closed in full', () => {
    expect(decideAllocation(request(88n, [['a', 100n]], { kind: 'bank_fee', amountMinor: 12n }), books(invoice('a', 100n)), undefined, known)).toEqual({
      kind: 'settled',
      entries: [item('a', 100n), { kind: 'write_off', differenceKind: 'bank_fee', itemId: null, customerId: 'c1', amountMinor: -12n }],
    });
  });
  it('with an overpayment that stays the customer’s money', () => {
    expect(decideAllocation(request(110n, [['a', 100n]], { kind: 'overpayment', amountMinor: -10n }), books(invoice('a', 100n)), undefined, known)).toEqual({
      kind: 'settled',
      entries: [item('a', 100n), { kind: 'on_account', differenceKind: 'overpayment', itemId: null, customerId: 'c1', amountMinor: 10n }],
    });
  });
  it('again after everything of the transaction was undone', () => {
    expect(decideAllocation(request(100n, [['a', 100n]]), books(invoice('a', 100n)), { transactionId: 't1', currency: 'EUR', amountMinor: 100n, takenMinor: 0n }, known).kind).toBe('settled');
  });
});

describe('an allocation is refused', () => {
  it.each([
    ['item_not_open_enough', request(101n, [['a', 101n]]), undefined],
    ['item_not_open_enough', request(0n + 120n, [['a', 60n], ['a', 60n]]), undefined],
    ['item_not_open_enough', request(80n, [['a', 100n], ['n', 20n]]), undefined],
    ['item_unknown', request(5n, [['x', 5n]]), undefined],
    ['item_currency_differs', { ...request(50n, [['a', 50n]]), currency: 'USD' }, undefined],
    ['amounts_do_not_add_up', request(90n, [['a', 100n]]), undefined],
    ['amounts_do_not_add_up', request(90n, []), undefined],
    ['difference_sign_wrong', request(110n, [['a', 100n]], { kind: 'discount', amountMinor: -10n }), undefined],
    ['customer_unknown', request(10n, [], { kind: 'on_account', amountMinor: -10n }), undefined],
    ['customer_unknown', { ...request(10n, [], { kind: 'on_account', amountMinor: -10n }), customerId: 'nobody' }, undefined],
    ['customer_unknown', { ...request(88n, [['a', 100n]], { kind: 'bank_fee', amountMinor: 12n }), customerId: 'nobody' }, undefined],
    ['transaction_exceeded', request(50n, [['a', 50n]]), { transactionId: 't1', currency: 'EUR', amountMinor: 50n, takenMinor: 50n }],
    ['transaction_differs', request(50n, [['a', 50n]]), { transactionId: 't1', currency: 'EUR', amountMinor: 60n, takenMinor: 0n }],
    ['transaction_differs', request(-50n, [['n', -50n]]), undefined],
  ] as const)('with %s', (code, asked, payment) => {
    expect(decideAllocation(asked, books(invoice('a', 100n), creditNote('n', -50n)), payment, known)).toMatchObject({ kind: 'refused', code });
  });
});
