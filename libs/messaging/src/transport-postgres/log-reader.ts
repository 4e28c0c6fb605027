import { type Log } from '@lettrage/observability';
import { type Database } from '@lettrage/persistence';
import { Stopping } from '../consumer/consumer.js';
import { handover, type Kept } from '../handover.js';
import { type Delivery } from '../message.js';
import { type Subscribed, type Subscription } from '../transport.js';
import { ConsumerLock } from './consumer-lock.js';

const batch = 500;
/** Of the payloads of one batch, which are in memory together, as text and read. */
const batchBytes = 16 * 1024 ** 2;
const pollMs = 1000;
const pauseAfterFailureMs = 500;
/** A stretch of the log without a message for the consumer is written down as passed after so many positions. */
const rememberEvery = 1000n;

interface LogRow extends Omit<Delivery, 'position' | 'payload'> {
  /** Null where this process has it in hand. */
  payload: string | null;
  /** The newest position of the log; the one row without a message of its own says nothing else. */
  head: bigint;
  pos: bigint;
  bytes: number;
}

function deliveryOf({ eventId, organisationId, topic, name, key, payload, publishedAt, pos }: LogRow, inHand: ReadonlyMap<string, Kept>): Delivery {
  const delivery = { eventId, organisationId, topic, name, key, publishedAt, position: `${topic}@${pos}` };
  if (payload !== null) return { ...delivery, payload };
  const { text, checked } = inHand.get(eventId!)!;
  handover.taken(eventId!);
  return { ...delivery, payload: text, checked };
}

/** Reads the log from the consumer's place. Of several replicas the one that holds the consumer's lock reads; the others wait for it. */
export class LogReader implements Subscribed {
  private stopped = false;
  private awake = false;
  private wake: () => void = () => undefined;
  private leave: () => void = () => undefined;
  private readonly lock: ConsumerLock;
  /** Up to where the log has been read, and up to where that is written down. */
  private position = 0n;
  private written = 0n;
  private placed = false;
  private lastSign = Date.now();
  private running: Promise<void> | undefined;

  constructor(
    database: Database,
    private readonly subscription: Subscription,
    private readonly log: Log,
  ) {
    this.lock = new ConsumerLock(database, subscription.consumer);
  }

  start(): void {
    this.leave = handover.join(this.subscription.topics);
    this.running = this.run();
  }

  /** A replica that waits for the lock is ready: it takes over when the one that holds it dies. */
  ready(): boolean {
    return !this.stopped && this.running !== undefined;
  }

  owns(): boolean {
    return this.lock.holds;
  }

  silentForMs(): number {
    return Date.now() - this.lastSign;
  }

  notify(): void {
    this.awake = true;
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.notify();
    await this.running;
    this.leave();
    await this.lock.release();
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      this.lastSign = Date.now();
      try {
        this.awake = false;
        if (!this.lock.holds) this.placed = false;
        if (await this.lock.take()) {
          if (!this.placed) await this.takePlace();
          while (!this.stopped && this.lock.holds && (await this.readOnce()));
        }
        if (!this.awake && !this.stopped) await this.sleep();
      } catch (error) {
        if (this.stopped || error instanceof Stopping) return;
        this.placed = false;
        this.log.warn({ consumer: this.subscription.consumer, error: (error as Error).message }, 'the log could not be read');
        await new Promise((resolve) => setTimeout(resolve, pauseAfterFailureMs));
      }
    }
  }

  private async takePlace(): Promise<void> {
    const { consumer } = this.subscription;
    await this.lock.query('insert into bus.consumer_position (consumer, pos) values ($1, 0) on conflict do nothing', [consumer]);
    const { rows } = await this.lock.query<{ pos: bigint }>('select pos from bus.consumer_position where consumer = $1', [consumer]);
    this.position = this.written = rows[0]!.pos;
    this.placed = true;
  }

  /** Reads up to the head as it was before, so that a stretch without a message for this consumer is passed once and for all. True where there may be more. */
  private async readOnce(): Promise<boolean> {
    const { head, rows, inHand } = await this.fetch();
    this.lastSign = Date.now();
    if (head <= this.position) return false;
    if (rows.length > 0) await this.subscription.handle(rows.map((row) => deliveryOf(row, inHand)), async () => undefined);
    this.lastSign = Date.now();
    const cut = rows.length === batch || rows.reduce((sum, { bytes }) => sum + bytes, 0) >= batchBytes;
    const reached = cut ? rows.at(-1)!.pos : head;
    if (rows.length > 0 || reached - this.written > rememberEvery) await this.moveTo(reached);
    else this.position = reached;
    return cut;
  }

  private async fetch(): Promise<{ head: bigint; rows: LogRow[]; inHand: ReadonlyMap<string, Kept> }> {
    const inHand = handover.of(this.subscription.topics);
    const { rows } = await this.lock.query<LogRow>(
      `select head, pos, event_id as "eventId", organisation_id as "organisationId", topic, name, key, case when event_id <> all ($5::uuid[]) then payload end as payload,
         published_at as "publishedAt", bytes
       from (select coalesce(max(pos), 0) as head from bus.log) as newest
       left join lateral (
         select *, octet_length(payload) as bytes, sum(octet_length(payload)) over (order by pos) - octet_length(payload) as bytes_before
         from (select * from bus.log where pos > $1 and pos <= head and topic = any ($2) order by pos limit $3) as next
       ) as measured on bytes_before < $4
       order by pos`,
      [this.position, this.subscription.topics, batch, batchBytes, [...inHand.keys()]],
      'next of the log',
    );
    return { head: rows[0]!.head, rows: rows[0]!.pos === null ? [] : rows, inHand };
  }

  /** Only from where this reader has put it: after a lost lock another one, or a rewind, may have moved the place, and that stands. */
  private async moveTo(reached: bigint): Promise<void> {
    const { rowCount } = await this.lock.query('update bus.consumer_position set pos = $2, moved_at = now() where consumer = $1 and pos = $3', [this.subscription.consumer, reached, this.written], 'move the place');
    if (rowCount === 0) throw new Error('the consumer’s place was moved by someone else');
    this.position = this.written = reached;
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
