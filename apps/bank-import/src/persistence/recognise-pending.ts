import { type Transaction } from '@lettrage/persistence';
import { entries, entriesParameters, type StatementAccount } from './staging.js';

/** Announcements that are looked at, the latest ones: what is older has been booked or given up. */
const mostAnnounced = 1000;

const words = (alias: string) => `upper(regexp_replace(coalesce(${alias}.counterparty_name, '') || coalesce(${alias}.remittance, ''), '[^[:alnum:]]+', '', 'g'))`;
/** Of two entries over the same money. */
const saysTheSame = (one: string, other: string) =>
  `(${one}.reference = ${other}.reference or ${one}.end_to_end_id = ${other}.end_to_end_id or (${words(one)} <> '' and ${words(one)} = ${words(other)}))`;

/**
 * An announced entry often has no reference yet, or another date than its booking. The booked entry of the same money, within ten days, that says the same
 * reference, end-to-end id or words takes its place: `recognised.announced` names the announcement that a staged booking ends.
 */
export async function foundPending(tx: Transaction, organisationId: string, accounts: readonly StatementAccount[]): Promise<void> {
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
         and ${saysTheSame('entry', 'waiting')}
     ) as pair
     where of_entry = 1 and of_waiting = 1`,
    entriesParameters(organisationId, accounts),
  );
}

/**
 * A report that comes after the statement announces what is booked already, of the same day or up to ten days later: that is known. What the file itself tells beside the
 * announcement is another one.
 */
export async function foundBooked(tx: Transaction, organisationId: string, accounts: readonly StatementAccount[]): Promise<void> {
  const [{ any }] = await tx.query<[{ any: boolean }]>(`select exists (select from staged where status = 'pending') as any`);
  if (!any) return;
  await tx.query(
    `insert into recognised (place, transaction_id)
     select place, transaction_id from (
       select entry.place, booked.transaction_id,
         row_number() over (partition by entry.place order by booked.booking_date, booked.transaction_id) as of_entry,
         row_number() over (partition by booked.transaction_id order by entry.booking_date desc, entry.place) as of_booked
       from (
         select * from transaction where organisation_id = $1 and bank_account_id = any ($3::uuid[]) and status = 'booked'
           and booking_date between (select min(booking_date) from staged where status = 'pending') and (select max(booking_date) + 10 from staged where status = 'pending')
           and not exists (select from staged where staged.fingerprint = transaction.fingerprint)
           and not exists (select from recognised where recognised.transaction_id = transaction.transaction_id)
       ) as booked
       join (${entries}) as entry on entry.bank_account_id = booked.bank_account_id and entry.amount_minor = booked.amount_minor and entry.currency = booked.currency
         and booked.booking_date - entry.booking_date between 0 and 10
       where entry.status = 'pending' and not entry.known and not entry.held and ${saysTheSame('entry', 'booked')}
     ) as pair
     where of_entry = 1 and of_booked = 1`,
    entriesParameters(organisationId, accounts),
  );
}
