import { type Transaction } from '@lettrage/persistence';
import { type KnownAccount } from '../domain/resolve-account.js';

export function knownAccounts(tx: Transaction): Promise<KnownAccount[]> {
  return tx.query<KnownAccount[]>(`select bank_account_id as "bankAccountId", identification, currency from bank_account order by bank_account_id`);
}

/** Creates the accounts that a statement is the first to name; one that somebody has created meanwhile is that one. */
export function createAccounts(tx: Transaction, organisationId: string, accounts: readonly { identification: string; currency: string }[]): Promise<KnownAccount[]> {
  return tx.query<KnownAccount[]>(
    `insert into bank_account (organisation_id, name, identification, currency)
     select $1, identification, identification, currency from unnest($2::text[], $3::text[]) as named (identification, currency)
     on conflict (organisation_id, identification) do update set identification = excluded.identification
     returning bank_account_id as "bankAccountId", identification, currency`,
    [organisationId, accounts.map(({ identification }) => identification), accounts.map(({ currency }) => currency)],
  );
}
