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
    drop table if exists pg_temp.staged, pg_temp.recognised;
    create temporary table staged (
      place int, statement int, status text, fingerprint text, booking_date date, value_date date, amount_minor bigint, currency text, original_minor bigint,
      original_currency text, reference text, counterparty_name text, counterparty_iban text, remittance text, structured_references text[], end_to_end_id text,
      mandate_id text, bank_transaction_code text, reversal boolean, return_reason text, charges jsonb, batch jsonb
    ) on commit drop;
    create temporary table recognised (place int primary key, transaction_id uuid, candidates uuid[], announced uuid, batch_of uuid) on commit drop`);
  // A table that is small when the plan is made would be scanned for each row, and grows while it is being filled: fingerprints are looked up in their index.
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
 * `entry`: the staged rows with their account ($2, $3) and what the organisation ($1) knows of them. A row is `known` when its account has a transaction
 * of the same fingerprint, unless that was only announced and is booked now; when that fingerprint is another name of one; when it was
 * recognised as one; or when an earlier file has brought it and it is held. It is `held` when it may be one, which a person decides.
 */
export const entries = `
  select staged.*, of_statement.bank_account_id, stored.status as stored_status, recognised.transaction_id as same_as, recognised.candidates, recognised.batch_of,
    coalesce(stored.status in ('booked', 'superseded') or (stored.status is not null and staged.status <> 'booked')
      or alias.transaction_id is not null or earlier.transaction_id is not null or recognised.transaction_id is not null, false) as known,
    recognised.candidates is not null as held
  from staged
  join unnest($2::int[], $3::uuid[]) as of_statement (statement, bank_account_id) using (statement)
  left join transaction as stored on stored.organisation_id = $1 and stored.bank_account_id = of_statement.bank_account_id and stored.fingerprint = staged.fingerprint
  left join transaction_alias as alias on alias.organisation_id = $1 and alias.bank_account_id = of_statement.bank_account_id and alias.fingerprint = staged.fingerprint
  left join held_entry as earlier on earlier.organisation_id = $1 and earlier.bank_account_id = of_statement.bank_account_id and earlier.fingerprint = staged.fingerprint
  left join recognised on recognised.place = staged.place`;

export function entriesParameters(organisationId: string, accounts: readonly StatementAccount[]): unknown[] {
  return [organisationId, accounts.map(({ statement }) => statement), accounts.map(({ bankAccountId }) => bankAccountId)];
}
