import { type Database, type Transaction } from '@lettrage/persistence';
import { eventFrame, type LiveEvent, openingFrame } from '../../domain/event-frame.js';
import { newestPlace } from '../../persistence/newest-place.js';
import { type StreamClient } from './stream-client.js';

/** Events of one burst; an event has some 4 kB at most. */
const pageSize = 100;
/** A client that resumes gets at most so many of the events that it missed, the newest; its page asks for everything anew anyway. */
const mostMissed = 1_000;

/**
 * What one organisation's clients follow. All reading happens one after the other, so that a client that joins neither misses an event nor
 * gets one twice.
 */
export class OrganisationFeed {
  private readonly present = new Set<StreamClient>();
  private readonly following = new Set<StreamClient>();
  /** The last event that the following clients have been sent. */
  private position: bigint | undefined;
  private work: Promise<void> = Promise.resolve();
  private due = false;

  constructor(
    private readonly organisationId: string,
    private readonly database: Database,
  ) {}

  get empty(): boolean {
    return this.present.size === 0;
  }

  /** Adds a client after the place that it names, or at the end. */
  join(client: StreamClient, after: bigint | null): Promise<void> {
    this.present.add(client);
    return this.inTurn(async () => {
      const head = await this.advance();
      const from = after !== null && after < head ? after : head;
      client.send(openingFrame(from));
      if (from < head) for (const event of await this.read(missed, [from, head])) client.send(eventFrame(event));
      if (this.present.has(client)) this.following.add(client);
    });
  }

  leave(client: StreamClient): void {
    this.present.delete(client);
    this.following.delete(client);
  }

  /** There may be something new. Of calls that come while one is waiting, one is enough. */
  async wake(): Promise<void> {
    if (this.due) return;
    this.due = true;
    await this.inTurn(async () => {
      this.due = false;
      await this.advance();
    });
  }

  /** Sends what is new to those that follow, and returns the place that is reached. */
  private async advance(): Promise<bigint> {
    this.position ??= await newestPlace(this.database, this.organisationId);
    for (;;) {
      const events = await this.read(next, [this.position]);
      for (const client of this.following) client.dropIfBehind();
      for (const event of events) {
        const frame = eventFrame(event);
        for (const client of this.following) client.send(frame);
        this.position = event.id;
      }
      if (events.length < pageSize) return this.position;
    }
  }

  private read(sql: string, places: bigint[]): Promise<LiveEvent[]> {
    return this.database.inOrganisation(this.organisationId, (tx: Transaction) => tx.query<LiveEvent[]>(sql, [this.organisationId, ...places]));
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.work.then(work);
    this.work = done.catch(() => undefined); // who asked hears of it; the next in turn begins all the same
    return done;
  }
}

const next = `select id, name, payload from live_event where organisation_id = $1 and id > $2 order by id limit ${pageSize}`;
const missed = `select * from (select id, name, payload from live_event where organisation_id = $1 and id > $2 and id <= $3 order by id desc limit ${mostMissed}) as newest order by id`;
