import { type CsvMapping, type StatementSummary } from '@lettrage/bank-formats';
import { type bankImportHttp, statementCompleted, transactionsImported } from '@lettrage/contracts';
import { publish, readyToPublish } from '@lettrage/messaging';
import { Database, type Transaction } from '@lettrage/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { type BankImportSettings } from '../../bank-import.config.js';
import { formatName } from '../../domain/dialect.js';
import { messagesOf } from '../../domain/imported-messages.js';
import { OpenQuestions } from '../../domain/open-questions.js';
import { balancedAsAWhole, summaryOf } from '../../domain/statement-summary.js';
import { keepMapping, noteUse } from '../../persistence/kept-mappings.js';
import { createAccounts, knownAccounts, type StoredAccount } from '../../persistence/known-accounts.js';
import { stageStatement } from '../../persistence/stage-statement.js';
import { storeEntries, storeStatements } from '../../persistence/store-statement.js';
import { storedFrames } from '../../persistence/stored-bytes.js';
import { importedOf, saidColumns, type TransactionRow } from '../../persistence/transaction-row.js';
import { sayDetailed } from '../../persistence/detailed-batches.js';
import { followJoints } from '../../persistence/statement-warnings.js';
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
  uploadedBy: string;
  answers: bankImportHttp.CsvAnswers | null;
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
      `select filename, bytes, chosen_bank_account_id as "chosenBankAccountId", uploaded_by as "uploadedBy", answers from statement_file where organisation_id = $1 and statement_file_id = $2`,
      [organisationId, statementFileId],
    );
    const stored = await knownAccounts(tx);
    const chosen = stored.find(({ bankAccountId }) => bankAccountId === file!.chosenBankAccountId);
    const { reading, kept } = await this.read(tx, job, file!, stored, chosen, signal);
    const { statements, questions = [], mapping } = reading.summary;
    const { accounts, rows, warnings, dialect } = await judge(tx, organisationId, reading.summary, stored, chosen);
    if (questions.length > 0) throw new OpenQuestions(questions, mapping ?? null);
    const created = await createAccounts(tx, organisationId, accounts.filter(({ bankAccountId }) => bankAccountId === null));
    const ids = accounts.map((account) => account.bankAccountId ?? created.get(account.identification)!);
    const { imported, held } = await storeEntries(tx, job, ids.map((bankAccountId, statement) => ({ statement, bankAccountId })), dialect);
    await storeStatements(tx, job, rows.map((row) => ({ ...row, bankAccountId: ids[row.position]! })));
    await followJoints(tx, job);
    if (held > 0) await sayDetailed(tx, job);
    if (file!.answers !== null) await keepMapping(tx, organisationId, ids[0] ?? null, reading.summary, file!.uploadedBy);
    if (kept) await noteUse(tx, organisationId, kept);
    const known = reading.transactions - reading.notBooked - imported - held;
    await this.complete(tx, job, { format: formatName(reading.summary), encoding: reading.summary.encoding, dialect, mapping, imported, known, held, notBooked: reading.notBooked, statements, warnings });
    await this.sayImported(tx, job);
    await publish(tx, organisationId, statementCompleted, [
      { statementFileId, filename: file!.filename, imported, known, notBooked: reading.notBooked, balanced: balancedAsAWhole(statements), warnings: warnings.length },
    ]);
  }

  private async read(tx: Transaction, { organisationId, statementFileId }: ImportJob, file: ReceivedFile, known: readonly StoredAccount[], chosen: StoredAccount | undefined, signal: AbortSignal) {
    const progress = new TellProgress(this.database, organisationId, { statementFileId, filename: file.filename, bytesTotal: Number(file.bytes) });
    try {
      return await stageStatement(tx, { organisationId, known, chosen, answers: file.answers }, (task) =>
        readInWorker({
          ...task,
          source: storedFrames(this.database, organisationId, statementFileId),
          compressed: true,
          file: file.filename,
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
    result: { format: string; encoding: string; dialect: string; mapping: CsvMapping | undefined; imported: number; known: number; held: number; notBooked: number; statements: readonly StatementSummary[]; warnings: readonly bankImportHttp.FileProblem[] },
  ): Promise<void> {
    await tx.query(
      `update statement_file set state = 'completed', completed_at = clock_timestamp(), problem = null, questions = '[]', mapping = $12, format = $3, encoding = $4, imported = $5, known = $6, not_booked = $7, statements = $8, warnings = $9, dialect = $10, held = $11
       where organisation_id = $1 and statement_file_id = $2`,
      [
        organisationId, statementFileId, result.format, result.encoding, result.imported, result.known, result.notBooked,
        JSON.stringify(result.statements.map(summaryOf)), JSON.stringify(result.warnings), result.dialect, result.held, result.mapping === undefined ? null : JSON.stringify(result.mapping),
      ],
    );
    await tx.query('delete from import_job where organisation_id = $1 and statement_file_id = $2', [organisationId, statementFileId]);
  }

  /** The new booked transactions in the file's order, read by a cursor so that memory does not grow with the file. While some are written down the next are put into words. */
  private async sayImported(tx: Transaction, { organisationId, statementFileId }: ImportJob): Promise<void> {
    await tx.query(
      `declare imported no scroll cursor for
       select transaction_id as "transactionId", bank_account_id as "bankAccountId", ${saidColumns} from transaction
       where organisation_id = $1 and statement_file_id = $2 and status = 'booked' order by place`,
      [organisationId, statementFileId],
    );
    const fetch = () => tx.query<(TransactionRow & { bankAccountId: string })[]>(`fetch ${publishedAtOnce} from imported`);
    let written = Promise.resolve();
    for (let rows = await fetch(); rows.length > 0; ) {
      const messages = messagesOf(rows).map((message) => ({ statementFileId, bankAccountId: message[0]!.bankAccountId, transactions: message.map(importedOf) }));
      const write = readyToPublish(organisationId, transactionsImported, messages);
      await written;
      rows = rows.length === publishedAtOnce ? await fetch() : [];
      written = heardLater(write(tx));
      await setImmediate(); // so that it has left before the next are put into words
    }
    await written;
    await tx.query('close imported');
  }
}

/** Whoever waits for it in its turn hears of its failure, unless an earlier one has ended everything. */
function heardLater<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
