import { type Transaction } from '@lettrage/persistence';
import { type BankWords } from '../domain/returned-credit.js';

/** A return that has found its credit. */
export interface FoundReturn {
  readonly transactionId: string;
  readonly returnId: string;
  readonly returnedOn: string;
  readonly reason: string | null;
}

export type ReturnableCredit = BankWords & { readonly amountMinor: bigint; readonly currency: string };

/** So many credits of one amount and one link are looked at; where there are more, the link names nobody. */
const most = 5000;

/** Credits of these amounts that something of this could name, and that were not taken back before. */
export async function returnableCredits(tx: Transaction, amounts: readonly bigint[], until: string, named: readonly string[]): Promise<ReturnableCredit[]> {
  return tx.query<ReturnableCredit[]>(
    `select transaction_id as "transactionId", booking_date as "bookingDate", amount_minor as "amountMinor", currency, reference, end_to_end_id as "endToEndId", counterparty_name as "counterpartyName",
            counterparty_iban as "counterpartyIban", remittance
     from payment_case c
     where amount_minor = any ($1) and booking_date <= $2
       and (end_to_end_id = any ($3) or counterparty_iban = any ($3) or reference is not null or counterparty_name is not null)
       and not exists (select from returned_credit r where r.organisation_id = c.organisation_id and r.transaction_id = c.transaction_id)
     order by booking_date desc, transaction_id limit ${most}`,
    [amounts, until, named],
  );
}

/** Remembers returns; those whose credit or whose debit is known as returned already are left out of the answer. */
export async function rememberReturns(tx: Transaction, organisationId: string, found: readonly FoundReturn[]): Promise<FoundReturn[]> {
  const rows = await tx.query<{ id: string }[]>(
    `insert into returned_credit (organisation_id, transaction_id, return_id, returned_on, reason) select $1, * from unnest($2::uuid[], $3::uuid[], $4::date[], $5::text[])
     on conflict do nothing returning transaction_id as id`,
    [organisationId, found.map((one) => one.transactionId), found.map((one) => one.returnId), found.map((one) => one.returnedOn), found.map((one) => one.reason)],
  );
  const fresh = new Set(rows.map(({ id }) => id));
  return found.filter(({ transactionId }) => fresh.has(transactionId));
}

/** When each of these credits was taken back; one that was not is not in the answer. */
export async function returnedOn(tx: Transaction, transactionIds: readonly string[]): Promise<Map<string, string>> {
  if (transactionIds.length === 0) return new Map();
  const rows = await tx.query<{ id: string; day: string }[]>('select transaction_id as id, returned_on as day from returned_credit where transaction_id = any ($1)', [transactionIds]);
  return new Map(rows.map(({ id, day }) => [id, day]));
}

/** A person has found that the credit counts after all. */
export async function forgetReturn(tx: Transaction, transactionId: string): Promise<void> {
  await tx.query('delete from returned_credit where transaction_id = $1', [transactionId]);
}
