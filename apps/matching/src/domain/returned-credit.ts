import { addMonths } from '@lettrage/calendar';

/** What the bank says of a debit that takes a credit back, or of the credit. */
export interface BankWords {
  readonly transactionId: string;
  readonly bookingDate: string;
  readonly reference: string | null;
  readonly endToEndId: string | null;
  readonly counterpartyName: string | null;
  readonly counterpartyIban: string | null;
  readonly remittance: string | null;
}

/** A direct debit can be given back for 13 months where nobody had agreed to it (Directive (EU) 2015/2366, article 71). */
const mostMonths = 13;

/** What links a return to its credit, the surest first. */
const links: readonly ((debit: BankWords, credit: BankWords) => boolean)[] = [
  (debit, credit) => debit.endToEndId !== null && debit.endToEndId === credit.endToEndId,
  (debit, credit) => credit.reference !== null && (debit.reference === credit.reference || (debit.remittance ?? '').includes(credit.reference)),
  (debit, credit) => debit.counterpartyIban !== null && debit.counterpartyIban === credit.counterpartyIban,
  (debit, credit) => debit.counterpartyName !== null && folded(debit.counterpartyName) === folded(credit.counterpartyName ?? ''),
];

/**
 * The credit that a bank's return takes back, among credits of the same amount and currency: the only one that the surest link names.
 * Null where none is linked, or two are as much: then nobody can tell from here.
 */
export function creditTakenBack<Credit extends BankWords>(debit: BankWords, credits: readonly Credit[]): Credit | null {
  const possible = credits.filter(({ bookingDate }) => bookingDate <= debit.bookingDate && bookingDate >= addMonths(debit.bookingDate, -mostMonths));
  for (const link of links) {
    const linked = possible.filter((credit) => link(debit, credit));
    if (linked.length > 0) return linked.length === 1 ? linked[0]! : null;
  }
  return null;
}

function folded(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
