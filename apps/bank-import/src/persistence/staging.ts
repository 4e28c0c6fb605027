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
 * Puts a file's rows into `staged`, a table of this transaction's own (COPY does not go through row-level security).
 * The import and its preview both stand on it, so that they cannot disagree.
 */
export async function stage(tx: Transaction, reading: AsyncGenerator<Uint8Array, Reading>): Promise<Reading> {
  await tx.query(`
    create temporary table staged (
      place int, statement int, status text, fingerprint text, booking_date date, value_date date, amount_minor bigint, currency text, original_minor bigint,
      original_currency text, reference text, counterparty_name text, counterparty_iban text, remittance text, structured_references text[], end_to_end_id text,
      mandate_id text, bank_transaction_code text, reversal boolean, return_reason text, charges jsonb
    ) on commit drop`);
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
 * `entry`: the staged rows with their account ($2, $3) and whether the organisation ($1) knows them. A row is known when its account has one of
 * the same fingerprint, unless that was only announced and is booked now.
 */
export const entries = `
  select staged.*, of_statement.bank_account_id, stored.status is not null and (stored.status = 'booked' or staged.status <> 'booked') as known
  from staged
  join unnest($2::int[], $3::uuid[]) as of_statement (statement, bank_account_id) using (statement)
  left join transaction as stored on stored.organisation_id = $1 and stored.bank_account_id = of_statement.bank_account_id and stored.fingerprint = staged.fingerprint`;

export function entriesParameters(organisationId: string, accounts: readonly StatementAccount[]): unknown[] {
  return [organisationId, accounts.map(({ statement }) => statement), accounts.map(({ bankAccountId }) => bankAccountId)];
}
