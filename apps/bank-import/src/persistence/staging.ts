import { connectionOf, type Transaction } from '@lettrage/persistence';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { copyColumns } from '../statement-reader/copy-text.js';
import { type Reading } from '../statement-reader/read-in-worker.js';

/** Which account each statement of the file is of; null for one that will be created, where nothing can be known yet. */
export interface StatementAccount {
  readonly statement: number;
  readonly bankAccountId: string | null;
}

/**
 * Puts a file's rows into `staged`, a table of this transaction's own (COPY does not go through row-level security), with an empty `recognised` beside it.
 * The import and its preview both stand on them, so that they cannot disagree.
 */
export async function stage(tx: Transaction, reading: AsyncGenerator<Uint8Array, Reading>): Promise<Reading> {
  await tx.query(`
    drop table if exists pg_temp.staged, pg_temp.looked, pg_temp.recognised;
    create temporary table staged (
      place int, statement int, status text, fingerprint text, booking_date date, value_date date, amount_minor bigint, currency text, original_minor bigint,
      original_currency text, reference text, counterparty_name text, counterparty_iban text, remittance text, structured_references text[], end_to_end_id text,
      mandate_id text, bank_transaction_code text, reversal boolean, return_reason text, charges jsonb, batch jsonb, details jsonb
    ) on commit drop;
    create temporary table looked (organisation_id uuid, place int, stored_status text, known boolean) on commit drop;
    create temporary table recognised (place int primary key, transaction_id uuid, candidates uuid[], announced uuid, batch_of uuid) on commit drop`);
  // A table that was small when its statistics were made, and is not any more, would be read whole instead of the days that are wanted.
  await tx.query('set local enable_seqscan = off');
  const connection = await connectionOf(tx);
  let result: Reading | undefined;
  await pipeline(
    async function* () {
      result = yield* reading;
    },
    connection.query(copyFrom(`copy staged (${copyColumns.join(', ')}) from stdin`)),
  );
  if (result!.notBooked > 0) await rankBookedFirst(tx);
  return result!;
}

/**
 * A fingerprint ends in the rank among entries that look the same. Booked ones are ranked before announced ones, whatever the file's order:
 * so an announced entry takes the rank that it will have when it is booked, and is then replaced rather than doubled.
 */
async function rankBookedFirst(tx: Transaction): Promise<void> {
  await tx.query(`
    update staged set fingerprint = digest || '.' || ranked.rank
    from (
      select place, digest, row_number() over (partition by digest order by status <> 'booked', place) as rank
      from (select place, status, split_part(fingerprint, '.', 1) as digest from staged) as entry
      where digest in (select split_part(fingerprint, '.', 1) from staged where status <> 'booked')
    ) as ranked
    where ranked.place = staged.place`);
}

/**
 * Looks up each staged row by its fingerprint, once: among the account's transactions, their aliases, and what is held. A fingerprint has the booking date in it,
 * so that only those dates are read, and everything is joined by hashing: statistics are those of before, and a plan that looks for each row anew may look through all.
 */
export async function look(tx: Transaction, organisationId: string, accounts: readonly StatementAccount[]): Promise<void> {
  await tx.query('set local enable_nestloop = off');
  const days = '(select min(booking_date) from staged) and (select max(booking_date) from staged)';
  await tx.query(
    `insert into looked (organisation_id, place, stored_status, known)
     select $1, place, stored.status,
       coalesce(stored.status in ('booked', 'superseded') or (stored.status is not null and staged.status <> 'booked') or alias.fingerprint is not null or held.fingerprint is not null, false)
     from staged
     join unnest($2::int[], $3::uuid[]) as of_statement (statement, bank_account_id) using (statement)
     left join (select bank_account_id, fingerprint, status from transaction where organisation_id = $1 and bank_account_id = any ($3) and booking_date between ${days}) as stored
       on stored.bank_account_id = of_statement.bank_account_id and stored.fingerprint = staged.fingerprint
     left join (select bank_account_id, fingerprint from transaction_alias where organisation_id = $1 and bank_account_id = any ($3)) as alias
       on alias.bank_account_id = of_statement.bank_account_id and alias.fingerprint = staged.fingerprint
     left join (select bank_account_id, fingerprint from held_entry where organisation_id = $1 and bank_account_id = any ($3) and booking_date between ${days}) as held
       on held.bank_account_id = of_statement.bank_account_id and held.fingerprint = staged.fingerprint`,
    entriesParameters(organisationId, accounts),
  );
}

/**
 * `entry`: the staged rows with their account ($2, $3) and what the organisation ($1) knows of them. A row is `known` when its account has a transaction
 * of the same fingerprint, unless that was only announced and is booked now; when that fingerprint is another name of one; when it was
 * recognised as one; or when an earlier file has brought it and it is held. It is `held` when it may be one, which a person decides.
 */
export const entries = `
  select staged.*, of_statement.bank_account_id, looked.stored_status, recognised.transaction_id as same_as, recognised.candidates, recognised.batch_of,
    looked.known or recognised.transaction_id is not null as known, recognised.candidates is not null as held
  from staged
  join looked on looked.organisation_id = $1 and looked.place = staged.place
  join unnest($2::int[], $3::uuid[]) as of_statement (statement, bank_account_id) using (statement)
  left join recognised on recognised.place = staged.place`;

export function entriesParameters(organisationId: string, accounts: readonly StatementAccount[]): unknown[] {
  return [organisationId, accounts.map(({ statement }) => statement), accounts.map(({ bankAccountId }) => bankAccountId)];
}
