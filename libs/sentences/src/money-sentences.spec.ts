import { describe, expect, it } from '@jest/globals';
import { add, allocate, MoneyError, minorUnits, parseDecimal } from '@lettrage/money';
import { filledIn, moneySentences, saidOfMoney } from './index.js';

const faults: Readonly<Record<string, () => unknown>> = {
  money_not_a_decimal: () => parseDecimal('120,00', 2),
  money_too_many_decimals: () => parseDecimal('120.005', 2),
  money_too_large: () => parseDecimal('1'.repeat(20), 2),
  money_unknown_currency: () => minorUnits('QQQ'),
  money_currency_mismatch: () => add({ minor: 1n, currency: 'EUR' }, { minor: 1n, currency: 'CHF' }),
  money_invalid_shares: () => allocate({ minor: 1n, currency: 'EUR' }, [0n]),
};

describe('a fault in an amount', () => {
  it.each(Object.keys(moneySentences))('%s says in English what its message says, and has all that it names', (id) => {
    const fault = thrownBy(faults[id]!);
    const said = saidOfMoney(fault);
    expect([said.id, said.text]).toEqual([id, fault.message]);
    expect(filledIn(moneySentences[id as keyof typeof moneySentences].fr, said.values)).not.toMatch(/[{}|]|« »/);
  });

  it('counts decimals in French', () => expect(filledIn(moneySentences.money_too_many_decimals.fr, { quoted: '1.5', decimals: '0' })).toBe('« 1.5 » a plus de 0 décimale'));
});

function thrownBy(call: () => unknown): MoneyError {
  try {
    call();
  } catch (error) {
    return error as MoneyError;
  }
  throw new Error('nothing was thrown');
}
