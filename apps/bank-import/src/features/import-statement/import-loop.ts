import { type bankImportHttp, type ImportProblemCode, sentence, statementRefused } from '@lettrage/contracts';
import { LOG } from '@lettrage/http';
import { publish } from '@lettrage/messaging';
import { type Log } from '@lettrage/observability';
import { Database, isOutage, isTransient, Listener, type Transaction } from '@lettrage/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { type BankImportSettings } from '../../bank-import.config.js';
import { importProblem } from '../../domain/file-problem.js';
import { OpenQuestions } from '../../domain/open-questions.js';
import { importChannel } from '../../import-channel.js';
import { tryLockImports } from '../../persistence/import-lock.js';
import { SETTINGS } from '../../settings-token.js';
import { NoReader, ReaderDied, UnreadableFile } from '../../statement-reader/read-in-worker.js';
import { ImportStatement, type ImportJob } from './import-statement.js';

const pollMs = 1000;
const outagePauseMs = 500;
const organisationsLookedAt = 50;
/** A file that ends its reader, or the process, so often is refused. What is of the machine or of the moment is not counted, nor a stop in order. */
const mostAttempts = 3;

/** Why a file is not imported, and what of it could be answered. */
type Refusal = { readonly problem: bankImportHttp.FileProblem } & Partial<Pick<OpenQuestions, 'questions' | 'mapping'>>;

/**
 * Takes the files that have been received and imports them: those of one organisation one after another in the order of their upload, those of several
 * beside each other as far as there are workers, here and in other replicas. A file is done when its transaction commits; until then its job stays.
 */
@Injectable()
export class ImportLoop {
  private readonly stopping = new AbortController();
  private readonly wakers = new Set<() => void>();
  private awake = false;

  constructor(
    private readonly database: Database,
    private readonly importStatement: ImportStatement,
    @Inject(SETTINGS) private readonly settings: BankImportSettings,
    @Inject(LOG) private readonly log: Log,
  ) {}

  start(): { stop(): Promise<void> } {
    const listener = new Listener(this.database.settings.url, this.log);
    listener.on(importChannel, () => this.wake());
    listener.start().catch((error: Error) => this.log.warn({ error: error.message }, 'received files are looked for by the clock only'));
    const lanes = Array.from({ length: this.settings.importWorkers }, () => this.lane());
    return {
      stop: async () => {
        this.stopping.abort(new Error('the service is stopping'));
        this.wake();
        await Promise.all([...lanes, listener.stop()]);
      },
    };
  }

