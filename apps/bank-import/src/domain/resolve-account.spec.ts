import { describe, expect, it } from '@jest/globals';
import { type Account, type NamedAccount, resolveAccounts } from './resolve-account.js';

const main: Account = { bankAccountId: 'a', identification: 'FR7630006000011234567890189', currency: 'EUR' };
const other: Account = { bankAccountId: 'b', identification: 'DE89370400440532013000', currency: 'EUR' };

const resolve = (named: NamedAccount, known: readonly Account[], chosen?: Account) => {
  const result = resolveAccounts([named], known, chosen);
  return 'problem' in result ? [result.problem.code, result.problem.message] : result.accounts[0];
};

describe('the account of a statement', () => {
  it('is the one that the file names, however it is spelled', () => {
    expect(resolve({ account: 'fr76 3000 6000 0112 3456 7890 189', currency: 'EUR' }, [main, other])).toBe(main);
  });

  it('is new where the file names one that nobody knows', () => {
    expect(resolve({ account: 'BE68 5390 0754 7034', currency: 'EUR' }, [main])).toEqual({ bankAccountId: null, identification: 'BE68539007547034', currency: 'EUR' });
  });

  it('is found by the number inside its IBAN, if only one IBAN holds it', () => {
    expect(resolve({ account: '0532013000', currency: 'EUR' }, [main, other])).toBe(other);
    const twin = { ...other, bankAccountId: 'c', identification: 'DE11200400440532013000' };
    expect(resolve({ account: '0532013000', currency: 'EUR' }, [other, twin])).toEqual({ bankAccountId: null, identification: '0532013000', currency: 'EUR' });
  });

  it('is the chosen one where the file names none or a number of its own', () => {
    expect(resolve({ account: null, currency: null }, [main, other], other)).toBe(other);
    expect(resolve({ account: 'COMPTE 12', currency: 'EUR' }, [main, other], other)).toBe(other);
  });

  it('is the only one where the file names none', () => {
    expect(resolve({ account: null, currency: 'EUR' }, [main])).toBe(main);
  });

  it('is asked for where the file names none and it is not evident', () => {
    expect(resolve({ account: null, currency: 'EUR' }, [main, other])).toEqual(['account_needed', 'the file does not say which account it is of, and there are 2 accounts']);
    expect(resolve({ account: null, currency: 'EUR' }, [])).toEqual(['account_needed', 'the file does not say which account it is of, and no account is known yet']);
    expect(resolve({ account: 'X-1', currency: null }, [])).toEqual(['account_needed', 'the file does not say the currency of its account X-1, which is not known yet']);
  });

  it('is never overruled by a choice', () => {
    expect(resolve({ account: main.identification, currency: 'EUR' }, [main, other], other)).toEqual([
      'account_differs', 'the file is of account FR7630006000011234567890189, and DE89370400440532013000 was chosen for it',
    ]);
    expect(resolve({ account: 'BE68539007547034', currency: 'EUR' }, [main], main)).toEqual([
      'account_differs', 'the file is of account BE68539007547034, and FR7630006000011234567890189 was chosen for it',
    ]);
  });

  it('has one currency', () => {
    expect(resolve({ account: main.identification, currency: 'USD' }, [main])).toEqual([
      'account_currency_differs', 'the statement is in USD, and the account FR7630006000011234567890189 is in EUR',
    ]);
  });

  it('is one account where a file names it twice, also when it is new', () => {
    const pages = [{ account: 'BE68539007547034', currency: 'EUR' }, { account: 'BE68 5390 0754 7034', currency: 'EUR' }];
    const fresh = { bankAccountId: null, identification: 'BE68539007547034', currency: 'EUR' };
    expect(resolveAccounts(pages, [], undefined)).toEqual({ accounts: [fresh, fresh] });
    const mixed = resolveAccounts([pages[0]!, { account: 'BE68539007547034', currency: 'USD' }], [], undefined);
    expect(mixed).toMatchObject({ problem: { code: 'account_currency_differs' } });
  });

  it('does not become evident by an account that the same file creates', () => {
    expect(resolveAccounts([{ account: 'BE68539007547034', currency: 'EUR' }, { account: null, currency: 'EUR' }], [], undefined)).toMatchObject({ problem: { code: 'account_needed' } });
  });
});
