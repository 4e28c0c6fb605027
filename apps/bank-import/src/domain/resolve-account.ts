import { type bankImportHttp } from '@lettrage/contracts';
import { importProblem } from './file-problem.js';

export interface KnownAccount {
  readonly bankAccountId: string;
  readonly identification: string;
  readonly currency: string;
}

export interface NamedAccount {
  /** As the file writes it, or null. */
  readonly account: string | null;
  readonly currency: string | null;
}

export type Resolution =
  | { readonly kind: 'known'; readonly account: KnownAccount }
  | { readonly kind: 'new'; readonly identification: string; readonly currency: string }
  | { readonly kind: 'problem'; readonly problem: bankImportHttp.FileProblem };

/** A bank's own number must be so long before it may stand for the IBAN that contains it. */
const shortestPart = 8;
const iban = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** One spelling of an account: capitals, no spaces (ISO 13616 prints IBANs in groups). */
export function spelled(identification: string): string {
  return identification.replaceAll(/\s/g, '').toUpperCase();
}

/** The account of a file that names none: the one that was chosen, or the only one that there is. */
export function accountOfSilentFile(known: readonly KnownAccount[], chosen: KnownAccount | undefined): KnownAccount | undefined {
  return chosen ?? (known.length === 1 ? known[0] : undefined);
}

/**
 * Which account a statement is of. What the file says wins; a choice stands in where the file says nothing, or only a number of the
 * bank's own. Two IBANs that differ are never the same account, and an account has one currency.
 */
export function resolveAccount(named: NamedAccount, known: readonly KnownAccount[], chosen: KnownAccount | undefined): Resolution {
  if (named.account === null) {
    const account = accountOfSilentFile(known, chosen);
    return account ? inCurrency(account, named) : { kind: 'problem', problem: accountNeeded(known.length) };
  }
  const identification = spelled(named.account);
  const account = matching(identification, known);
  if (chosen && account?.bankAccountId !== chosen.bankAccountId) {
    if (account || iban.test(identification)) {
      return { kind: 'problem', problem: importProblem('account_differs', `the file is of account ${named.account}, and ${chosen.identification} was chosen for it`) };
    }
    return inCurrency(chosen, named);
  }
  if (account) return inCurrency(account, named);
  if (named.currency === null) return { kind: 'problem', problem: importProblem('account_needed', `the file does not say the currency of its account ${named.account}, which is not known yet`) };
  return { kind: 'new', identification, currency: named.currency };
}

function matching(identification: string, known: readonly KnownAccount[]): KnownAccount | undefined {
  const same = known.find((account) => account.identification === identification);
  if (same) return same;
  const containing = known.filter((account) => contains(account.identification, identification) || contains(identification, account.identification));
  return containing.length === 1 ? containing[0] : undefined;
}

function contains(whole: string, part: string): boolean {
  return iban.test(whole) && !iban.test(part) && part.length >= shortestPart && whole.slice(4).includes(part);
}

function inCurrency(account: KnownAccount, named: NamedAccount): Resolution {
  if (named.currency === null || named.currency === account.currency) return { kind: 'known', account };
  return { kind: 'problem', problem: importProblem('account_currency_differs', `the statement is in ${named.currency}, and the account ${account.identification} is in ${account.currency}`) };
}

function accountNeeded(count: number): bankImportHttp.FileProblem {
  const there = count === 0 ? 'no account is known yet' : `there are ${count} accounts`;
  return importProblem('account_needed', `the file does not say which account it is of, and ${there}`);
}
