import { type ImportedTransaction } from '@lettrage/contracts';
import { creditTakenBack } from '../../domain/returned-credit.js';
import { minor } from '../../domain/payment-case.js';
import { type OrganisationSession } from '../../engine/organisation-session.js';
import { askReversal, setAsideReturned } from '../../engine/take-back.js';
import { lockCases } from '../../persistence/case-rows.js';
import { type FoundReturn, rememberReturns, returnableCredits } from '../../persistence/returned-credits.js';

/** A debit by which the bank takes an earlier credit back: an R-transaction, or an entry that it calls a reversal. */
function isReturn({ amount, reversal, returnReason }: ImportedTransaction): boolean {
  return amount.startsWith('-') && (reversal || returnReason !== null);
}

/**
 * Finds what banks' returns take back, and undoes it: what the credit had paid is open again from the day of the return, and the credit counts no more. A return
 * that names no single credit stays in the list of transactions, for a person to look at.
 */
export async function returnCredits(session: OrganisationSession, transactions: readonly ImportedTransaction[], now: Date): Promise<void> {
  const returns = transactions.filter(isReturn).map((debit) => ({ ...debit, amountMinor: -minor(debit.amount, debit.currency) }));
  if (returns.length === 0) return;
  const { tx, organisationId } = session;
  const named = returns.flatMap(({ endToEndId, counterpartyIban }) => [endToEndId, counterpartyIban]).filter((one) => one !== null);
  const latest = returns.reduce((last, { bookingDate }) => (bookingDate > last ? bookingDate : last), '');
  const credits = Map.groupBy(await returnableCredits(tx, returns.map(({ amountMinor }) => amountMinor), latest, named), ({ amountMinor, currency }) => `${amountMinor} ${currency}`);

  const found: FoundReturn[] = [];
  const taken = new Set<string>();
  for (const debit of returns) {
    const possible = (credits.get(`${debit.amountMinor} ${debit.currency}`) ?? []).filter(({ transactionId }) => !taken.has(transactionId));
    const credit = creditTakenBack(debit, possible);
    if (!credit) continue;
    taken.add(credit.transactionId);
    found.push({ transactionId: credit.transactionId, returnId: debit.transactionId, returnedOn: debit.bookingDate, reason: debit.returnReason });
  }
  if (found.length === 0) return;
  const fresh = await rememberReturns(tx, organisationId, found);
  const cases = [...(await lockCases(tx, fresh.map(({ transactionId }) => transactionId))).values()];
  await askReversal(session, cases.filter(({ state }) => state === 'settled'), new Map(fresh.map(({ transactionId, returnedOn }) => [transactionId, returnedOn])));
  await setAsideReturned(session, cases.filter(({ state }) => state === 'waiting'), now);
  // One that is on its way to the ledger is taken back when the answer comes.
}
