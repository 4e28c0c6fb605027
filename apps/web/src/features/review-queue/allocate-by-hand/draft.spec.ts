import { describe, expect, it } from '@jest/globals';
import { amountThatFits, bodyOf, faultOf, kindsFor, remainingMinor, withItem, type Draft, type DraftLine } from './draft.js';

const line = (itemId: string, open: string, typed = open, customerId: string | null = 'c1'): DraftLine => ({
  itemId,
  number: itemId,
  customerId,
  customerName: null,
  dueDate: '2026-11-01',
  open,
  typed,
});
const draft = (received: string, lines: DraftLine[], more: Partial<Draft> = {}): Draft => ({
  received,
  currency: 'EUR',
  lines,
  difference: null,
  customerId: null,
  ...more,
});

describe('remainingMinor', () => {
  it('is what no line takes, net of credit notes, in minor units', () => {
    expect(remainingMinor(draft('100.00', [line('a', '70.00'), line('n', '-20.00')]))).toBe(5000n);
    expect(remainingMinor(draft('0.30', [line('a', '0.10'), line('b', '0.20')]))).toBe(0n);
    expect(remainingMinor(draft('999999999999999.99', [line('a', '999999999999999.98')]))).toBe(1n);
  });

  it('is not known while an amount cannot be read', () => {
    expect(remainingMinor(draft('100.00', [line('a', '70.00', '7O')]))).toBeNull();
  });
});

describe('faultOf', () => {
  it.each([
    ['70.00', '70', null],
    ['70.00', '70,01', 'above_open'],
    ['70.00', '-1', 'above_open'],
    ['70.00', '0', 'nothing'],
    ['70.00', 'seventy', 'not_an_amount'],
    ['-20.00', '-20', null],
    ['-20.00', '-20,01', 'above_open'],
    ['-20.00', '5', 'above_open'],
  ])('of %p open and %p typed is %p', (open, typed, fault) => {
    expect(faultOf(line('a', open, typed), 'EUR')).toBe(fault);
  });
});

describe('kindsFor', () => {
  it('follows the sign of what remains', () => {
    expect(kindsFor(draft('95.00', [line('a', '100.00')]))).toEqual(['bank_fee', 'discount', 'deduction', 'rounding']);
    expect(kindsFor(draft('105.00', [line('a', '100.00')]))).toEqual(['overpayment', 'rounding']);
    expect(kindsFor(draft('105.00', []))).toEqual(['on_account', 'duplicate_payment']);
    expect(kindsFor(draft('100.00', [line('a', '100.00')]))).toEqual([]);
  });
});

describe('bodyOf', () => {
  it('is ready when the lines add up', () => {
    expect(bodyOf(draft('150.00', [line('a', '100.00'), line('b', '80.00', '50')]), 4)).toEqual({
      customerId: 'c1',
      lines: [
        { itemId: 'a', amount: '100.00' },
        { itemId: 'b', amount: '50.00' },
      ],
      difference: null,
      version: 4,
    });
  });

  it('is ready when the difference is named, with the sign of allocated minus received', () => {
    expect(bodyOf(draft('87.50', [line('a', '100.00')], { difference: 'bank_fee' }), 1)).toMatchObject({
      difference: { kind: 'bank_fee', amount: '12.50' },
    });
    expect(bodyOf(draft('105.00', [line('a', '100.00')], { difference: 'overpayment' }), 1)).toMatchObject({
      customerId: 'c1',
      difference: { kind: 'overpayment', amount: '-5.00' },
    });
    expect(bodyOf(draft('105.00', [], { difference: 'on_account', customerId: 'c9' }), 1)).toMatchObject({
      customerId: 'c9',
      lines: [],
      difference: { kind: 'on_account', amount: '-105.00' },
    });
  });

  it('is not ready while something remains, is named wrongly, or belongs to nobody known', () => {
    expect(bodyOf(draft('90.00', [line('a', '100.00')]), 1)).toBeNull();
    expect(bodyOf(draft('110.00', [line('a', '100.00')], { difference: 'bank_fee' }), 1)).toBeNull();
    expect(bodyOf(draft('105.00', [], { difference: 'on_account' }), 1)).toBeNull();
    expect(bodyOf(draft('130.00', [line('a', '60.00', '60', 'c1'), line('b', '60.00', '60', 'c2')], { difference: 'overpayment' }), 1)).toBeNull();
    expect(bodyOf(draft('100.00', [line('a', '60.00', '100')]), 1)).toBeNull();
  });

  it('says no customer where the lines are of several and no money stays', () => {
    expect(bodyOf(draft('120.00', [line('a', '60.00', '60', 'c1'), line('b', '60.00', '60', 'c2')]), 1)).toMatchObject({
      customerId: null,
      difference: null,
    });
  });

  it('forgets a difference that a change of amounts has made needless', () => {
    expect(bodyOf(draft('100.00', [line('a', '100.00')], { difference: 'bank_fee' }), 1)).toMatchObject({ difference: null });
  });
});

describe('lines', () => {
  it('start with all that is open, each item once', () => {
    const { typed: _typed, ...item } = line('a', '70.00');
    const inFrench = (amount: string) => amount.replace('.', ',');
    const once = withItem(draft('100.00', []), item, inFrench);
    expect(once.lines).toEqual([{ ...item, typed: '70,00' }]);
    expect(remainingMinor(once)).toBe(3000n);
    expect(withItem(once, item, inFrench)).toBe(once);
  });

  it('can be cut to a part payment that leaves nothing over', () => {
    const a = line('a', '70.00');
    const b = line('b', '70.00');
    expect(amountThatFits(draft('100.00', [a, b]), b)).toBe('30.00');
    expect(amountThatFits(draft('200.00', [a, b]), b)).toBeNull();
    expect(amountThatFits(draft('50.00', [a, b]), b)).toBeNull();
    expect(amountThatFits(draft('140.00', [a, b]), b)).toBeNull();
  });
});
