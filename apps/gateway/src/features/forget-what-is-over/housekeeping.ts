import { LOG } from '@lettrage/http';
import { type Log } from '@lettrage/observability';
import { Database } from '@lettrage/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { absoluteMs, idleMs } from '../../domain/session-lifetime.js';
import { addressRule, emailRule } from '../../domain/throttle.js';

const everyMs = 60_000;
/** Rows of one table that one statement deletes: none holds its locks for long. */
const batchRows = 5_000;
const liveEventsKeptMs = 3_600_000;
const linksKeptMs = 30 * 24 * 3_600_000;
const attemptsKeptMs = Math.max(emailRule.forgottenAfterMs + emailRule.longestWaitMs, addressRule.forgottenAfterMs + addressRule.longestWaitMs);

/** Deletes, a bounded batch at a time, what can no longer matter. Several gateways may do so at once. */
@Injectable()
export class Housekeeping {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly database: Database,
    @Inject(LOG) private readonly log: Log,
  ) {}

  start(): void {
    this.timer = setInterval(() => (this.running = this.sweep(new Date()).catch((error: Error) => this.log.warn({ error: error.message }, 'what is over could not be deleted'))), everyMs);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  async sweep(now: Date): Promise<void> {
    const before = (ms: number) => new Date(now.getTime() - ms);
    await this.deleteWhere('live_event', '(organisation_id, id)', 'organisation_id, id', 'at < $1', before(liveEventsKeptMs));
    await this.deleteWhere('session', 'token_hash', 'token_hash', 'last_seen_at < $1', before(idleMs));
    await this.deleteWhere('session', 'token_hash', 'token_hash', 'created_at < $1', before(absoluteMs));
    await this.deleteWhere('sign_in_link', '(organisation_id, link_id)', 'organisation_id, link_id', 'expires_at < $1', before(linksKeptMs));
    await this.deleteWhere('sign_in_attempt', 'bucket', 'bucket', 'last_failure_at < $1', before(attemptsKeptMs));
  }

  private async deleteWhere(table: string, key: string, columns: string, condition: string, limit: Date): Promise<void> {
    for (let deleted = batchRows; deleted === batchRows && !this.stopped; ) {
      const [, count] = await this.database.inSystem((tx) =>
        tx.query<[unknown, number]>(`delete from ${table} where ${key} in (select ${columns} from ${table} where ${condition} limit ${batchRows} for update skip locked)`, [limit]),
      );
      deleted = count;
    }
  }
}
