import { type Log } from '@lettrage/observability';
import { type Kafka, type Producer, type TopicMessages } from 'kafkajs';

/**
 * Sends batches one after the other through an idempotent producer. When it is not known whether a batch has arrived, the caller sends the very
 * same one again: the broker knows its sequence numbers and takes it once, in its place. (With another batch under those numbers it would refuse
 * everything from then on: kafkajs gives the numbers back after a failure.) A producer that cannot go on is replaced.
 */
export class OrderedProducer {
  private producer: Producer | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly log: Log,
  ) {}

  async connect(): Promise<void> {
    if (this.producer) return;
    // The relay tries again by itself; here a batch gets two tries, so that a stop waits for no more.
    const producer = this.kafka.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false, retry: { initialRetryTime: 200, maxRetryTime: 1000, retries: 1 } });
    await producer.connect();
    this.producer = producer;
  }

  /** Throws when the batch has not arrived or may not have. `again` says whether the very same batch must be sent next. */
  async send(topicMessages: TopicMessages[]): Promise<void> {
    await this.connect();
    const producer = this.producer!;
    try {
      await producer.sendBatch({ acks: -1, topicMessages });
    } catch (error) {
      if (!mayHaveArrived(error)) {
        this.log.warn({ error: (error as Error).message }, 'the producer cannot go on and is replaced');
        await this.disconnect();
      }
      throw error;
    }
  }

  /** After this the sequence numbers begin anew, and any batch may come next. */
  async disconnect(): Promise<void> {
    const { producer } = this;
    this.producer = undefined;
    await producer?.disconnect().catch(() => undefined); // a broken connection cannot be closed in order
  }
}

/** Of what is worth another try only; the rest (out of order, unknown producer, too large) will be the same next time. */
function mayHaveArrived(error: unknown): boolean {
  return (error as { name?: string }).name === 'KafkaJSNumberOfRetriesExceeded' || (error as { retriable?: boolean }).retriable === true;
}
