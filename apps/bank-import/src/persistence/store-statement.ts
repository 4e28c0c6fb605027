import { type Transaction } from '@lettrage/persistence';
import { givenStatements, type StatementRow } from './balance-gaps.js';
import { entries, entriesParameters, type StatementAccount } from './staging.js';

interface File {
  readonly organisationId: string;
  readonly statementFileId: string;
}

export const said = [
  'statement', 'place', 'status', 'booking_date', 'value_date', 'amount_minor', 'currency', 'original_minor', 'original_currency', 'reference', 'counterparty_name', 'counterparty_iban',
  'remittance', 'structured_references', 'end_to_end_id', 'mandate_id', 'bank_transaction_code', 'reversal', 'return_reason', 'charges', 'batch', 'details',
] as const;

/** Where nothing of it is stored there is no row that it could be: the index need not be asked for each one before. */
const becomesBooked = `on conflict (organisation_id, bank_account_id, fingerprint) do update
  set statement_file_id = excluded.statement_file_id, ${said.map((column) => `${column} = excluded.${column}`).join(', ')}`;

/** How many of a file's booked entries were stored as new transactions, and how many are held until a person has decided. */
export interface Stored {
  readonly imported: number;
  readonly held: number;
}

/**
 * Inserts what is not known yet; an announced entry that is booked now becomes the booked one and keeps its id. What was recognised is remembered under
 * this file's fingerprints too, and what may be known is put aside.
 */
export async function storeEntries(tx: Transaction, file: File, accounts: readonly StatementAccount[], dialect: string): Promise<Stored> {
  const { organisationId, statementFileId } = file;
  const [{ recognised, announced }] = await tx.query<[{ recognised: boolean; announced: boolean }]>(
    'select exists (select from recognised) as recognised, exists (select from looked where stored_status is not null and not known) as announced',
  );
  const held = recognised ? await storeRecognised(tx, file, accounts, dialect) : 0;
  await tx.query(
    `insert into transaction (organisation_id, bank_account_id, statement_file_id, fingerprint, ${said.join(', ')})
     select $1, bank_account_id, $4, fingerprint, ${said.join(', ')} from (${entries}) as entry where not known and not held
     ${recognised || announced ? becomesBooked : ''}`,
    [...entriesParameters(organisationId, accounts), statementFileId],
  );
  const [{ imported }] = await tx.query<[{ imported: number }]>(
    `select count(*)::int as imported from transaction where organisation_id = $1 and statement_file_id = $2 and status in ('booked', 'superseded')`,
    [organisationId, statementFileId],
  );
  return { imported, held };
}

/** Writes down what recognition found, before the rest is inserted; returns how many entries are held. */
async function storeRecognised(tx: Transaction, { organisationId, statementFileId }: File, accounts: readonly StatementAccount[], dialect: string): Promise<number> {
  const parameters = entriesParameters(organisationId, accounts);
  const held = await tx.query<unknown[]>(
    `insert into held_entry (organisation_id, transaction_id, bank_account_id, statement_file_id, fingerprint, candidates, batch_of, ${said.join(', ')})
     select $1, uuidv7(), bank_account_id, $4, fingerprint, candidates, batch_of, ${said.join(', ')} from (${entries}) as entry where held and not known returning 1`,
    [...parameters, statementFileId],
  );
  // An announcement that is booked now under another fingerprint takes that one; one whose booking was known before is over.
  await tx.query(
    `update transaction set fingerprint = staged.fingerprint from recognised join staged using (place)
     where transaction.organisation_id = $1 and transaction.transaction_id = recognised.announced`,
    [organisationId],
  );
  await tx.query(
    `delete from transaction using (select bank_account_id, fingerprint from (${entries}) as entry where same_as is not null and stored_status is not null) as ended
     where transaction.organisation_id = $1 and transaction.bank_account_id = ended.bank_account_id and transaction.fingerprint = ended.fingerprint and transaction.status in ('pending', 'information')`,
    parameters,
  );
  // What is announced is no other name of what is booked: an entry that is booked under it may be another payment.
  await tx.query(
    `insert into transaction_alias (organisation_id, bank_account_id, fingerprint, transaction_id, dialect, statement_file_id)
     select $1, bank_account_id, fingerprint, same_as, $4, $5::uuid from (${entries}) as entry where same_as is not null and status not in ('pending', 'information')
     on conflict (organisation_id, bank_account_id, fingerprint) do nothing`,
    [...parameters, dialect, statementFileId],
  );
  // What another format told as one line is a bulk booking, if this one says so: its payments may come yet.
  await tx.query(
    `update transaction set batch = told.batch from (select same_as, batch from (${entries}) as entry where same_as is not null and (batch ->> 'whole')::boolean) as told
     where transaction.organisation_id = $1 and transaction.transaction_id = told.same_as and transaction.batch is null`,
    parameters,
  );
  return held.length;
}

/** Stores the statements, and what they say of their accounts: the last booking date, and the latest closing balance. */
export async function storeStatements(tx: Transaction, { organisationId, statementFileId }: File, statements: readonly StatementRow[]): Promise<void> {
  await tx.query(
    `insert into statement (organisation_id, statement_file_id, position, bank_account_id, bank_statement_id, sequence, currency, from_date, to_date, opening_minor, closing_minor,
       entries, credits_minor, debits_minor, balanced, gap_minor, joins)
     select $1, $3, "position", "bankAccountId", "bankStatementId", "sequence", "currency", "fromDate", "toDate", "openingMinor", "closingMinor",
       "entries", "creditsMinor", "debitsMinor", "balanced", "gapMinor", "joins" from ${givenStatements}`,
    [organisationId, JSON.stringify(statements), statementFileId],
  );
  await tx.query(
    `update bank_account set last_booking_date = greatest(last_booking_date, latest.booking_date)
     from (
       select of_statement.bank_account_id, max(booking_date) as booking_date from staged
       join unnest($2::int[], $3::uuid[]) as of_statement (statement, bank_account_id) using (statement) where status = 'booked' group by 1
     ) as latest
     where bank_account.organisation_id = $1 and bank_account.bank_account_id = latest.bank_account_id`,
    [organisationId, statements.map(({ position }) => position), statements.map(({ bankAccountId }) => bankAccountId)],
  );
  await tx.query(
    `update bank_account set last_balance_minor = latest.closing_minor, last_balance_date = latest.to_date
     from (
       select distinct on (bank_account_id) bank_account_id, closing_minor, to_date from statement
       where organisation_id = $1 and statement_file_id = $2 and closing_minor is not null and to_date is not null order by bank_account_id, to_date desc, position desc
     ) as latest
     where bank_account.organisation_id = $1 and bank_account.bank_account_id = latest.bank_account_id and (last_balance_date is null or last_balance_date <= latest.to_date)`,
    [organisationId, statementFileId],
  );
}
