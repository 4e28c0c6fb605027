import { readerSentence, StatementFault } from '@lettrage/bank-formats';
import { type bankImportHttp, sentence } from '@lettrage/contracts';
import { LOG, Refused } from '@lettrage/http';
import { type Log } from '@lettrage/observability';
import { Database, isOutage } from '@lettrage/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { join, relative } from 'node:path';
import { type BankImportSettings, type InboxSettings } from '../../bank-import.config.js';
import { importProblem, messageOf, problemOfFault, refusalProblem } from '../../domain/file-problem.js';
import { isPlainName, plainName } from '../../domain/inbox-names.js';
import { spelled } from '../../domain/resolve-account.js';
import { importedByInbox } from '../../domain/inbox-user.js';
import { noteRefused } from '../../persistence/inbox-refusals.js';
import { knownAccounts } from '../../persistence/known-accounts.js';
import { statementFileColumns, statementFileOf, type StatementFileRow } from '../../persistence/statement-file-row.js';
import { SETTINGS } from '../../settings-token.js';
import { ReceiveStatement } from '../../upload/receive-statement.js';
import { changeOf, done, type Dropped, droppedFiles, isOrganisationFolder, type Moved, moveTo, openDropped, organisationsWithFolder, putBack, refused } from './inbox-folder.js';

type StatementFile = bankImportHttp.StatementFile;
type FileProblem = bankImportHttp.FileProblem;

const troubleAgainMs = 600_000;
/** So long a file that was taken is looked at for a sender who only paused: a connection that hangs is given up before. */
const pausesWithinMs = 3_600_000;

/** Whose files lie in the watched folder itself, where there are several organisations. */
const nobody = 'nobody';

/** A file as this process has seen it. */
interface Seen {
  readonly organisationId: string;
  mark: string;
  since: number;
  statementFileId: string | null;
}

interface Reason extends FileProblem {
  /** Under which it is listed; a file of nobody is not. */
  readonly statementFileId?: string;
  readonly questions?: StatementFile['questions'];
}

/**
 * Imports what an SFTP or EBICS client drops into the folder, where there is one organisation, or into `<folder>/<organisation id>/`; files that do not name their account
 * into `<account>/` in it. Then moves it to `done` or `refused`. A file is received as an upload is, by its bytes: what was killed between the import and the move is found to be known, and
 * only moved. Several instances may watch one folder; a lock lets one at a time look at an organisation's.
 */
