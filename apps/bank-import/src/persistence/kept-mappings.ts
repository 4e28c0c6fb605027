import { type FileSummary } from '@lettrage/bank-formats';
import { type bankImportHttp } from '@lettrage/contracts';
import { type Transaction } from '@lettrage/persistence';
import { headerSignature } from '../domain/dialect.js';

export interface KeptMapping {
  readonly bankAccountId: string;
  readonly signature: string;
  readonly mapping: bankImportHttp.CsvMapping;
}

const columns = 'bank_account_id as "bankAccountId", signature, mapping';
/** A bank changes its header now and then; older ones are still looked at, but not for ever. */
const mostTried = 5;

/** The mappings that were kept for an account, the last used first. */
export function keptMappings(tx: Transaction, organisationId: string, bankAccountId: string): Promise<KeptMapping[]> {
  return tx.query<KeptMapping[]>(
    `select ${columns} from csv_mapping where organisation_id = $1 and bank_account_id = $2 order by coalesce(last_used_at, kept_at) desc limit ${mostTried}`,
    [organisationId, bankAccountId],
  );
}

export async function keptMapping(tx: Transaction, organisationId: string, bankAccountId: string, signature: string): Promise<KeptMapping | null> {
  const [kept = null] = await tx.query<KeptMapping[]>(`select ${columns} from csv_mapping where organisation_id = $1 and bank_account_id = $2 and signature = $3`, [organisationId, bankAccountId, signature]);
  return kept;
}

/** Keeps how a CSV was read with a person's answers, for the account's next file with this header. */
export async function keepMapping(tx: Transaction, organisationId: string, bankAccountId: string | null, summary: FileSummary, userId: string): Promise<void> {
  const signature = headerSignature(summary);
  if (signature === null || bankAccountId === null) return;
  await putMapping(tx, organisationId, { bankAccountId, signature, mapping: { ...summary.mapping!, columns: [...summary.mapping!.columns] } }, userId);
}

/** The version grows only where something changes. */
export async function putMapping(tx: Transaction, organisationId: string, { bankAccountId, signature, mapping }: KeptMapping, userId: string): Promise<void> {
  await tx.query(
    `insert into csv_mapping (organisation_id, bank_account_id, signature, mapping, kept_by) values ($1, $2, $3, $4, $5)
     on conflict (organisation_id, bank_account_id, signature) do update
       set mapping = excluded.mapping, kept_by = excluded.kept_by, kept_at = now(), version = csv_mapping.version + 1 where csv_mapping.mapping <> excluded.mapping`,
    [organisationId, bankAccountId, signature, JSON.stringify(mapping), userId],
  );
}

export async function noteUse(tx: Transaction, organisationId: string, { bankAccountId, signature }: KeptMapping): Promise<void> {
  await tx.query('update csv_mapping set last_used_at = now() where organisation_id = $1 and bank_account_id = $2 and signature = $3', [organisationId, bankAccountId, signature]);
}
