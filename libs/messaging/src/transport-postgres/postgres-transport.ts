import { type Log } from '@lettrage/observability';
import { type Database, type Listener, type Transaction } from '@lettrage/persistence';
import { type Relayed, type Subscribed, type Subscription, type Transport } from '../transport.js';
import { LogReader } from './log-reader.js';
import { tidyLog } from './tidy-log.js';

/** Messages over PostgreSQL: one log for all services, a place per consumer. For one process, or a few on one database. */
export class PostgresTransport implements Transport {
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly listener: Listener,
    private readonly log: Log,
  ) {}

  async start(): Promise<void> {}

  async stop(): Promise<void> {
    this.stopped = true;
  }

  /** The lock is held until the commit, so that positions become visible in their order and no reader passes a late one. */
  async relay(tx: Transaction, most: number): Promise<Relayed> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('lettrage bus', 0))`);
    const [{ moved }] = await tx.query<[{ moved: bigint }]>(
      `with taken as (delete from outbox where seq = any (array(select seq from outbox order by seq limit $1)) returning *),
       added as (insert into bus.log (event_id, organisation_id, topic, name, key, payload, published_at)
                 select event_id, organisation_id, topic, name, key, payload, published_at from taken order by seq returning topic)
       select count(*) as moved, pg_notify('lettrage_bus', string_agg(distinct topic, ' ')) from added`,
      [most],
    );
    return { moved: Number(moved), more: Number(moved) === most };
  }

  tidy(): Promise<void> {
    return tidyLog(this.database, () => this.stopped);
  }

  async subscribe(subscription: Subscription): Promise<Subscribed> {
    const reader = new LogReader(this.database, subscription, this.log);
    this.listener.on('lettrage_bus', (topics) => (topics === '' || topics.split(' ').some((topic) => subscription.topics.includes(topic))) && reader.notify());
    reader.start();
    return reader;
  }
}
