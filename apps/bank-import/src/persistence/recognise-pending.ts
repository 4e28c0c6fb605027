import { type Transaction } from '@lettrage/persistence';
import { entries, entriesParameters, type StatementAccount } from './staging.js';

/** Announcements that are looked at, the latest ones: what is older has been booked or given up. */
const mostAnnounced = 1000;

/**
 * An announced entry often has no reference yet, or another date than its booking. The booked entry of the same money, within ten days, that says the same
 * reference, end-to-end id or words takes its place: `recognised.announced` names the announcement that a staged booking ends.
 */
export async function foundPending(tx: Transaction, organisationId: string, accounts: readonly StatementAccount[]): Promise<void> {
  const words = (alias: string) => `upper(regexp_replace(coalesce(${alias}.counterparty_name, '') || coalesce(${alias}.remittance, ''), '[^[:alnum:]]+', '', 'g'))`;
  const [{ any }] = await tx.query<[{ any: boolean }]>(`select exists (select from transaction where organisation_id = $1 and status = 'pending' and bank_account_id = any ($2::uuid[])) as any`, [
    organisationId, accounts.map(({ bankAccountId }) => bankAccountId),
  ]);
  if (!any) return;
  await tx.query(
    `insert into recognised (place, announced)
     select place, transaction_id from (
       select entry.place, waiting.transaction_id,
         row_number() over (partition by entry.place order by abs(entry.booking_date - waiting.booking_date), waiting.transaction_id) as of_entry,
         row_number() over (partition by waiting.transaction_id order by abs(entry.booking_date - waiting.booking_date), entry.place) as of_waiting
       from (
         select * from transaction as pending where organisation_id = $1 and bank_account_id = any ($3::uuid[]) and status = 'pending'
           and not exists (select from staged where staged.fingerprint = pending.fingerprint)
         order by booking_date desc limit ${mostAnnounced}
       ) as waiting
       join (${entries}) as entry on entry.bank_account_id = waiting.bank_account_id and entry.amount_minor = waiting.amount_minor and entry.currency = waiting.currency
         and abs(entry.booking_date - waiting.booking_date) <= 10
       where entry.status = 'booked' and not entry.known and not entry.held and entry.stored_status is null
         and (entry.reference = waiting.reference or entry.end_to_end_id = waiting.end_to_end_id or (${words('entry')} <> '' and ${words('entry')} = ${words('waiting')}))
     ) as pair
     where of_entry = 1 and of_waiting = 1`,
    entriesParameters(organisationId, accounts),
  );
}
