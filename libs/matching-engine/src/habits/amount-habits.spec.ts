import { describe, expect, it } from '@jest/globals';
import { amountKinds, AmountHabits, wholeRate } from './amount-habits.js';

const day = 20_000;
const country = { countryOf: (customerId: string): string => (customerId.startsWith('DE') ? 'DE' : customerId.startsWith('BE') ? 'BE' : 'FR') };
const fee = (habits: AmountHabits, customerId: string): number => habits.shares(customerId, false, country)[amountKinds.indexOf('bank_fee')]!;
const kind = (habits: AmountHabits, name: (typeof amountKinds)[number]): number => habits.shares('FR9', false, country)[amountKinds.indexOf(name)]!;

function atHomeInFrance(): AmountHabits {
  const habits = new AmountHabits();
  habits.home = 'FR';
  return habits;
}

describe('the share of fees', () => {
  it('among payments from abroad says nothing of those at home', () => {
    const habits = atHomeInFrance();
    const before = fee(habits, 'FR1');
    for (let i = 0; i < 60; i++) habits.learn({ customerId: `DE${i}`, country: 'DE', many: false }, i % 2 === 0 ? 'bank_fee' : 'exact', 10_000, i % 2 === 0 ? 9_000 : 10_000, day);
    expect(fee(habits, 'FR1')).toBeLessThanOrEqual(before);
    expect(fee(habits, 'BE1')).toBeGreaterThan(0.2);
  });

  it('where the home country is not known is that of all', () => {
    const habits = new AmountHabits();
    for (let i = 0; i < 60; i++) habits.learn({ customerId: `DE${i}`, country: 'DE', many: false }, 'bank_fee', 10_000, 9_000, day);
    expect(fee(habits, 'FR1')).toBeGreaterThan(0.5);
  });
});

describe('what payments show that were not settled yet', () => {
  it('leaves what happens by chance as likely as it was', () => {
    const habits = atHomeInFrance();
    const before = ['deduction', 'rounding', 'overpayment', 'partial'].map((name) => kind(habits, name as 'partial'));
    for (let i = 0; i < 200; i++) habits.learnLasting({ customerId: `FR${i}`, country: 'FR', many: false }, 'exact', 10_000, 10_000, day);
    for (const [index, name] of (['deduction', 'rounding', 'overpayment', 'partial'] as const).entries()) expect(kind(habits, name)).toBeCloseTo(before[index]!, 10);
    expect(kind(habits, 'exact')).toBeGreaterThan(0.89);
  });

  it('is not known to the habits that were copied', () => {
    const habits = atHomeInFrance();
    habits.learn({ customerId: 'DE1', country: 'DE', many: false }, 'bank_fee', 10_000, 9_265, day);
    const copy = habits.copy();
    copy.learnLasting({ customerId: 'DE1', country: 'DE', many: false }, 'bank_fee', 10_000, 9_500, day);
    expect(habits.common('bank_fee')).toEqual([735]);
    expect(copy.common('bank_fee')).toEqual([500, 735]);
    expect(fee(copy, 'DE1')).toBeGreaterThan(fee(habits, 'DE1'));
  });
});

describe('a whole rate', () => {
  it.each([
    [7_343, 440, 100, 600],
    [15_510, 1_240, 100, 800],
    [499_806, 14_994, 100, 300],
    [10_000, 450, 100, 0],
    [2_990, 299, 500, 1_000],
    [10_000, 600, 500, 0],
    [0, 5, 100, 0],
  ])('of %i is %i in steps of %i: %i', (closed, part, step, rate) => {
    expect(wholeRate(closed, part, step)).toBe(rate);
  });
});
