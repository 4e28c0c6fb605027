import { type bankImportHttp, statementRefused } from '@lettrage/contracts';
import { publish } from '@lettrage/messaging';
import { newId, type Transaction } from '@lettrage/persistence';
import { importedByInbox } from '../domain/inbox-user.js';

export interface RefusedInInbox {
  readonly filename: string;
  readonly bytes: number;
  /** Where it lay, and which writing of it that was. */
  readonly mark: string;
  readonly problem: bankImportHttp.FileProblem;
}

/** Lists a file of the watched folder that is refused before its bytes are taken, and says so; the same one met again, once. Returns its id. */
export async function noteRefused(tx: Transaction, organisationId: string, { filename, bytes, mark, problem }: RefusedInInbox): Promise<string> {
  const [noted] = await tx.query<{ statementFileId: string }[]>(
    `insert into statement_file (organisation_id, statement_file_id, filename, bytes, uploaded_by, state, completed_at, problem, inbox_mark) values ($1, $2, $3, $4, $5, 'refused', now(), $6, $7)
     on conflict (organisation_id, inbox_mark) where inbox_mark is not null do update set problem = excluded.problem, completed_at = excluded.completed_at
       where statement_file.problem is distinct from excluded.problem
     returning statement_file_id as "statementFileId"`,
    [organisationId, newId(), filename, bytes, importedByInbox, JSON.stringify(problem), mark],
  );
  if (noted) {
    await publish(tx, organisationId, statementRefused, [{ statementFileId: noted.statementFileId, filename, code: problem.code, detail: problem.message, remedy: problem.remedy }]);
    return noted.statementFileId;
  }
  const [known] = await tx.query<[{ statementFileId: string }]>('select statement_file_id as "statementFileId" from statement_file where organisation_id = $1 and inbox_mark = $2', [organisationId, mark]);
  return known.statementFileId;
}
