import { describe, expect, it } from '@jest/globals';
import { balancedOf } from './balanced.js';

const of = (...values: (boolean | null)[]) => balancedOf(values.map((balanced) => ({ balanced })));

describe('balancedOf', () => {
  it('says balanced only when every statement is', () => {
    expect([of(true, true), of(true, null), of(null), of(), of(true, false), of(null, false)]).toEqual([true, null, null, null, false, false]);
  });
});
