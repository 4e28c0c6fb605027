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

/** Joins the group and reads its share of the topics. `partitions` says how many each topic has. */
export async function subscribe(kafka: Kafka, prefix: string, partitions: ReadonlyMap<string, number>, subscription: Subscription): Promise<Subscribed> {
  const consumer = kafka.consumer({
    groupId: prefix + subscription.consumer,
    partitionAssigners: [samePartitions],
    sessionTimeout: sessionTimeoutMs,
    heartbeatInterval: heartbeatMs,
    maxWaitTimeInMs: 100,
    allowAutoTopicCreation: false,
    // Whatever crashes the client is retried by itself as long as it says that it can be; else the process ends and starts anew.
    retry: { initialRetryTime: 200, maxRetryTime: 5000, retries: 8, restartOnFailure: async () => true },
  });
  const reader = new TopicReader(consumer, prefix, partitions, subscription);
  await reader.start();
  return reader;
}

class TopicReader implements Subscribed {
  private joined = false;
  private stopped = false;
  private lastSign = Date.now();
  private assigned: ReadonlyMap<string, ReadonlySet<number>> = new Map();

  constructor(
    private readonly consumer: Consumer,
    private readonly prefix: string,
    private readonly partitions: ReadonlyMap<string, number>,
    private readonly subscription: Subscription,
  ) {}

  async start(): Promise<void> {
    this.follow();
    await this.consumer.connect();
    await this.consumer.subscribe({ topics: this.subscription.topics.map((topic) => this.prefix + topic), fromBeginning: true });
    await this.consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: (payload) => this.eachBatch(payload) });
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
    await this.consumer.disconnect();
  }

  private follow(): void {
    const { consumer } = this;
    const { events } = consumer;
    const alive = () => void (this.lastSign = Date.now());
    consumer.on(events.HEARTBEAT, alive);
    consumer.on(events.FETCH, alive);
    consumer.on(events.GROUP_JOIN, ({ payload }) => {
      alive();
      this.assigned = new Map(Object.entries(payload.memberAssignment).map(([topic, numbers]) => [topic, new Set(numbers)]));
      this.joined = true;
    });
    consumer.on(events.REBALANCING, () => {
      alive();
      this.joined = false;
    });
    consumer.on(events.CRASH, ({ payload }) => {
      alive(); // it says itself whether it starts again
      this.joined = false;
      if (!payload.restart && !this.stopped) this.subscription.onFatal(payload.error);
    });
  }

  private async eachBatch({ batch, heartbeat, isRunning, isStale, resolveOffset }: EachBatchPayload): Promise<void> {
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
        await this.consumer.commitOffsets([{ topic: batch.topic, partition: batch.partition, offset: String(BigInt(offset) + 1n) }]);
      }
    } catch (error) {
      if (!(error instanceof Stopping)) throw error;
    } finally {
      clearInterval(beating);
    }
  }
}
