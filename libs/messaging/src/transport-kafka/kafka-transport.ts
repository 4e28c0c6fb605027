import { type Log } from '@lettrage/observability';
import { type Transaction } from '@lettrage/persistence';
import { Kafka, logLevel, type TopicMessages } from 'kafkajs';
import { type Envelope } from '../message.js';
import { batchBytes } from '../message-size.js';
import { type Relayed, type Subscribed, type Subscription, type Transport } from '../transport.js';
import { partitionOf } from './by-organisation.js';
import { createTopics } from './create-topics.js';
import { OrderedProducer } from './ordered-producer.js';
import { subscribe } from './topic-reader.js';

export interface KafkaSettings {
  readonly brokers: readonly string[];
  readonly clientId: string;
  /** Before every topic and group name; several installations may share a cluster. */
  readonly prefix: string;
  /** Partitions of a topic when it is created; the largest number of replicas of a service that share the work. */
  readonly partitions: number;
  readonly replicationFactor: number;
}

const requestTimeoutMs = 10_000;
const startTries = 60;
const startPauseMs = 1000;

interface OutboxRow extends Envelope {
  readonly seq: bigint;
}

/** Messages over Apache Kafka. The only place that knows a Kafka client; what kafkajs does on errors cannot be reached from a handler. */
export class KafkaTransport implements Transport {
  private readonly kafka: Kafka;
  private readonly producer: OrderedProducer;
  private partitions = new Map<string, number>();
  /** The batch of which it is not known whether it has arrived. */
  private unsure: readonly bigint[] = [];

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
    this.producer = new OrderedProducer(this.kafka, log);
  }

  /** Waits for the broker, creates the topics that are missing, and connects the producer. */
  async start(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.prepareTopics();
        await this.producer.connect();
        return;
      } catch (error) {
        if (attempt === startTries) throw error;
        this.log.warn({ error: (error as Error).message }, 'the broker does not answer yet');
        await new Promise((resolve) => setTimeout(resolve, startPauseMs));
      }
    }
  }

  async stop(): Promise<void> {
    await this.producer.disconnect();
  }

  /** The broker's own cleaner does it. */
  async tidy(): Promise<void> {}

  async relay(tx: Transaction, most: number): Promise<Relayed> {
    const rows = await this.next(tx, most);
    if (rows.length === 0) return { moved: 0, more: false };
    const seqs = rows.map(({ seq }) => seq);
    this.unsure = seqs;
    await this.producer.send(this.batchOf(rows));
    await tx.query('delete from outbox where seq = any ($1)', [seqs]);
    this.unsure = [];
    return { moved: rows.length, more: rows.length === most || rows.reduce((bytes, { payload }) => bytes + Buffer.byteLength(payload), 0) >= batchBytes };
  }

  subscribe(subscription: Subscription): Promise<Subscribed> {
    return subscribe(this.kafka, this.settings.prefix, this.partitions, subscription, this.log);
  }

  /** The batch that may have arrived, as it was; else the outbox's oldest rows, by number and by bytes, since a broker takes a batch as one piece. */
  private async next(tx: Transaction, most: number): Promise<OutboxRow[]> {
    const columns = `seq, event_id as "eventId", organisation_id as "organisationId", topic, name, key, payload, published_at as "publishedAt"`;
    if (this.unsure.length > 0) {
      const rows = await tx.query<OutboxRow[]>(`select ${columns} from outbox where seq = any ($1) order by seq`, [this.unsure]);
      if (rows.length === this.unsure.length) return rows;
      // Another replica has sent them meanwhile: these sequence numbers are spent.
      await this.producer.disconnect();
      this.unsure = [];
    }
    return tx.query<OutboxRow[]>(
      `select ${columns} from (select *, sum(octet_length(payload)) over (order by seq) - octet_length(payload) as bytes_before from (select * from outbox order by seq limit $1) as oldest) as measured
       where bytes_before < $2 order by seq`,
      [most, batchBytes],
    );
  }

  private batchOf(rows: readonly OutboxRow[]): TopicMessages[] {
    return [...Map.groupBy(rows, (row) => row.topic)].map(([topic, messages]) => ({
      topic: this.settings.prefix + topic,
      messages: messages.map((row) => ({
        key: row.key,
        value: row.payload,
        partition: partitionOf(row.organisationId, this.partitions.get(topic)!),
        timestamp: String(row.publishedAt.getTime()),
        headers: { event_id: row.eventId, organisation_id: row.organisationId, name: row.name },
      })),
    }));
  }

  private async prepareTopics(): Promise<void> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      this.partitions = await createTopics(admin, this.settings, this.log);
    } finally {
      await admin.disconnect();
    }
  }
}
