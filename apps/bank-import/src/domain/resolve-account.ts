import { type bankImportHttp, sentence } from '@lettrage/contracts';
import { importProblem } from './file-problem.js';

export interface Account {
  /** Null for an account that this very file is the first to name. */
  readonly bankAccountId: string | null;
  /** IBAN, or what the bank calls it; unique in the organisation. */
  readonly identification: string;
  readonly currency: string;
}

export interface NamedAccount {
  /** As the file writes it, or null. */
  readonly account: string | null;
  readonly currency: string | null;
}

type Problem = { readonly problem: bankImportHttp.FileProblem };

/** A bank's own number must be so long before it may stand for the IBAN that contains it. */
const shortestPart = 8;
const iban = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** One spelling of an account: capitals, no spaces (ISO 13616 prints IBANs in groups). */
export function spelled(identification: string): string {
  return identification.replaceAll(/\s/g, '').toUpperCase();
}

/** The account of a file that names none: the one that was chosen, or the only one that there is. */
export function accountOfSilentFile(known: readonly Account[], chosen: Account | undefined): Account | undefined {
  return chosen ?? (known.length === 1 ? known[0] : undefined);
}

/** The account of each statement of a file, in order; or the first problem. An account named twice is the same account. */
export function resolveAccounts(statements: readonly NamedAccount[], known: readonly Account[], chosen: Account | undefined): { readonly accounts: readonly Account[] } | Problem {
  const silent = accountOfSilentFile(known, chosen);
  const all = [...known];
  const accounts: Account[] = [];
  for (const statement of statements) {
    const account = statement.account === null ? (silent ?? accountNeeded(known.length)) : resolveNamed(statement.account, statement.currency, all, chosen);
    if ('problem' in account) return account;
    if (statement.currency !== null && statement.currency !== account.currency) {
      return { problem: importProblem('account_currency_differs', sentence('statement_currency', { statement: statement.currency, account: account.identification, currency: account.currency })) };
    }
    if (!all.includes(account)) all.push(account);
    accounts.push(account);
  }
  return { accounts };
}

/**
 * What the file says wins; a choice stands in where the file says only a number of the bank's own. Two IBANs that differ are never the
 * same account.
 */
function resolveNamed(name: string, currency: string | null, known: readonly Account[], chosen: Account | undefined): Account | Problem {
  const identification = spelled(name);
  const account = matching(identification, known);
  if (chosen && account !== chosen) {
    if (account || iban.test(identification)) return { problem: importProblem('account_differs', sentence('file_of_another_account', { account: name, chosen: chosen.identification })) };
    return chosen;
  }
  if (account) return account;
  if (currency === null) return { problem: importProblem('account_needed', sentence('account_without_currency', { account: name })) };
  return { bankAccountId: null, identification, currency };
}

function matching(identification: string, known: readonly Account[]): Account | undefined {
  const same = known.find((account) => account.identification === identification);
  if (same) return same;
  const containing = known.filter((account) => contains(account.identification, identification) || contains(identification, account.identification));
  return containing.length === 1 ? containing[0] : undefined;
}

function contains(whole: string, part: string): boolean {
  return iban.test(whole) && !iban.test(part) && part.length >= shortestPart && whole.slice(4).includes(part);
}

function accountNeeded(count: number): Problem {
  return { problem: importProblem('account_needed', count === 0 ? sentence('account_of_none') : sentence('account_of_several', { count: String(count) })) };
}