@Injectable()
export class WatchInbox {
  private readonly stopping = new AbortController();
  private readonly seen = new Map<string, Seen>();
  private readonly inbox: InboxSettings | null;
  private readonly moved = new Map<Moved, { readonly organisationId: string; readonly at: number }>();
  private readonly troubles = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly receiveStatement: ReceiveStatement,
    @Inject(SETTINGS) private readonly settings: BankImportSettings,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.inbox = settings.inbox;
  }

  start(): { stop(): Promise<void> } {
    const watching = this.inbox ? this.watch(this.inbox) : Promise.resolve();
    return {
      stop: async () => {
        this.stopping.abort();
        await watching;
      },
    };
  }

  private async watch(inbox: InboxSettings): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        const [first, ...others] = await this.organisations();
        const alone = others.length === 0 ? first : undefined;
        if (others.length > 0) await this.refuseOfNobody(inbox).catch((error) => this.trouble(error));
        for (const organisationId of new Set([...(alone ? [alone] : []), ...(await organisationsWithFolder(inbox.folder))]))
          if (!this.stopping.signal.aborted) await this.look(inbox, organisationId, organisationId === alone).catch((error) => this.trouble(error));
      } catch (error) {
        this.trouble(error);
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, inbox.pollMs);
        this.stopping.signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
      });
    }
  }

  /** Said once, and again after a while. */
  private trouble(error: unknown): void {
    const message = (error as Error).message;
    const last = this.troubles.get(message) ?? -Infinity;
    if (Date.now() - last < troubleAgainMs) return;
    this.troubles.set(message, Date.now());
    this.log[isOutage(error) ? 'warn' : 'error']({ error: message }, 'something in the inbox could not be looked at');
  }

  /** One or two of those that there are: enough to know whether one is alone. */
  private async organisations(): Promise<string[]> {
    const rows = await this.database.inSystem((tx) => tx.query<{ id: string }[]>('select organisation_id as id from organisation limit 2'));
    return rows.map(({ id }) => id);
  }

  private look(inbox: InboxSettings, organisationId: string, isAlone: boolean): Promise<void> {
    return this.database.inOrganisation(organisationId, async (tx) => {
      const [{ mine }] = await tx.query<[{ mine: boolean }]>(`select pg_try_advisory_xact_lock(hashtextextended('lettrage inbox ' || $1, 0)) as mine`, [organisationId]);
      if (!mine) return;
      await this.takeBackWritten(organisationId);
      const dropped = [...(await droppedFiles(join(inbox.folder, organisationId)).catch(noFolder)), ...(isAlone ? await droppedFiles(inbox.folder, isOrganisationFolder) : [])];
      this.forgetGone(organisationId, dropped);
      let onTheirWay = 0;
      for (const one of dropped) {
        if (this.stopping.signal.aborted || onTheirWay >= inbox.atOnce) return;
        if (!this.isSettled(organisationId, one, inbox)) continue;
        try {
          if (!(await this.handle(organisationId, one))) onTheirWay++;
        } catch (error) {
          if (isOutage(error)) throw error;
          this.trouble(error); // of this file; the others are not to wait for it
        }
      }
    });
  }

  /** What lies in the watched folder itself is of nobody where there are several organisations. */
  private refuseOfNobody(inbox: InboxSettings): Promise<void> {
    return this.database.inSystem(async (tx) => {
      const [{ mine }] = await tx.query<[{ mine: boolean }]>(`select pg_try_advisory_xact_lock(hashtextextended('lettrage inbox', 0)) as mine`);
      if (!mine) return;
      await this.takeBackWritten(nobody);
      const dropped = await droppedFiles(inbox.folder, () => true);
      this.forgetGone(nobody, dropped);
      for (const one of dropped) if (this.isSettled(nobody, one, inbox)) await this.refuse(nobody, one, importProblem('inbox_organisation_unknown', sentence('inbox_no_organisation')));
    });
  }

  private forgetGone(organisationId: string, dropped: readonly Dropped[]): void {
    const there = new Set(dropped.map(({ path }) => path));
    for (const [path, seen] of this.seen) if (seen.organisationId === organisationId && !there.has(path)) this.seen.delete(path);
  }

  /** A sender who pauses for longer than a file has to be left alone writes on to what was taken for the whole: then it was not, and is taken again. */
  private async takeBackWritten(organisationId: string): Promise<void> {
    for (const [moved, { organisationId: whose, at }] of this.moved) {
      if (whose !== organisationId) continue;
      const change = await changeOf(moved);
      if (change === 'written') {
        this.log.warn({ organisationId }, 'a file of the inbox was written to after it was taken, and is taken again');
        await putBack(moved);
      }
      if (change !== 'none' || Date.now() - at > pausesWithinMs) this.moved.delete(moved);
    }
  }

  /** Seen more than once, and nobody has written to it for as long as this process has watched it. */
  private isSettled(organisationId: string, { path, mark }: Dropped, { settleMs }: InboxSettings): boolean {
    const seen = this.seen.get(path);
    if (seen?.mark === mark) return Date.now() - seen.since >= settleMs;
    this.seen.set(path, { organisationId, mark, since: Date.now(), statementFileId: null });
    return false;
  }

  /** True where the file is out of the way, false where its import has to be waited for. */
  private async handle(organisationId: string, dropped: Dropped): Promise<boolean> {
    const seen = this.seen.get(dropped.path)!;
    if (seen.statementFileId === null) {
      const received = await this.receive(organisationId, dropped);
      if (received === 'changed') return true;
      if ('code' in received) return this.refuse(organisationId, dropped, { ...received, statementFileId: await this.note(organisationId, dropped, received) });
      seen.statementFileId = received.statementFileId;
    }
    const file = await this.find(organisationId, seen.statementFileId);
    if (file.state === 'completed') {
      this.log.info({ organisationId, statementFileId: file.statementFileId, imported: file.imported, known: file.known }, 'a file of the inbox is imported');
      this.moved.set(await moveTo(done, dropped, null, null), { organisationId, at: Date.now() });
      return true;
    }
    if (file.state !== 'refused') return false;
    const { problem, questions, statementFileId } = file;
    return this.refuse(organisationId, dropped, { ...problem!, statementFileId, ...(questions.length > 0 && { questions }) });
  }

  private async receive(organisationId: string, dropped: Dropped): Promise<StatementFile | FileProblem | 'changed'> {
    if (!dropped.isFile) return importProblem('inbox_not_a_file', sentence('inbox_link'));
    if (!isPlainName(dropped.name)) return importProblem('inbox_name', sentence('inbox_signs'));
    const account = dropped.accountFolder === null ? null : await this.accountOf(organisationId, dropped.accountFolder);
    if (account === undefined) return importProblem('inbox_account_unknown', sentence('inbox_no_account', { account: dropped.accountFolder! }));
    const opened = await openDropped(dropped, this.settings.uploadLimitBytes);
    if ('changed' in opened) return 'changed';
    if ('tooLarge' in opened) return refusalProblem('file_too_large', messageOf(sentence('inbox_limit', { bytes: String(this.settings.uploadLimitBytes) })), 'Ask the bank for a shorter period.');
    if ('empty' in opened) return problemOfFault(new StatementFault('empty_file', dropped.name, { line: 1, column: 1 }, readerSentence('file_empty')), dropped.name);
    try {
      return (await this.receiveStatement.receive(organisationId, importedByInbox, opened.upload, account, null)).statementFile;
    } catch (error) {
      if (error instanceof Refused) return refusalProblem(error.code, { message: error.message, ...(error.sentence && { sentence: error.sentence }) }, error.more.remedy);
      throw error;
    } finally {
      await opened.upload.close();
    }
  }

  /** Lists it before it is moved: what is killed in between is met again, and known by where it lay and when it was written. */
  private note(organisationId: string, { folder, name, path, bytes, mark }: Dropped, problem: FileProblem): Promise<string> {
    const refusal = { filename: plainName(name), bytes, mark: `${relative(folder, path)} ${mark}`, problem };
    return this.database.inOrganisation(organisationId, (tx) => noteRefused(tx, organisationId, refusal));
  }

  private accountOf(organisationId: string, folder: string): Promise<string | undefined> {
    return this.database.inOrganisation(organisationId, async (tx) => (await knownAccounts(tx)).find(({ bankAccountId, identification }) => identification === spelled(folder) || bankAccountId === folder)?.bankAccountId);
  }

  private find(organisationId: string, statementFileId: string): Promise<StatementFile> {
    return this.database.inOrganisation(organisationId, async (tx) => {
      const [row] = await tx.query<StatementFileRow[]>(`select ${statementFileColumns} from statement_file where organisation_id = $1 and statement_file_id = $2`, [organisationId, statementFileId]);
      return statementFileOf(row!);
    });
  }

  private async refuse(organisationId: string, dropped: Dropped, reason: Reason): Promise<true> {
    this.log.warn({ code: reason.code }, 'a file of the inbox is refused');
    const place = reason.where === null ? '' : `${reason.where}: `;
    this.moved.set(await moveTo(refused, dropped, { file: dropped.name, ...reason }, `${dropped.name}: ${place}${reason.message}. ${reason.remedy}`), { organisationId, at: Date.now() });
    return true;
  }
}

/** An organisation that is alone needs no folder of its own. */
function noFolder(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
