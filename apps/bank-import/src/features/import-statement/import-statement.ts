import { type StatementSummary } from '@lettrage/bank-formats';
import { type bankImportHttp, statementCompleted, transactionsImported } from '@lettrage/contracts';
import { publish } from '@lettrage/messaging';
import { Database, type Transaction } from '@lettrage/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type BankImportSettings } from '../../bank-import.config.js';
import { messagesOf } from '../../domain/imported-messages.js';
import { accountOfSilentFile, type Account } from '../../domain/resolve-account.js';
import { balancedAsAWhole, summaryOf } from '../../domain/statement-summary.js';
import { createAccounts, knownAccounts } from '../../persistence/known-accounts.js';
import { stage } from '../../persistence/staging.js';
import { storeEntries, storeStatements } from '../../persistence/store-statement.js';
import { storedFrames } from '../../persistence/stored-bytes.js';
import { importedOf, saidColumns, type TransactionRow } from '../../persistence/transaction-row.js';
import { judge } from '../../persistence/judge-statements.js';
import { SETTINGS } from '../../settings-token.js';
import { readInWorker } from '../../statement-reader/read-in-worker.js';
import { TellProgress } from './tell-progress.js';

export interface ImportJob {
  readonly organisationId: string;
  readonly statementFileId: string;
}

interface ReceivedFile {
  filename: string;
  bytes: bigint;
  chosenBankAccountId: string | null;
}

/** Rows that are fetched, checked against their contract and said at once. */
const publishedAtOnce = 2000;

/**
 * One file, read and stored with its events in the caller's transaction: all of it or nothing. Throws `UnreadableFile` for a file that cannot be
 * imported. The caller sees to it that no other import of the organisation runs meanwhile.
 */
@Injectable()
export class ImportStatement {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: BankImportSettings,
  ) {}

  async run(tx: Transaction, job: ImportJob, signal: AbortSignal): Promise<void> {
    const { organisationId, statementFileId } = job;
    const [file] = await tx.query<ReceivedFile[]>(
      `select filename, bytes, chosen_bank_account_id as "chosenBankAccountId" from statement_file where organisation_id = $1 and statement_file_id = $2`,
      [organisationId, statementFileId],
    );
    const stored = await knownAccounts(tx);
    const chosen = stored.find(({ bankAccountId }) => bankAccountId === file!.chosenBankAccountId);
    const reading = await this.read(tx, job, file!, accountOfSilentFile(stored, chosen), signal);
    const { statements } = reading.summary;
    const { accounts, rows, warnings } = await judge(tx, organisationId, reading.summary, stored, chosen);
    const created = await createAccounts(tx, organisationId, accounts.filter(({ bankAccountId }) => bankAccountId === null));
    const ids = accounts.map((account) => account.bankAccountId ?? created.get(account.identification)!);
    const imported = await storeEntries(tx, job, ids.map((bankAccountId, statement) => ({ statement, bankAccountId })));
    await storeStatements(tx, job, rows.map((row) => ({ ...row, bankAccountId: ids[row.position]! })));
    const known = reading.transactions - reading.notBooked - imported;
    await this.complete(tx, job, { format: reading.summary.version ?? reading.summary.format, encoding: reading.summary.encoding, imported, known, notBooked: reading.notBooked, statements, warnings });
    await this.sayImported(tx, job);
    await publish(tx, organisationId, statementCompleted, [
      { statementFileId, filename: file!.filename, imported, known, notBooked: reading.notBooked, balanced: balancedAsAWhole(statements), warnings: warnings.length },
    ]);
  }

  private async read(tx: Transaction, { organisationId, statementFileId }: ImportJob, file: ReceivedFile, silent: Account | undefined, signal: AbortSignal) {
    const progress = new TellProgress(this.database, organisationId, { statementFileId, filename: file.filename, bytesTotal: Number(file.bytes) });
    try {
      return await stage(
        tx,
        readInWorker({
          source: storedFrames(this.database, organisationId, statementFileId),
          compressed: true,
          file: file.filename,
          account: silent?.identification ?? null,
          limits: this.settings.reader,
          signal,
          onProgress: progress.reached,
        }),
      );
    } finally {
      await progress.finish();
    }
  }

  private async complete(
    tx: Transaction,
    { organisationId, statementFileId }: ImportJob,
    result: { format: string; encoding: string; imported: number; known: number; notBooked: number; statements: readonly StatementSummary[]; warnings: readonly bankImportHttp.FileProblem[] },
  ): Promise<void> {
    await tx.query(
      `update statement_file set state = 'completed', completed_at = clock_timestamp(), problem = null, format = $3, encoding = $4, imported = $5, known = $6, not_booked = $7, statements = $8, warnings = $9
       where organisation_id = $1 and statement_file_id = $2`,
      [
        organisationId, statementFileId, result.format, result.encoding, result.imported, result.known, result.notBooked,
        JSON.stringify(result.statements.map(summaryOf)), JSON.stringify(result.warnings),
      ],
    );
    await tx.query('delete from import_job where organisation_id = $1 and statement_file_id = $2', [organisationId, statementFileId]);
  }

  /** The new booked transactions in the file's order, read by a cursor so that memory does not grow with the file. */
  private async sayImported(tx: Transaction, { organisationId, statementFileId }: ImportJob): Promise<void> {
    await tx.query(
      `declare imported no scroll cursor for
       select transaction_id as "transactionId", bank_account_id as "bankAccountId", ${saidColumns} from transaction
       where organisation_id = $1 and statement_file_id = $2 and status = 'booked' order by place`,
      [organisationId, statementFileId],
    );
    for (;;) {
      const rows = await tx.query<(TransactionRow & { bankAccountId: string })[]>(`fetch ${publishedAtOnce} from imported`);
      await publish(
        tx, organisationId, transactionsImported,
        messagesOf(rows).map((message) => ({ statementFileId, bankAccountId: message[0]!.bankAccountId, transactions: message.map(importedOf) })),
      );
      if (rows.length < publishedAtOnce) break;
    }
    await tx.query('close imported');
  }
}
