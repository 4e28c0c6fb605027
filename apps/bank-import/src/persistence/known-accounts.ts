import { bankAccountOpened, sentence } from '@lettrage/contracts';
import { Refused } from '@lettrage/http';
import { publish } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { type Account } from '../domain/resolve-account.js';

export interface StoredAccount extends Account {
  readonly bankAccountId: string;
}

export function knownAccounts(tx: Transaction): Promise<StoredAccount[]> {
  return tx.query<StoredAccount[]>(`select bank_account_id as "bankAccountId", identification, currency from bank_account order by bank_account_id`);
}

/** Creates accounts that are not there, and returns them all by identification. */
export async function createAccounts(tx: Transaction, organisationId: string, accounts: readonly Account[]): Promise<ReadonlyMap<string, string>> {
  if (accounts.length === 0) return new Map();
  const byIdentification = new Map(accounts.map((account) => [account.identification, account.currency]));
  const rows = await tx.query<(StoredAccount & { isNew: boolean })[]>(
    `insert into bank_account (organisation_id, name, identification, currency)
     select $1, identification, identification, currency from unnest($2::text[], $3::text[]) as named (identification, currency)
     on conflict (organisation_id, identification) do update set identification = excluded.identification
     returning bank_account_id as "bankAccountId", identification, old.bank_account_id is null as "isNew"`,
    [organisationId, [...byIdentification.keys()], [...byIdentification.values()]],
  );
  await sayOpened(tx, organisationId, rows.filter(({ isNew }) => isNew));
  return new Map(rows.map((row) => [row.identification, row.bankAccountId]));
}

/** The other services refuse what names an account that they have not heard of. */
export function sayOpened(tx: Transaction, organisationId: string, accounts: readonly { readonly bankAccountId: string }[]): Promise<void> {
  return publish(tx, organisationId, bankAccountOpened, accounts.map(({ bankAccountId }) => ({ bankAccountId })));
}

export async function requireAccount(tx: Transaction, bankAccountId: string | null): Promise<void> {
  const [account] = await tx.query<unknown[]>('select from bank_account where bank_account_id = $1', [bankAccountId]);
  if (!account) throw new Refused('not_found', sentence('no_account'), { remedy: 'Choose one of your bank accounts, or create it first' });
}
