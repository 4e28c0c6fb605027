import { LOG } from '@lettrage/http';
import { type Log } from '@lettrage/observability';
import { Database, isOutage } from '@lettrage/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { AnnounceAgedBalance } from './announce-aged-balance.js';
import { AnnounceForecast } from './announce-forecast.js';
import { Coalescer } from './coalescer.js';

/**
 * A single payment shows at once, also right after another: where little has changed the figure takes a tenth of the time. While much is changing it moves every few
 * tenths of a second; reading the index of what is open stays a small share of the work.
 */
const balancePace = { gapMs: 400, little: { changes: 20, gapFactor: 10 }, restFactor: 2, most: 3, retryMs: 1000 };
/** A forecast takes a second of a large company's machine: it follows a single payment at once, and not in the middle of a file, whose messages come in shorter intervals than this pause. */
const forecastPace = { gapMs: 1000, restFactor: 4, most: 1, retryMs: 2000, calm: { pauseMs: 500, patienceMs: 3000 } };
/** Receipts that nobody has taken move no total, only the note beside it: usually their settlement follows and brings it along. */
const receiptsWithinMs = 800;

/** What must follow the commit of a change: the figures are said anew, soon, and not once per batch. */
@Injectable()
export class Announcements {
  private readonly balance: Coalescer;
  private readonly forecast: Coalescer;

  constructor(
    private readonly database: Database,
    @Inject(LOG) private readonly log: Log,
    agedBalance: AnnounceAgedBalance,
    forecast: AnnounceForecast,
  ) {
    this.balance = new Coalescer((organisationId) => agedBalance.announce(organisationId), balancePace, (id, error) => this.failed('aged balance', id, error));
    this.forecast = new Coalescer((organisationId) => forecast.announce(organisationId), forecastPace, (id, error) => this.failed('forecast', id, error));
  }

  /** So many items or allocations, or the calendar: every figure may be another one. */
  somethingMoved(organisationId: string, changes = 1): void {
    this.balance.ask(organisationId, changes);
    this.forecast.ask(organisationId);
  }

  onlyReceiptsMoved(organisationId: string): void {
    this.balance.ask(organisationId, 1, receiptsWithinMs);
  }

  behaviourMoved(organisationId: string): void {
    this.forecast.ask(organisationId);
  }

  /** What a process that ended in between has left unsaid is said now. */
  async catchUp(): Promise<void> {
    const behind = await this.database.inSystem((tx) =>
      tx.query<{ organisationId: string }[]>(`select organisation_id as "organisationId" from figures where balance_announced < changed or forecast_announced < changed order by organisation_id`),
    );
    for (const { organisationId } of behind) this.somethingMoved(organisationId);
  }

  async stop(): Promise<void> {
    await Promise.all([this.balance.stop(), this.forecast.stop()]);
  }

  private failed(figure: string, organisationId: string, error: unknown): void {
    this.log[isOutage(error) ? 'warn' : 'error']({ organisation_id: organisationId, figure, error: error instanceof Error ? error.message : String(error) }, 'a figure could not be announced and is tried again');
  }
}
