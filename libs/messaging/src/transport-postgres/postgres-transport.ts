import { type Log } from '@lettrage/observability';
import { type Database, Listener, type Transaction } from '@lettrage/persistence';
import pg from 'pg';
import { type Delivery } from '../message.js';
import { type Subscribed, type Subscription, type Transport } from '../transport.js';

const batch = 500;
const pollMs = 1000;
/** A stretch of the log without a message for the consumer is written down as passed after so many positions. */
const rememberEvery = 1000n;

interface LogRow extends Omit<Delivery, 'position'> {
  pos: bigint;
}

/** Messages over PostgreSQL: one log for all services, a place per consumer. For one process, or a few on one database. */
export class PostgresTransport implements Transport {
  constructor(
    private readonly database: Database,
    private readonly listener: Listener,
    private readonly log: Log,
  ) {}

  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  /** The lock is held until the commit, so that positions become visible in their order and no reader passes a late one. */
  async relay(tx: Transaction, most: number): Promise<number> {
    const [{ waiting }] = await tx.query<[{ waiting: boolean }]>('select exists (select from outbox) as waiting');
    if (!waiting) return 0;
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('lettrage bus', 0))`);
    const [{ moved }] = await tx.query<[{ moved: bigint }]>(
      `with taken as (delete from outbox where seq = any (array(select seq from outbox order by seq limit $1)) returning *),
       added as (insert into bus.log (event_id, organisation_id, topic, name, key, payload, published_at)
                 select event_id, organisation_id, topic, name, key, payload, published_at from taken order by seq returning 1)
       select count(*) as moved, pg_notify('lettrage_bus', '') from added`,
      [most],
    );
    return Number(moved);
  }

  async subscribe(subscription: Subscription): Promise<Subscribed> {
    const reader = new LogReader(this.database, subscription, this.log);
    this.listener.on('lettrage_bus', () => reader.notify());
    reader.start();
    return reader;
  }
}

/** Reads the log from the consumer's place. Of several replicas the one that holds the consumer's lock reads; the others wait for it. */
class LogReader implements Subscribed {
  private stopped = false;
  private awake = false;
  private wake: () => void = () => undefined;
  private lock: pg.Client | undefined;
  private position = 0n;
  private running: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly subscription: Subscription,
    private readonly log: Log,
  ) {}

  start(): void {
    this.running = this.run();
  }

  ready(): boolean {
    return !this.stopped && this.running !== undefined;
  }

  notify(): void {
    this.awake = true;
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.notify();
    await this.running;
    await this.lock?.end().catch(() => undefined);
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        this.awake = false;
        if (await this.holdsLock()) while (!this.stopped && (await this.readOnce()));
        if (!this.awake && !this.stopped) await this.sleep();
      } catch (error) {
        if (this.stopped) return;
        this.log.warn({ consumer: this.subscription.consumer, error: (error as Error).message }, 'the log could not be read');
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  }

  /** Reads up to the head as it was before, so that a stretch without a message for this consumer is passed once and for all. */
  private async readOnce(): Promise<boolean> {
    const { consumer, topics, handle } = this.subscription;
    const { head, rows } = await this.database.inSystem(async (tx) => {
      const [{ head }] = await tx.query<[{ head: bigint }]>('select coalesce(max(pos), 0) as head from bus.log');
      if (head === this.position) return { head, rows: [] };
      const rows = await tx.query<LogRow[]>(
        `select pos, event_id as "eventId", organisation_id as "organisationId", topic, name, key, payload, published_at as "publishedAt" from bus.log
         where pos > $1 and pos <= $2 and topic = any ($3) order by pos limit $4`,
        [this.position, head, topics, batch],
      );
      return { head, rows };
    });
    if (rows.length > 0) await handle(rows.map(({ pos, ...row }) => ({ ...row, position: `${row.topic}@${pos}` })), async () => undefined);
    const reached = rows.length === batch ? rows.at(-1)!.pos : head;
    if (rows.length > 0 || reached - this.position > rememberEvery) {
      await this.database.inSystem((tx) =>
        tx.query(`insert into bus.consumer_position (consumer, pos) values ($1, $2) on conflict (consumer) do update set pos = excluded.pos, moved_at = now()`, [consumer, reached]),
      );
    }
    this.position = reached;
    return rows.length === batch;
  }

  private async holdsLock(): Promise<boolean> {
    if (!this.lock) {
      const client = new pg.Client({ connectionString: this.database.settings.url, application_name: `lettrage consumer ${this.subscription.consumer}`, keepAlive: true });
      const lost = () => {
        if (this.lock === client) this.lock = undefined;
      };
      client.on('error', lost).on('end', lost);
      await client.connect();
      const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(hashtextextended('lettrage consumer ' || $1, 0)) as mine`, [this.subscription.consumer]);
      if (!rows[0]!.mine) {
        await client.end();
        return false;
      }
      const [place] = await this.database.inSystem((tx) => tx.query<{ pos: bigint }[]>('select pos from bus.consumer_position where consumer = $1', [this.subscription.consumer]));
      this.position = place?.pos ?? 0n;
      this.lock = client;
    }
    return this.lock !== undefined;
  }

  private async sleep(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pollMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