  private async lane(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.awake = false;
      try {
        if (!(await this.importNext())) await this.sleep(pollMs);
      } catch (error) {
        this.log[isOutage(error) ? 'warn' : 'error']({ error: (error as Error).message }, 'received files could not be looked for');
        await pause(outagePauseMs);
      }
    }
  }

  /** Whether there was something to do. */
  private async importNext(): Promise<boolean> {
    const heads = await this.database.inSystem((tx) =>
      tx.query<ImportJob[]>(
        `select organisation_id as "organisationId", statement_file_id as "statementFileId"
         from (select distinct on (organisation_id) * from import_job order by organisation_id, queued_at, statement_file_id) as head
         where not_before <= now() order by queued_at limit $1`,
        [organisationsLookedAt],
      ),
    );
    for (const job of heads) if (!this.stopping.signal.aborted && (await this.importOne(job))) return true;
    return false;
  }

  /** False where another worker has this organisation in hand, or the file has been done meanwhile. */
  private async importOne(job: ImportJob): Promise<boolean> {
    let attempts = 0;
    try {
      return await this.database.inOrganisation(job.organisationId, async (tx) => {
        if (!(await this.claim(tx, job))) return false;
        attempts ||= await this.beginAttempt(job); // what lost against another transaction runs again, and is the same attempt
        const refusal = attempts > mostAttempts ? { problem: tooOften() } : await this.attempt(tx, job);
        if (refusal) await this.refuse(tx, job, refusal);
        return true;
      });
    } catch (error) {
      await this.afterFailure(job, attempts, error);
      return true;
    }
  }

  /** One import of an organisation at a time, wherever it runs: the lock is held until this transaction ends. */
  private async claim(tx: Transaction, { organisationId, statementFileId }: ImportJob): Promise<boolean> {
    if (!(await tryLockImports(tx, organisationId))) return false;
    const [head] = await tx.query<{ statementFileId: string }[]>(
      `select statement_file_id as "statementFileId" from import_job where organisation_id = $1 order by queued_at, statement_file_id limit 1`,
      [organisationId],
    );
    return head?.statementFileId === statementFileId;
  }

  /** Counted before it begins and outside its transaction, so that a file which takes the whole process with it is counted too. */
  private beginAttempt({ organisationId, statementFileId }: ImportJob): Promise<number> {
    return this.database.inOrganisation(organisationId, async (tx) => {
      await tx.query(`update statement_file set state = 'reading' where organisation_id = $1 and statement_file_id = $2 and state = 'received'`, [organisationId, statementFileId]);
      const [rows] = (await tx.query('update import_job set attempts = attempts + 1 where organisation_id = $1 and statement_file_id = $2 returning attempts', [
        organisationId, statementFileId,
      ])) as [{ attempts: number }[], number];
      return rows[0]?.attempts ?? 0;
    });
  }

  /** In a savepoint, so that of a file that is refused nothing stays but the refusal. */
  private async attempt(tx: Transaction, job: ImportJob): Promise<Refusal | null> {
    try {
      await tx.transaction((inner) => this.importStatement.run(inner, job, this.stopping.signal));
      return null;
    } catch (error) {
      if (error instanceof UnreadableFile) return { problem: error.problem, ...error.asks };
      if (error instanceof OpenQuestions) return error;
      throw error;
    }
  }

  private async refuse(tx: Transaction, { organisationId, statementFileId }: ImportJob, { problem, questions = [], mapping = null }: Refusal): Promise<void> {
    const [, gone] = (await tx.query('delete from import_job where organisation_id = $1 and statement_file_id = $2', [organisationId, statementFileId])) as [unknown[], number];
    if (gone === 0) return;
    const [rows] = (await tx.query(
      `update statement_file set state = 'refused', completed_at = now(), problem = $3, questions = $4, mapping = $5 where organisation_id = $1 and statement_file_id = $2 returning filename`,
      [organisationId, statementFileId, JSON.stringify(problem), JSON.stringify(questions), mapping === null ? null : JSON.stringify(mapping)],
    )) as [{ filename: string }[], number];
    await publish(tx, organisationId, statementRefused, [{ statementFileId, filename: rows[0]!.filename, code: problem.code, detail: problem.message, remedy: problem.remedy }]);
  }

  private async afterFailure(job: ImportJob, attempts: number, error: unknown): Promise<void> {
    const message = error instanceof Error ? error.message : String(error);
    if (this.stopping.signal.aborted || isOfTheMoment(error)) {
      this.log.warn({ ...job, error: message }, 'an import was interrupted and will begin anew');
      await this.forgive(job, attempts);
      return this.sleep(outagePauseMs);
    }
    const code: ImportProblemCode = error instanceof ReaderDied ? error.code : 'reader_failed';
    this.log.error({ ...job, attempts, code, error: error instanceof Error ? (error.stack ?? message) : message }, 'an import failed');
    if (attempts >= mostAttempts) {
      const problem = importProblem(code, error instanceof ReaderDied ? error.said : sentence('file_not_stored'));
      return this.database.inOrganisation(job.organisationId, async (tx) => {
        if (await this.claim(tx, job)) await this.refuse(tx, job, { problem });
      });
    }
    await this.database.inOrganisation(job.organisationId, (tx) =>
      tx.query(`update import_job set not_before = now() + make_interval(secs => $3) where organisation_id = $1 and statement_file_id = $2`, [job.organisationId, job.statementFileId, attempts]),
    );
  }

  /** Takes the attempt back; through an outage it waits for the database, because nothing else can be done meanwhile. */
  private async forgive(job: ImportJob, attempts: number): Promise<void> {
    if (attempts === 0) return;
    for (;;) {
      try {
        await this.database.inOrganisation(job.organisationId, (tx) =>
          tx.query('update import_job set attempts = attempts - 1 where organisation_id = $1 and statement_file_id = $2 and attempts > 0', [job.organisationId, job.statementFileId]),
        );
        return;
      } catch (error) {
        if (this.stopping.signal.aborted || !isOutage(error)) throw error;
        await pause(outagePauseMs);
      }
    }
  }

  private wake(): void {
    this.awake = true;
    for (const wake of this.wakers) wake();
  }

  private async sleep(ms: number): Promise<void> {
    if (this.awake || this.stopping.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.wakers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.wakers.add(done);
    });
  }
}

/** Nothing that the file has to do with: it is tried again until the moment has passed. */
function isOfTheMoment(error: unknown): boolean {
  return isOutage(error) || isTransient(error) || error instanceof NoReader;
}

function tooOften(): bankImportHttp.FileProblem {
  return importProblem('reader_failed', sentence('reader_failed', { times: String(mostAttempts) }));
}
