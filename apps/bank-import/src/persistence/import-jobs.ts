import { type bankImportHttp } from '@lettrage/contracts';
import { type Transaction } from '@lettrage/persistence';
import { importChannel } from '../import-channel.js';
import { statementFileColumns, type StatementFileRow } from './statement-file-row.js';

/** Puts a file in the line of those to be imported, and wakes whoever imports. */
export async function enqueue(tx: Transaction, organisationId: string, statementFileId: string): Promise<void> {
  await tx.query('insert into import_job (organisation_id, statement_file_id) values ($1, $2)', [organisationId, statementFileId]);
  await tx.query('select pg_notify($1, $2)', [importChannel, organisationId]);
}

interface Anew {
  /** Null leaves the name that it has. */
  readonly filename: string | null;
  readonly userId: string;
  readonly bankAccountId: string | null;
  readonly answers: bankImportHttp.CsvAnswers | null;
}

/** A refused file is read again, of this account and with these answers. Undefined where there is no such file, or it is not refused. */
export async function readAgain(tx: Transaction, organisationId: string, file: { readonly sha256: string } | { readonly statementFileId: string }, anew: Anew): Promise<StatementFileRow | undefined> {
  const [key, value] = 'sha256' in file ? ['sha256', file.sha256] : ['statement_file_id', file.statementFileId];
  const [[again]] = (await tx.query(
    `update statement_file set state = 'received', problem = null, questions = '[]', mapping = null, warnings = '[]', statements = '[]', completed_at = null,
       filename = coalesce($3, filename), uploaded_by = $4, chosen_bank_account_id = $5, answers = $6
     where organisation_id = $1 and ${key} = $2 and state = 'refused' and sha256 is not null returning ${statementFileColumns}`,
    [organisationId, value, anew.filename, anew.userId, anew.bankAccountId, anew.answers && JSON.stringify(anew.answers)],
  )) as [StatementFileRow[], number];
  if (again) await enqueue(tx, organisationId, again.statementFileId);
  return again;
}
