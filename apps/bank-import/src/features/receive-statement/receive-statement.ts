import { type bankImportHttp } from '@lettrage/contracts';
import { Refused } from '@lettrage/http';
import { Database, newId, type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { storeBytes } from '../../persistence/stored-bytes.js';
import { statementFileColumns, statementFileOf, type StatementFileRow } from '../../persistence/statement-file-row.js';
import { importChannel } from '../../import-channel.js';
import { type Upload } from '../../upload/receive-upload.js';

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

  receive(organisationId: string, userId: string, upload: Upload, bankAccountId: string | null): Promise<Receipt> {
    return this.database.inOrganisation(organisationId, async (tx) => {
      if (bankAccountId !== null) await this.requireAccount(tx, bankAccountId);
      const [created] = await tx.query<StatementFileRow[]>(
        `insert into statement_file (organisation_id, statement_file_id, sha256, filename, bytes, uploaded_by, chosen_bank_account_id) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (organisation_id, sha256) do nothing returning ${statementFileColumns}`,
        [organisationId, newId(), upload.sha256, upload.filename, upload.bytes, userId, bankAccountId],
      );
      if (created) {
        await storeBytes(tx, organisationId, created.statementFileId, upload.pieces());
        await this.enqueue(tx, organisationId, created.statementFileId);
        return { created: true, accepted: true, statementFile: statementFileOf(created) };
      }
      return this.known(tx, organisationId, userId, upload, bankAccountId);
    });
  }

  private async known(tx: Transaction, organisationId: string, userId: string, upload: Upload, bankAccountId: string | null): Promise<Receipt> {
    const [again] = (await tx.query(
      `update statement_file set state = 'received', problem = null, warnings = '[]', statements = '[]', completed_at = null, filename = $3, uploaded_by = $4, chosen_bank_account_id = $5
       where organisation_id = $1 and sha256 = $2 and state = 'refused' returning ${statementFileColumns}`,
      [organisationId, upload.sha256, upload.filename, userId, bankAccountId],
    )) as [StatementFileRow[], number];
    if (again[0]) {
      await this.enqueue(tx, organisationId, again[0].statementFileId);
      return { created: false, accepted: true, statementFile: statementFileOf(again[0]) };
    }
    const [row] = await tx.query<StatementFileRow[]>(`select ${statementFileColumns} from statement_file where organisation_id = $1 and sha256 = $2`, [organisationId, upload.sha256]);
    return { created: false, accepted: false, statementFile: statementFileOf(row!) };
  }

  private async enqueue(tx: Transaction, organisationId: string, statementFileId: string): Promise<void> {
    await tx.query('insert into import_job (organisation_id, statement_file_id) values ($1, $2)', [organisationId, statementFileId]);
    await tx.query('select pg_notify($1, $2)', [importChannel, organisationId]);
  }

  private async requireAccount(tx: Transaction, bankAccountId: string): Promise<void> {
    const [account] = await tx.query<unknown[]>('select from bank_account where bank_account_id = $1', [bankAccountId]);
    if (!account) throw new Refused('not_found', 'There is no such bank account', { remedy: 'Choose one of your bank accounts, or create it first' });
  }
}
