import { describe, expect, it } from '@jest/globals';
import { type KnownAccount, resolveAccount } from './resolve-account.js';

const main: KnownAccount = { bankAccountId: 'a', identification: 'FR7630006000011234567890189', currency: 'EUR' };
const other: KnownAccount = { bankAccountId: 'b', identification: 'DE89370400440532013000', currency: 'EUR' };

const problemOf = (...args: Parameters<typeof resolveAccount>) => {
  const resolution = resolveAccount(...args);
  return resolution.kind === 'problem' ? [resolution.problem.code, resolution.problem.message] : resolution.kind;
};

describe('the account of a statement', () => {
  it('is the one that the file names, however it is spelled', () => {
    expect(resolveAccount({ account: 'fr76 3000 6000 0112 3456 7890 189', currency: 'EUR' }, [main, other], undefined)).toEqual({ kind: 'known', account: main });
  });

  it('is new where the file names one that nobody knows', () => {
    expect(resolveAccount({ account: 'BE68 5390 0754 7034', currency: 'EUR' }, [main], undefined)).toEqual({ kind: 'new', identification: 'BE68539007547034', currency: 'EUR' });
  });

  it('is found by the number inside its IBAN, if only one IBAN holds it', () => {
    expect(resolveAccount({ account: '0532013000', currency: 'EUR' }, [main, other], undefined)).toEqual({ kind: 'known', account: other });
    const twin = { ...other, bankAccountId: 'c', identification: 'DE11200400440532013000' };
    expect(resolveAccount({ account: '0532013000', currency: 'EUR' }, [other, twin], undefined)).toEqual({ kind: 'new', identification: '0532013000', currency: 'EUR' });
  });

  it('is the chosen one where the file names none or a number of its own', () => {
    expect(resolveAccount({ account: null, currency: null }, [main, other], other)).toEqual({ kind: 'known', account: other });
    expect(resolveAccount({ account: 'COMPTE 12', currency: 'EUR' }, [main, other], other)).toEqual({ kind: 'known', account: other });
  });

  it('is the only one where the file names none', () => {
    expect(resolveAccount({ account: null, currency: 'EUR' }, [main], undefined)).toEqual({ kind: 'known', account: main });
  });

  it('is asked for where the file names none and it is not evident', () => {
    expect(problemOf({ account: null, currency: 'EUR' }, [main, other], undefined)).toEqual(['account_needed', 'the file does not say which account it is of, and there are 2 accounts']);
    expect(problemOf({ account: null, currency: 'EUR' }, [], undefined)).toEqual(['account_needed', 'the file does not say which account it is of, and no account is known yet']);
  });

  it('is never overruled by a choice', () => {
    expect(problemOf({ account: 'FR7630006000011234567890189', currency: 'EUR' }, [main, other], other)).toEqual([
      'account_differs', 'the file is of account FR7630006000011234567890189, and DE89370400440532013000 was chosen for it',
    ]);
    expect(problemOf({ account: 'BE68539007547034', currency: 'EUR' }, [main], main)[0]).toBe('account_differs');
  });

  it('has one currency', () => {
    expect(problemOf({ account: main.identification, currency: 'USD' }, [main], undefined)).toEqual([
      'account_currency_differs', 'the statement is in USD, and the account FR7630006000011234567890189 is in EUR',
    ]);
  });
});
