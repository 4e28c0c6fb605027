import { type Transaction } from '@lettrage/persistence';
import { said } from './store-statement.js';

/** What a held entry was decided to be; `sameAs` is null where it is a payment of its own. */
export interface Decided {
  readonly transactionId: string;
  readonly sameAs: string | null;
}

/** Imports held entries as payments of their own. An announcement of the same fingerprint becomes the entry. */
export async function importHeld(tx: Transaction, organisationId: string, ids: readonly string[]): Promise<void> {
  await tx.query(
    `insert into transaction (organisation_id, transaction_id, bank_account_id, statement_file_id, fingerprint, ${said.join(', ')})
     select organisation_id, transaction_id, bank_account_id, statement_file_id, fingerprint, ${said.join(', ')} from held_entry where organisation_id = $1 and transaction_id = any ($2)
     on conflict (organisation_id, bank_account_id, fingerprint) do update
       set transaction_id = excluded.transaction_id, statement_file_id = excluded.statement_file_id, ${said.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [organisationId, ids],
  );
}

/** Of these transactions, those that an entry of the file is already: one transaction answers for one entry of a file. */
export async function takenCandidates(tx: Transaction, organisationId: string, statementFileId: string, candidates: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ transactionId: string }[]>(
    `select distinct transaction_id as "transactionId" from transaction_alias where organisation_id = $1 and statement_file_id = $2 and transaction_id = any ($3)`,
    [organisationId, statementFileId, candidates],
  );
  return new Set(rows.map(({ transactionId }) => transactionId));
}

/** Remembers each held entry's fingerprint as another name of the transaction that it is; an announcement of it is over. */
export async function aliasHeld(tx: Transaction, organisationId: string, decided: readonly { readonly transactionId: string; readonly sameAs: string }[]): Promise<void> {
  const ids = decided.map(({ transactionId }) => transactionId);
  await tx.query(
    `insert into transaction_alias (organisation_id, bank_account_id, fingerprint, transaction_id, dialect, statement_file_id)
     select $1, held.bank_account_id, held.fingerprint, decided.same_as, coalesce(file.dialect, file.format), held.statement_file_id
     from unnest($2::uuid[], $3::uuid[]) as decided (transaction_id, same_as)
     join held_entry as held on held.organisation_id = $1 and held.transaction_id = decided.transaction_id
     join statement_file as file on file.organisation_id = $1 and file.statement_file_id = held.statement_file_id`,
    [organisationId, ids, decided.map(({ sameAs }) => sameAs)],
  );
  await tx.query(
    `delete from transaction as announced using held_entry as held
     where held.organisation_id = $1 and held.transaction_id = any ($2) and announced.organisation_id = $1 and announced.bank_account_id = held.bank_account_id
       and announced.fingerprint = held.fingerprint and announced.status in ('pending', 'information')`,
    [organisationId, ids],
  );
}

/** Writes down who decided what, entry by entry, and counts it in the file that brought them. */
export async function recordDecisions(tx: Transaction, organisationId: string, userId: string, statementFileId: string, decided: readonly Decided[]): Promise<void> {
  await tx.query(
    `update held_entry set decision = case when decided.same_as is null then 'another' else 'same' end, same_as = decided.same_as, decided_by = $4, decided_at = now()
     from unnest($2::uuid[], $3::uuid[]) as decided (transaction_id, same_as)
     where held_entry.organisation_id = $1 and held_entry.transaction_id = decided.transaction_id`,
    [organisationId, decided.map(({ transactionId }) => transactionId), decided.map(({ sameAs }) => sameAs), userId],
  );
  const others = decided.filter(({ sameAs }) => sameAs === null).length;
  await tx.query(`update statement_file set held = held - $3, imported = imported + $4, known = known + $5 where organisation_id = $1 and statement_file_id = $2`, [
    organisationId, statementFileId, decided.length, others, decided.length - others,
  ]);
}
