import { topics as allTopics } from '@lettrage/contracts';
import { type Log } from '@lettrage/observability';
import { type Transaction } from '@lettrage/persistence';
import { type EachBatchPayload, Kafka, type KafkaMessage, logLevel, type Producer } from 'kafkajs';
import { type Delivery, type Envelope } from '../message.js';
import { Stopping } from '../consumer/consumer.js';
import { type Subscribed, type Subscription, type Transport } from '../transport.js';
import { partitionOf } from './by-organisation.js';
import { samePartitions } from './same-partitions.js';

export interface KafkaSettings {
  readonly brokers: readonly string[];
  readonly clientId: string;
  /** Before every topic and group name; several installations may share a cluster. */
  readonly prefix: string;
  /** Partitions of a topic when it is created; the largest number of replicas of a service that share the work. */
  readonly partitions: number;
  readonly replicationFactor: number;
}

const largestBatch = 500;
const sessionTimeoutMs = 30_000;
const heartbeatMs = 3000;
const requestTimeoutMs = 10_000;

/** Messages over Apache Kafka. The only place that knows a Kafka client; what kafkajs does on errors cannot be reached from a handler. */
export class KafkaTransport implements Transport {
  private readonly kafka: Kafka;
  private readonly producer: Producer;
  private partitions = new Map<string, number>();

  constructor(
    private readonly settings: KafkaSettings,
    private readonly log: Log,
  ) {
    this.kafka = new Kafka({
      clientId: settings.clientId,
      brokers: [...settings.brokers],
      requestTimeout: requestTimeoutMs,
      connectionTimeout: 3000,
      retry: { initialRetryTime: 200, maxRetryTime: 5000, retries: 8 },
      logLevel: logLevel.WARN,
      logCreator: () => (entry) => log.debug({ kafka: entry.namespace, ...entry.log }, 'kafka client'),
    });
    this.producer = this.kafka.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false });
  }

  /** Waits for the broker, creates the topics that are missing, and connects the producer. */
  async start(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.createTopics();
        await this.producer.connect();
        return;
      } catch (error) {
        if (attempt === 60) throw error;
        this.log.warn({ error: (error as Error).message }, 'the broker does not answer yet');
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
    }
  }

  async stop(): Promise<void> {
    await this.producer.disconnect();
  }

  async relay(tx: Transaction, most: number): Promise<number> {
    const rows = await tx.query<(Envelope & { seq: bigint })[]>(
      `select seq, event_id as "eventId", organisation_id as "organisationId", topic, name, key, payload, published_at as "publishedAt" from outbox order by seq limit $1`,
      [most],
    );
    if (rows.length === 0) return 0;
    const byTopic = Map.groupBy(rows, (row) => row.topic);
    await this.producer.sendBatch({
      acks: -1,
      topicMessages: [...byTopic].map(([topic, messages]) => ({
        topic: this.settings.prefix + topic,
        messages: messages.map((row) => ({
          key: row.key,
          value: row.payload,
          partition: partitionOf(row.organisationId, this.partitions.get(topic)!),
          timestamp: String(row.publishedAt.getTime()),
          headers: { event_id: row.eventId, organisation_id: row.organisationId, name: row.name },
        })),
      })),
    });
    await tx.query('delete from outbox where seq = any ($1)', [rows.map((row) => row.seq)]);
    return rows.length;
  }

  async subscribe(subscription: Subscription): Promise<Subscribed> {
    const consumer = this.kafka.consumer({
      groupId: this.settings.prefix + subscription.consumer,
      partitionAssigners: [samePartitions],
      sessionTimeout: sessionTimeoutMs,
      heartbeatInterval: heartbeatMs,
      maxWaitTimeInMs: 100,
      allowAutoTopicCreation: false,
      // Whatever crashes the client is retried by itself as long as it says that it can be; else the process ends and starts anew.
      retry: { initialRetryTime: 200, maxRetryTime: 5000, retries: 8, restartOnFailure: async () => true },
    });
    let joined = false;
    let stopped = false;
    consumer.on(consumer.events.GROUP_JOIN, () => void (joined = true));
    consumer.on(consumer.events.REBALANCING, () => void (joined = false));
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      joined = false;
      if (!payload.restart && !stopped) subscription.onFatal(payload.error);
    });
    await consumer.connect();
    await consumer.subscribe({ topics: subscription.topics.map((topic) => this.settings.prefix + topic), fromBeginning: true });
    await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: (payload) => this.eachBatch(payload, subscription, (offsets) => consumer.commitOffsets(offsets)) });
    return {
      ready: () => joined,
      stop: async () => {
        stopped = true;
        await consumer.disconnect();
      },
    };
  }

  private async eachBatch(
    { batch, heartbeat, isRunning, isStale, resolveOffset }: EachBatchPayload,
    subscription: Subscription,
    commit: (offsets: { topic: string; partition: number; offset: string }[]) => Promise<void>,
  ): Promise<void> {
    // A handler that takes its time must not cost the group its member; a failed heartbeat shows itself at the commit.
    const beating = setInterval(() => heartbeat().catch(() => undefined), heartbeatMs);
    try {
      for (let start = 0; start < batch.messages.length && isRunning() && !isStale(); start += largestBatch) {
        const messages = batch.messages.slice(start, start + largestBatch);
        await subscription.handle(messages.map((message) => this.delivery(batch.topic, batch.partition, message)), heartbeat);
        // Without this kafkajs fetches the same messages again, whatever has been committed.
        resolveOffset(messages.at(-1)!.offset);
        await commit([{ topic: batch.topic, partition: batch.partition, offset: String(BigInt(messages.at(-1)!.offset) + 1n) }]);
      }
    } catch (error) {
      if (!(error instanceof Stopping)) throw error;
    } finally {
      clearInterval(beating);
    }
  }

  private delivery(topic: string, partition: number, message: KafkaMessage): Delivery {
    const header = (name: string) => {
      const value = message.headers?.[name];
      return value === undefined ? null : String(Array.isArray(value) ? value[0] : value);
    };
    return {
      eventId: header('event_id'),
      organisationId: header('organisation_id'),
      topic: topic.slice(this.settings.prefix.length),
      name: header('name'),
      key: message.key?.toString() ?? '',
      payload: message.value?.toString() ?? '',
      publishedAt: message.timestamp ? new Date(Number(message.timestamp)) : null,
      position: `${topic}/${partition}@${message.offset}`,
    };
  }

  private async createTopics(): Promise<void> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const topics = Object.values(allTopics);
      const existing = new Set(await admin.listTopics());
      const missing = topics.filter((topic) => !existing.has(this.settings.prefix + topic.name));
      if (missing.length > 0) {
        await admin.createTopics({
          waitForLeaders: true,
          topics: missing.map((topic) => ({
            topic: this.settings.prefix + topic.name,
            numPartitions: this.settings.partitions,
            replicationFactor: this.settings.replicationFactor,
            // Facts stay: projections are rebuilt from them.
            configEntries: [{ name: 'cleanup.policy', value: topic.compacted ? 'compact' : 'delete' }, { name: 'retention.ms', value: '-1' }],
          })),
        });
      }
      const { topics: known } = await admin.fetchTopicMetadata({ topics: topics.map((topic) => this.settings.prefix + topic.name) });
      this.partitions = new Map(known.map(({ name, partitions }) => [name.slice(this.settings.prefix.length), partitions.length]));
    } finally {
      await admin.disconnect();
    }
  }
}
