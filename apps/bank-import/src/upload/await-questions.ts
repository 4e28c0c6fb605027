import { formatOf, limits } from '@lettrage/bank-formats';
import { type bankImportHttp } from '@lettrage/contracts';
import { Database } from '@lettrage/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { type BankImportSettings } from '../bank-import.config.js';
import { statementFileColumns, statementFileOf, type StatementFileRow } from '../persistence/statement-file-row.js';
import { SETTINGS } from '../settings-token.js';
import { type Upload } from './receive-upload.js';

type StatementFile = bankImportHttp.StatementFile;

/** A CSV of so many bytes is read in well under a second; of a longer one nobody waits for the reading. */
const largestWaitedFor = 2 * 1024 ** 2;
const firstPauseMs = 15;
const longestPauseMs = 120;

/**
 * Waits a little for the import of a file that may ask something, so that whoever sent it can be told at once. The import is the one that would run anyway, wherever
 * it runs: nothing is read twice, and what is said here is what the file says of itself later.
 */
@Injectable()
export class AwaitQuestions {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: BankImportSettings,
  ) {}

  /** The file as it is when it has been read, or when the time is over. `gone` ends the waiting: nobody listens any more. */
  async of(organisationId: string, statementFile: StatementFile, upload: Upload, gone: AbortSignal): Promise<StatementFile> {
    const until = Date.now() + this.settings.questionsWithinMs;
    if (this.settings.questionsWithinMs === 0 || upload.bytes > largestWaitedFor || !(await mayAsk(upload))) return statementFile;
    let file = statementFile;
    for (let wait = firstPauseMs; isOnItsWay(file) && Date.now() < until && !gone.aborted; wait = Math.min(wait * 2, longestPauseMs)) {
      await pause(Math.min(wait, until - Date.now()));
      file = await this.find(organisationId, file.statementFileId);
    }
    return file;
  }

  private find(organisationId: string, statementFileId: string): Promise<StatementFile> {
    return this.database.inOrganisation(organisationId, async (tx) => {
      const [row] = await tx.query<StatementFileRow[]>(`select ${statementFileColumns} from statement_file where organisation_id = $1 and statement_file_id = $2`, [organisationId, statementFileId]);
      return statementFileOf(row!);
    });
  }
}

function isOnItsWay({ state }: StatementFile): boolean {
  return state === 'received' || state === 'reading';
}

/** Only a CSV leaves something open, alone or in an archive. */
async function mayAsk(upload: Upload): Promise<boolean> {
  for await (const piece of upload.pieces()) {
    const format = formatOf(piece.subarray(0, limits.headBytes), piece.length === upload.bytes && piece.length <= limits.headBytes);
    return format === 'csv' || format === 'zip';
  }
  return false;
}
