import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';
import { sharedTestKafka, startTestKafka, type TestKafka } from './kafka.js';
import { kafkaJars } from './kafka-jars.js';

function clientOf(brokers: string[]): Kafka {
  return new Kafka({ clientId: 'lettrage-test', brokers, logLevel: logLevel.NOTHING, retry: { retries: 12, initialRetryTime: 100, maxRetryTime: 1_000 } });
}

async function createTopic(kafka: Kafka, topic: string): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: 2 }], waitForLeaders: true });
  await admin.disconnect();
}

async function send(kafka: Kafka, topic: string, values: string[]): Promise<void> {
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  await producer.send({ topic, acks: -1, messages: values.map((value) => ({ key: value, value })) });
  await producer.disconnect();
}

async function readAll(kafka: Kafka, topic: string, count: number): Promise<string[]> {
  const consumer = kafka.consumer({ groupId: `reader-${randomBytes(4).toString('hex')}`, maxWaitTimeInMs: 100 });
  const values: string[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    consumer
      .run({
        eachMessage: async ({ message }) => {
          values.push(String(message.value));
          if (values.length === count) resolve();
        },
      })
      .catch(reject);
  });
  await consumer.disconnect();
  return values.sort();
}

describe('a test broker of its own', () => {
  let broker: TestKafka;

  beforeAll(async () => {
    broker = await startTestKafka();
  });
  // Undefined where the start has failed, which is the failure to report.
  afterAll(() => (broker as TestKafka | undefined)?.stop());

  it('carries messages, and keeps them over a kill and over an orderly stop, on the same address', async () => {
    const kafka = clientOf(broker.brokers);
    await createTopic(kafka, 'kept');
    await send(kafka, 'kept', ['a', 'b']);
    expect(await readAll(kafka, 'kept', 2)).toEqual(['a', 'b']);

    await broker.kill();
    await expect(send(new Kafka({ brokers: broker.brokers, logLevel: logLevel.NOTHING, retry: { retries: 0 } }), 'kept', ['lost'])).rejects.toThrow();
    await broker.restart();
    await send(kafka, 'kept', ['c']);

    await broker.halt();
    await broker.restart();
    expect(await readAll(kafka, 'kept', 3)).toEqual(['a', 'b', 'c']);
  });

  it('makes no topic by itself', async () => {
    const kafka = new Kafka({ brokers: broker.brokers, logLevel: logLevel.NOTHING, retry: { retries: 1 } });
    await expect(send(kafka, 'mistyped', ['x'])).rejects.toThrow('This server does not host this topic-partition');
  });
});

describe('sharedTestKafka', () => {
  it('gives everybody the same broker', async () => {
    const [one, two] = await Promise.all([sharedTestKafka(), sharedTestKafka()]);
    expect(two).toEqual(one);
    const topic = `shared-${randomBytes(4).toString('hex')}`;
    const kafka = clientOf(one.brokers);
    await createTopic(kafka, topic);
    await send(kafka, topic, ['x']);
    expect(await readAll(kafka, topic, 1)).toEqual(['x']);
  });
});

describe('without what a broker needs', () => {
  it('says what to install', async () => {
    await expect(kafkaJars({ PATH: '/nonexistent' })).rejects.toThrow('there is no Java to run one. Install a JDK of version 17 or later and Maven');
  });
});
