import { type FaultCode } from '@lettrage/bank-formats';
import { type bankImportHttp, type ImportProblemCode, type RefusalCode, sentence } from '@lettrage/contracts';
import { Refused } from '@lettrage/http';
import { Database, type Transaction } from '@lettrage/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type BankImportSettings } from '../../bank-import.config.js';
import { formatName } from '../../domain/dialect.js';
import { importProblem } from '../../domain/file-problem.js';
import { askedOf, csvPartOf } from '../../domain/open-questions.js';
import { summaryOf } from '../../domain/statement-summary.js';
import { knownAccounts } from '../../persistence/known-accounts.js';
import { judge } from '../../persistence/judge-statements.js';
import { entries, entriesParameters, type StatementAccount } from '../../persistence/staging.js';
import { stageStatement } from '../../persistence/stage-statement.js';
import { saidColumns, saidOf, type TransactionRow } from '../../persistence/transaction-row.js';
import { SETTINGS } from '../../settings-token.js';
import { NoReader, readInWorker, ReaderDied, UnreadableFile } from '../../statement-reader/read-in-worker.js';
import { type Upload } from '../../upload/receive-upload.js';
import { readersBusy, Turns } from './turns.js';

const rowsShown = 20;
const previewsAtOnce = 2;
const previewsWaiting = 20;

type PreviewRow = bankImportHttp.StatementPreview['rows'][number];
type Counts = Pick<bankImportHttp.StatementPreview, 'new' | 'known' | 'probableDuplicates' | 'notBooked'>;

/** What an import of the file would do: the import's own reading and comparing, in a transaction that stores nothing. */
@Injectable()
export class PreviewStatement {
  private readonly turns = new Turns(previewsAtOnce, previewsWaiting);

  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: BankImportSettings,
  ) {}

  async preview(organisationId: string, upload: Upload, bankAccountId: string | null, answers: bankImportHttp.CsvAnswers | null): Promise<bankImportHttp.StatementPreview> {
    try {
      return await this.turns.take(() => this.database.inOrganisation(organisationId, (tx) => this.look(tx, organisationId, upload, bankAccountId, answers)));
    } catch (error) {
      throw refusalOf(error);
    }
  }

  private async look(tx: Transaction, organisationId: string, upload: Upload, bankAccountId: string | null, answers: bankImportHttp.CsvAnswers | null): Promise<bankImportHttp.StatementPreview> {
    const known = await knownAccounts(tx);
    const chosen = known.find((account) => account.bankAccountId === bankAccountId);
    if (bankAccountId !== null && !chosen) throw new Refused('not_found', sentence('no_account'), { remedy: 'Choose one of your bank accounts, or create it first' });
    const { reading, kept } = await stageStatement(tx, { organisationId, known, chosen, answers }, (task) =>
      readInWorker({ ...task, source: upload.pieces(), compressed: false, file: upload.filename, limits: this.settings.reader }),
    );
    const { summary } = reading;
    const { accounts, warnings } = await judge(tx, organisationId, summary, known, chosen);
    const ofStatements = accounts.map((resolved, statement) => ({ statement, bankAccountId: resolved.bankAccountId }));
    return {
      format: formatName(summary),
      encoding: summary.encoding,
      statements: summary.statements.map(summaryOf),
      warnings: [...warnings],
      rows: await this.firstRows(tx, organisationId, ofStatements),
      ...(await this.counts(tx, organisationId, ofStatements)),
      ...csvPartOf(summary, kept !== null),
    };
  }

  private async firstRows(tx: Transaction, organisationId: string, accounts: readonly StatementAccount[]): Promise<PreviewRow[]> {
    const rows = await tx.query<(TransactionRow & Pick<PreviewRow, 'status' | 'known' | 'probableDuplicateOf'>)[]>(
      `select status, known, coalesce(candidates, '{}') as "probableDuplicateOf", ${saidColumns} from (${entries}) as entry where place <= ${rowsShown} order by place`,
      entriesParameters(organisationId, accounts),
    );
    return rows.map((row) => ({ ...saidOf(row), status: row.status, known: row.known, probableDuplicateOf: row.probableDuplicateOf }));
  }

  private async counts(tx: Transaction, organisationId: string, accounts: readonly StatementAccount[]): Promise<Counts> {
    const [counts] = await tx.query<[Counts]>(
      `select count(*) filter (where status in ('booked', 'superseded') and not known and not held)::int as new, count(*) filter (where status = 'booked' and known)::int as known,
         count(*) filter (where status = 'booked' and held)::int as "probableDuplicates",
         count(*) filter (where status not in ('booked', 'superseded'))::int as "notBooked" from (${entries}) as entry`,
      entriesParameters(organisationId, accounts),
    );
    return counts;
  }
}

/** Problems that have a refusal of their own at the border; every other fault of a file is an `invalid_file`. */
const refusals: Partial<Record<FaultCode | ImportProblemCode, RefusalCode>> = {
  unknown_format: 'unsupported_format',
  unsupported_message: 'unsupported_format',
  account_needed: 'account_needed',
  account_differs: 'account_differs',
  account_currency_differs: 'account_currency_differs',
};

function refusalOf(error: unknown): unknown {
  if (error instanceof NoReader) return readersBusy();
  if (error instanceof ReaderDied) return new Refused('invalid_file', `The file cannot be read: ${error.message}`, { remedy: 'Split the file by period and try again', fault: importProblem(error.code, error.said) });
  if (!(error instanceof UnreadableFile)) return error;
  const { problem, asks } = error;
  const { code, message, where, excerpt, remedy } = problem;
  const shown = excerpt === null ? message : `${message} (near "${excerpt}")`;
  return new Refused(refusals[code as FaultCode] ?? 'invalid_file', `${where === null ? '' : `${where}: `}${shown}`, { remedy, errors: [{ where: where ?? '', message: `${code}: ${shown}` }], fault: problem, ...(asks && { asks: askedOf(asks) }) });
}
