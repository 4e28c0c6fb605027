import { type Transaction } from '@lettrage/persistence';
import { givenStatements, type StatementRow } from './balance-gaps.js';
import { entries, entriesParameters, type StatementAccount } from './staging.js';

interface File {
  readonly organisationId: string;
  readonly statementFileId: string;
}

const said = [
  'statement', 'place', 'status', 'booking_date', 'value_date', 'amount_minor', 'currency', 'original_minor', 'original_currency', 'reference', 'counterparty_name', 'counterparty_iban',
  'remittance', 'structured_references', 'end_to_end_id', 'mandate_id', 'bank_transaction_code', 'reversal', 'return_reason', 'charges',
] as const;

/**
 * Inserts what is not known yet; an announced entry that is booked now becomes the booked one and keeps its id.
 * Returns how many booked transactions are new.
 */
export async function storeEntries(tx: Transaction, { organisationId, statementFileId }: File, accounts: readonly StatementAccount[]): Promise<number> {
  await tx.query(
    `insert into transaction (organisation_id, bank_account_id, statement_file_id, fingerprint, ${said.join(', ')})
     select $1, bank_account_id, $4, fingerprint, ${said.join(', ')} from (${entries}) as entry where not known
     on conflict (organisation_id, bank_account_id, fingerprint) do update
       set statement_file_id = excluded.statement_file_id, ${said.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [...entriesParameters(organisationId, accounts), statementFileId],
  );
  const [{ imported }] = await tx.query<[{ imported: number }]>(
    `select count(*)::int as imported from transaction where organisation_id = $1 and statement_file_id = $2 and status = 'booked'`,
    [organisationId, statementFileId],
  );
  return imported;
}

/** Stores the statements, and what they say of their accounts: the last booking date, and the latest closing balance. */
export async function storeStatements(tx: Transaction, { organisationId, statementFileId }: File, statements: readonly StatementRow[]): Promise<void> {
  await tx.query(
    `insert into statement (organisation_id, statement_file_id, position, bank_account_id, bank_statement_id, sequence, currency, from_date, to_date, opening_minor, closing_minor,
       entries, credits_minor, debits_minor, balanced, gap_minor)
     select $1, $3, "position", "bankAccountId", "bankStatementId", "sequence", "currency", "fromDate", "toDate", "openingMinor", "closingMinor",
       "entries", "creditsMinor", "debitsMinor", "balanced", "gapMinor" from ${givenStatements}`,
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
