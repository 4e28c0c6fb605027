import { type Log, type Metrics } from '@lettrage/observability';
import { type Database, Listener } from '@lettrage/persistence';
import { Consumer } from './consumer/consumer.js';
import { type MessageHandler } from './consumer/handler.js';
import { type Heard, heardEvents } from './consumer/heard-events.js';
import { Relay } from './outbox/relay.js';
import { replayAsked } from './parked/parked-messages.js';
import { type KafkaSettings, KafkaTransport } from './transport-kafka/kafka-transport.js';
import { PostgresTransport } from './transport-postgres/postgres-transport.js';
import { type Subscribed, type Transport } from './transport.js';

export type TransportSettings = { readonly kind: 'postgres' } | ({ readonly kind: 'kafka' } & KafkaSettings);

/** How long what fails is tried, when the watchdog barks, and how often the machinery looks after itself. */
export const patience = {
  /** Before each further try of a message that fails alone: five attempts within 5 s. */
  retryPausesMs: [50, 250, 1000, 3000],
  /** Without progress on a batch for so long the service says that it is not ready; where it is seen so for as long again, the process ends. */
  stalledAfterMs: 45_000,
  /** Without a sign of life of the transport's client, or a turn of the relay, for half of this, and where that is seen for the other half, the process ends. */
  silentAfterMs: 300_000,
  watchEveryMs: 5000,
  replayEveryMs: 15_000,
  tidyEveryMs: 3_600_000,
};

/** A service's ears and mouth: outbox relay, consumer, watchdog. A service has one. */
export class ServiceMessaging {
  private readonly heard: ReadonlyMap<string, Heard>;
  private readonly consumer: Consumer;
  private readonly transport: Transport;
  private readonly relay: Relay;
  private readonly listener: Listener;
  private subscribed: Subscribed | undefined;
  private timers: NodeJS.Timeout[] = [];
  private fatal = false;
  /** Looks in a row, the last one included, at which no progress was seen, and no sign of life. */
  private readonly looks = { stalled: 0, silent: 0 };
  private replaying = false;
  private tidying: Promise<void> | undefined;

  constructor(
    private readonly name: string,
    private readonly database: Database,
    settings: TransportSettings,
    handlers: readonly MessageHandler[],
    private readonly metrics: Metrics,
    private readonly log: Log,
    /** Ends the process; what supervises it starts it anew. */
    private readonly exit: (reason: string) => void,
    private readonly limits: typeof patience = patience,
  ) {
    this.listener = new Listener(database.settings.url, log);
    this.transport = settings.kind === 'kafka' ? new KafkaTransport(settings, log) : new PostgresTransport(database, this.listener, log);
    this.relay = new Relay(database, this.transport, metrics, log);
    this.heard = heardEvents(handlers);
    this.consumer = new Consumer(name, this.heard, database, metrics, log, limits.retryPausesMs);
  }

  async start(): Promise<void> {
    this.listener.on('lettrage_outbox', (schema) => (schema === '' || schema === this.database.settings.schema) && this.relay.notify());
    this.listener.on('lettrage_replay', () => void this.replay());
    await this.listener.start();
    await this.transport.start();
    this.relay.start();
    const topics = [...new Set([...this.heard.values()].map(({ contract }) => contract.topic.name))];
    if (topics.length > 0) {
      this.subscribed = await this.transport.subscribe({
        consumer: this.name,
        topics,
        handle: (batch, progress) => this.consumer.handle(batch, progress),
        onFatal: (error) => this.end(`the consumer cannot go on: ${error.message}`),
      });
    }
    const { watchEveryMs, replayEveryMs, tidyEveryMs } = this.limits;
    this.timers.push(setInterval(() => this.watch(), watchEveryMs), setInterval(() => void this.replay(), replayEveryMs), setInterval(() => (this.tidying = this.tidy()), tidyEveryMs));
    for (const timer of this.timers) timer.unref();
  }

  /** Joined, and moving while there is work. */
  ready(): boolean {
    return !this.fatal && (this.subscribed?.ready() ?? true) && this.consumer.stuckForMs() <= this.limits.stalledAfterMs;
  }

  /** Finishes what is in hand, sends what has been said, and lets go. */
  async stop(): Promise<void> {
    this.timers.forEach(clearInterval);
    this.consumer.stop();
    await this.subscribed?.stop();
    await this.relay.stop();
    await this.transport.stop();
    await this.tidying;
    await this.listener.stop();
  }

  /** Parked messages whose replay was asked for; one at a time looks, and a failure is tried again by the clock. */
  private async replay(): Promise<void> {
    const { subscribed } = this;
    if (this.replaying || !subscribed) return;
    this.replaying = true;
    try {
      while ((await replayAsked(this.database, this.consumer, (organisationId) => subscribed.owns(organisationId))) > 0);
    } catch (error) {
      this.log.warn({ consumer: this.name, error: (error as Error).message }, 'parked messages could not be replayed');
    } finally {
      this.replaying = false;
    }
  }

  /** What the clock says is not enough: where the whole process was held up (a machine asleep, or busy with others), nobody could move, and all of it passes as one look. */
  private watch(): void {
    const { looks, limits } = this;
    looks.stalled = this.consumer.stuckForMs() > limits.stalledAfterMs ? looks.stalled + 1 : 0;
    if (looks.stalled * limits.watchEveryMs > limits.stalledAfterMs) this.end('the consumer has made no progress');
    // While a batch is in hand the client has nothing to say; then progress is what counts.
    const silentMs = Math.max(this.relay.silentForMs(), this.consumer.hasWork ? 0 : (this.subscribed?.silentForMs() ?? 0));
    looks.silent = silentMs > limits.silentAfterMs / 2 ? looks.silent + 1 : 0;
    if (looks.silent * limits.watchEveryMs > limits.silentAfterMs / 2) this.end('the transport shows no sign of life');
    void this.database
      .inSystem((tx) => tx.query<[{ age: string | null }]>('select extract(epoch from now() - min(published_at)) as age from outbox'))
      .then(([{ age }]) => this.metrics.outboxAge.set(Number(age ?? 0)))
      .catch(() => undefined); // an outage shows itself elsewhere
  }

  private end(reason: string): void {
    if (this.fatal) return;
    this.fatal = true;
    this.log.error({ consumer: this.name, reason }, 'the process ends so that it can start anew');
    this.exit(reason);
  }

  private async tidy(): Promise<void> {
    await this.transport.tidy().catch((error: Error) => this.log.warn({ consumer: this.name, error: error.message }, 'the log could not be tidied'));
  }
}
