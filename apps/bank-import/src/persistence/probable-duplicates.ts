import { type Transaction } from '@lettrage/persistence';
import { entries, entriesParameters, type StatementAccount } from './staging.js';

/**
 * How many of the new booked transactions have account, date and amount of one that an earlier file of the same dialect brought and that this file does not
 * repeat. Within a dialect references and words are the bank's own and tell them apart, so they are imported; but a person should look, because some banks
 * change a reference between two exports.
 */
export async function probableDuplicates(tx: Transaction, organisationId: string, accounts: readonly StatementAccount[]): Promise<number> {
  const [{ probable }] = await tx.query<[{ probable: number }]>(
    // One pass over both, because a join of what has no statistics may compare each with each.
    `select coalesce(sum(least(fresh, greatest(stored - repeated, 0))), 0)::int as probable
     from (
       select count(*) filter (where kind = 'fresh') as fresh, count(*) filter (where kind = 'repeated') as repeated, count(*) filter (where kind = 'stored') as stored
       from (
         select bank_account_id, booking_date, amount_minor, currency, case when known then 'repeated' else 'fresh' end as kind from (${entries}) as entry where status = 'booked' and not held
         union all
         select bank_account_id, booking_date, amount_minor, currency, 'stored' from transaction
         where organisation_id = $1 and bank_account_id = any ($3::uuid[]) and status = 'booked'
           and booking_date between (select min(booking_date) from staged) and (select max(booking_date) from staged)
       ) as told
       group by bank_account_id, booking_date, amount_minor, currency
     ) as payment`,
    entriesParameters(organisationId, accounts),
  );
  return probable;
}
