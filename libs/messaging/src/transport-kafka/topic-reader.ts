import { type Log } from '@lettrage/observability';
import { type Consumer, type EachBatchPayload, type Kafka } from 'kafkajs';
import { Stopping } from '../consumer/consumer.js';
import { type Subscribed, type Subscription } from '../transport.js';
import { partitionOf } from './by-organisation.js';
import { deliveryOf } from './delivery-of.js';
import { samePartitions } from './same-partitions.js';

const largestBatch = 500;
/** After a kill the group waits for so long before another member, or the restarted one, takes over. A false alarm costs a redelivery. */
const sessionTimeoutMs = 15_000;
const heartbeatMs = 3000;
/** Silence in which the client cannot be called served any more; it speaks to the broker every few seconds. */
const unservedAfterMs = 45_000;
const beginAgainAfterMs = 1000;

/** Joins the group and reads its share of the topics. `partitions` says how many each topic has. */
export async function subscribe(kafka: Kafka, prefix: string, partitions: ReadonlyMap<string, number>, subscription: Subscription, log: Log): Promise<Subscribed> {
  const newConsumer = () => kafka.consumer({
    groupId: prefix + subscription.consumer,
    partitionAssigners: [samePartitions],
    sessionTimeout: sessionTimeoutMs,
    heartbeatInterval: heartbeatMs,
    maxWaitTimeInMs: 100,
    allowAutoTopicCreation: false,
    // Whatever crashes the client is retried by itself as long as it says that it can be; else the process ends and starts anew.
    retry: { initialRetryTime: 200, maxRetryTime: 5000, retries: 8, restartOnFailure: async () => true },
  });
  const reader = new TopicReader(newConsumer, prefix, partitions, subscription, log);
  await reader.start();
  return reader;
}

class TopicReader implements Subscribed {
  private consumer: Consumer | undefined;
  private again: Promise<void> = Promise.resolve();
  private joined = false;
  private stopped = false;
  private lastSign = Date.now();
  private assigned: ReadonlyMap<string, ReadonlySet<number>> = new Map();

  constructor(
    private readonly newConsumer: () => Consumer,
    private readonly prefix: string,
    private readonly partitions: ReadonlyMap<string, number>,
    private readonly subscription: Subscription,
    private readonly log: Log,
  ) {}

  /** Joins with a client of its own. */
  async start(): Promise<void> {
    const consumer = this.newConsumer();
    this.consumer = consumer;
    this.follow(consumer);
    await consumer.connect();
    await consumer.subscribe({ topics: this.subscription.topics.map((topic) => this.prefix + topic), fromBeginning: true });
    await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: (payload) => this.eachBatch(consumer, payload) });
  }

  ready(): boolean {
    return this.joined && this.silentForMs() < unservedAfterMs;
  }

  /** The assigner gives a partition number to one member on all topics; any of them can be asked. */
  owns(organisationId: string | null): boolean {
    const topic = this.subscription.topics[0]!;
    const partition = organisationId === null ? 0 : partitionOf(organisationId, this.partitions.get(topic)!);
    return this.joined && (this.assigned.get(this.prefix + topic)?.has(partition) ?? false);
  }

  silentForMs(): number {
    return Date.now() - this.lastSign;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.consumer?.disconnect();
  }

  /** For as long as the broker is away: its outage ends no process. */
  private async beginAgain(): Promise<void> {
    while (!this.stopped) {
      await new Promise((resolve) => setTimeout(resolve, beginAgainAfterMs));
      if (this.stopped) return;
      this.lastSign = Date.now();
      try {
        await this.start();
        if (this.stopped) await this.consumer?.disconnect();
        return;
      } catch (error) {
        this.log.warn({ consumer: this.subscription.consumer, error: (error as Error).message }, 'the broker does not answer yet');
        await this.consumer?.disconnect().catch(() => undefined); // it may never have been connected
      }
    }
  }

  private follow(consumer: Consumer): void {
    const { events } = consumer;
    const alive = () => void (this.lastSign = Date.now());
    const replaced = () => consumer !== this.consumer;
    consumer.on(events.HEARTBEAT, alive);
    consumer.on(events.FETCH, alive);
    consumer.on(events.GROUP_JOIN, ({ payload }) => {
      if (replaced()) return;
      alive();
      this.assigned = new Map(Object.entries(payload.memberAssignment).map(([topic, numbers]) => [topic, new Set(numbers)]));
      this.joined = true;
    });
    consumer.on(events.REBALANCING, () => {
      if (replaced()) return;
      alive();
      this.joined = false;
    });
    consumer.on(events.CRASH, ({ payload: { error, restart } }) => {
      if (replaced()) return;
      alive(); // it says itself whether it starts again
      this.joined = false;
      if (restart || this.stopped) return;
      if (!noBrokerAnswered(error)) return this.subscription.onFatal(error);
      this.log.warn({ consumer: this.subscription.consumer, error: error.message }, 'no broker answers; the consumer begins anew');
      this.again = this.again.then(() => this.beginAgain());
    });
  }

  private async eachBatch(consumer: Consumer, { batch, heartbeat, isRunning, isStale, resolveOffset }: EachBatchPayload): Promise<void> {
    // A handler that takes its time must not cost the group its member; a failed heartbeat shows itself at the commit.
    const beating = setInterval(() => heartbeat().catch(() => undefined), heartbeatMs);
    const topic = batch.topic.slice(this.prefix.length);
    try {
      for (let start = 0; start < batch.messages.length && isRunning() && !isStale(); start += largestBatch) {
        const messages = batch.messages.slice(start, start + largestBatch);
        await this.subscription.handle(messages.map((message) => deliveryOf(topic, `${batch.topic}/${batch.partition}@${message.offset}`, message)), heartbeat);
        this.lastSign = Date.now();
        // Without this kafkajs fetches the same messages again, whatever has been committed.
        const { offset } = messages.at(-1)!;
        resolveOffset(offset);
        await consumer.commitOffsets([{ topic: batch.topic, partition: batch.partition, offset: String(BigInt(offset) + 1n) }]);
      }
    } catch (error) {
      if (!(error instanceof Stopping)) throw error;
    } finally {
      clearInterval(beating);
    }
  }
}

const outages = new Set(['KafkaJSGroupCoordinatorNotFound', 'KafkaJSNoBrokerAvailableError', 'KafkaJSBrokerNotFound', 'KafkaJSConnectionError', 'KafkaJSConnectionClosedError', 'KafkaJSRequestTimeoutError']);

/**
 * Of what the client calls final, that which means only that no broker answers now. Sent away by a broker that is stopping, it asks for the group's new
 * coordinator, and gives up where it finds nobody who could tell; and an answer that comes after its time limit leaves it with a broker to which it is
 * "not connected", said by an error of no name.
 */
function noBrokerAnswered(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (outages.has(cause.name) || cause.message === 'Broker not connected') return true;
  return false;
}
