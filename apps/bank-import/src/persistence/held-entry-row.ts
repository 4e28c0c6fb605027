import { type bankImportHttp } from '@lettrage/contracts';
import { type Transaction } from '@lettrage/persistence';
import { importedOf, listedColumns, type ListedTransactionRow, saidColumns, transactionOf, type TransactionRow } from './transaction-row.js';

export interface HeldEntryRow extends TransactionRow {
  bankAccountId: string;
  statementFileId: string;
  filename: string;
  candidateIds: string[];
  batchOf: string | null;
  decision: 'same' | 'another' | null;
  sameAs: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
}

export const heldEntryColumns = `transaction_id as "transactionId", bank_account_id as "bankAccountId", statement_file_id as "statementFileId",
  (select filename from statement_file as file where file.organisation_id = held_entry.organisation_id and file.statement_file_id = held_entry.statement_file_id) as filename,
  candidates as "candidateIds", batch_of as "batchOf", decision, same_as as "sameAs", decided_by as "decidedBy", decided_at as "decidedAt", ${saidColumns}`;

/** Held entries as the border shows them, each with the transactions that it may be. */
export async function probableDuplicatesOf(tx: Transaction, organisationId: string, rows: readonly HeldEntryRow[]): Promise<bankImportHttp.ProbableDuplicate[]> {
  const candidates = await tx.query<ListedTransactionRow[]>(`select ${listedColumns} from transaction where organisation_id = $1 and transaction_id = any ($2)`, [
    organisationId, [...new Set(rows.flatMap(({ candidateIds }) => candidateIds))],
  ]);
  const byId = new Map(candidates.map((row) => [row.transactionId, transactionOf(row)]));
  return rows.map((row) => ({
    ...importedOf(row),
    bankAccountId: row.bankAccountId,
    statementFileId: row.statementFileId,
    filename: row.filename,
    state: row.decision ?? 'open',
    candidates: row.candidateIds.flatMap((transactionId) => byId.get(transactionId) ?? []),
    batchOf: row.batchOf,
    sameAs: row.sameAs,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  }));
}
