import { type bankImportHttp } from '@lettrage/contracts';
import { Database, newId, type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { storeBytes } from '../persistence/stored-bytes.js';
import { statementFileColumns, statementFileOf, type StatementFileRow } from '../persistence/statement-file-row.js';
import { enqueue, readAgain } from '../persistence/import-jobs.js';
import { requireAccount } from '../persistence/known-accounts.js';
import { type Upload } from './receive-upload.js';

export interface Receipt extends bankImportHttp.UploadResult {
  /** Whether there is work to wait for: the file is new, or is tried again. */
  readonly accepted: boolean;
}

/**
 * Keeps an uploaded file and the job to read it, in one transaction. The very same bytes are the same file, however often and however many at
 * once they come; a refused file is tried again, because what was missing (an account) may be there now.
 */
@Injectable()
export class ReceiveStatement {
  constructor(private readonly database: Database) {}

  receive(organisationId: string, userId: string, upload: Upload, bankAccountId: string | null, answers: bankImportHttp.CsvAnswers | null): Promise<Receipt> {
    return this.database.inOrganisation(organisationId, async (tx) => {
      if (bankAccountId !== null) await requireAccount(tx, bankAccountId);
      const [created] = await tx.query<StatementFileRow[]>(
        `insert into statement_file (organisation_id, statement_file_id, sha256, filename, bytes, uploaded_by, chosen_bank_account_id, answers) values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (organisation_id, sha256) do nothing returning ${statementFileColumns}`,
        [organisationId, newId(), upload.sha256, upload.filename, upload.bytes, userId, bankAccountId, answers && JSON.stringify(answers)],
      );
      if (created) {
        await storeBytes(tx, organisationId, created.statementFileId, upload.pieces());
        await enqueue(tx, organisationId, created.statementFileId);
        return { created: true, accepted: true, statementFile: statementFileOf(created) };
      }
      return this.known(tx, organisationId, userId, upload, bankAccountId, answers);
    });
  }

  private async known(tx: Transaction, organisationId: string, userId: string, upload: Upload, bankAccountId: string | null, answers: bankImportHttp.CsvAnswers | null): Promise<Receipt> {
    const again = await readAgain(tx, organisationId, { sha256: upload.sha256 }, { filename: upload.filename, userId, bankAccountId, answers });
    if (again) return { created: false, accepted: true, statementFile: statementFileOf(again) };
    const [row] = await tx.query<StatementFileRow[]>(`select ${statementFileColumns} from statement_file where organisation_id = $1 and sha256 = $2`, [organisationId, upload.sha256]);
    return { created: false, accepted: false, statementFile: statementFileOf(row!) };
  }
}
