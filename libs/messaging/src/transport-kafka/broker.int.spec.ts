import { randomUUID } from 'node:crypto';
import { statementCompleted } from '@lettrage/contracts';
import { createLogger } from '@lettrage/observability';
import { startTestKafka, type TestKafka } from '@lettrage/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigResourceTypes, Kafka, logLevel } from 'kafkajs';
import { createWorld, Recorder, type Running, sequence, until, type World } from '../../testing/world.js';
import { rewind, RewindRefused } from '../index.js';
import { type KafkaSettings, KafkaTransport } from './kafka-transport.js';

let kafka: TestKafka;
let world: World;
let hearer: Running;
let settings: KafkaSettings;
const log = createLogger('test', 'silent');
beforeAll(async () => {
  kafka = await startTestKafka();
  world = await createWorld('kafka', { brokers: kafka.brokers } as Partial<KafkaSettings>);
  settings = world.transport as KafkaSettings;
  await world.start('speaker');
  hearer = await world.start('hearer', [new Recorder()]);
});
afterAll(async () => {
  await world?.stop();
  await kafka?.stop();
});
const client = () => new Kafka({ brokers: kafka.brokers, logLevel: logLevel.NOTHING });

/** Everything on the topic, partition by partition, as numbers. */
async function onTopic(organisation: string): Promise<number[]> {
  const consumer = client().consumer({ groupId: randomUUID(), maxWaitTimeInMs: 100 });
  const numbers: number[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic: settings.prefix + statementCompleted.topic.name, fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message }) => {
      if (String(message.key) === organisation) numbers.push(JSON.parse(String(message.value)).imported);
    },
  });
  await until(() => numbers.length, (length) => length >= 300);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await consumer.disconnect();
  return numbers;
}

describe('a broker that goes and comes', () => {
  it('while messages are said: none is lost, none comes twice onto the topic, all keep their order', async () => {
    const organisation = randomUUID();
    const speaking = (async () => {
      for (let from = 1; from <= 300; from += 5) {
        await world.say(organisation, sequence(5, from));
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, 600));
    await kafka.halt();
    await new Promise((resolve) => setTimeout(resolve, 4000));
    await kafka.restart();
    await speaking;
    await until(() => world.effects(organisation), ({ length }) => length >= 300);
    expect(await world.effects(organisation)).toEqual(sequence(300));
    expect(await onTopic(organisation)).toEqual(sequence(300));
    expect(hearer.ended).toEqual([]);
    await until(() => hearer.messaging.ready(), (ready) => ready);
  });
});

describe('a broker that stops in order', () => {
  it('sends its clients away one after the other; whatever each is about, none ends its process, and all are there again with the broker', async () => {
    const transport = new KafkaTransport(settings, log);
    await transport.start();
    const fatal: Error[] = [];
    // They speak to the broker every few seconds, each at a moment of its own, so that some are sent away while it still listens and others find nobody.
    const consumers = await Promise.all(Array.from({ length: 12 }, async (_, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * 250));
      return transport.subscribe({ consumer: `spoken to ${index}`, topics: [statementCompleted.topic.name], handle: async () => undefined, onFatal: (error) => fatal.push(error) });
    }));
    await until(() => consumers.filter((one) => one.ready()).length, (count) => count === 12);
    await kafka.halt();
    await kafka.restart();
    await until(() => consumers.filter((one) => one.ready()).length, (count) => count === 12);
    expect(fatal).toEqual([]);
    await Promise.all(consumers.map((one) => one.stop()));
    await transport.stop();
    await until(() => hearer.messaging.ready(), (ready) => ready);
    expect(hearer.ended).toEqual([]);
  });
});

describe('the topics', () => {
  it('are made for what lies on them', async () => {
    const admin = client().admin();
    await admin.connect();
    const configOf = async (name: string) => {
      const { resources } = await admin.describeConfigs({ includeSynonyms: false, resources: [{ type: ConfigResourceTypes.TOPIC, name: settings.prefix + name, configNames: ['cleanup.policy', 'retention.ms', 'max.message.bytes'] }] });
      return Object.fromEntries(resources[0]!.configEntries.map(({ configName, configValue }) => [configName, configValue]));
    };
    expect(await configOf('invoicing.open-items')).toEqual({ 'cleanup.policy': 'compact', 'retention.ms': '-1', 'max.message.bytes': '20971520' });
    expect(await configOf('invoicing.allocations')).toEqual({ 'cleanup.policy': 'delete', 'retention.ms': '-1', 'max.message.bytes': '20971520' });
    expect(await configOf('cash.figures')).toEqual({ 'cleanup.policy': 'delete', 'retention.ms': '604800000', 'max.message.bytes': '20971520' });
    await admin.disconnect();
  });

  it('that someone else has made otherwise are named at the start', async () => {
    const admin = client().admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: 'foreign.invoicing.allocations', numPartitions: 2, configEntries: [{ name: 'retention.ms', value: '1000' }] }], waitForLeaders: true });
    await admin.disconnect();
    const said: object[] = [];
    const noted = { ...log, debug: () => undefined, warn: () => undefined, info: () => undefined, error: (facts: object) => void said.push(facts) };
    const transport = new KafkaTransport({ ...settings, prefix: 'foreign.' }, noted);
    await transport.start();
    await transport.stop();
    expect(said).toEqual([
      { topic: 'foreign.invoicing.allocations', setting: 'retention.ms', is: '1000', mustBe: '-1' },
      { topic: 'foreign.invoicing.allocations', setting: 'max.message.bytes', is: '1048588', mustBe: '20971520' },
      { partitions: expect.objectContaining({ 'invoicing.allocations': 2, 'cash.figures': 3 }) },
    ]);
  });
});

describe('a client beyond repair', () => {
  it('is reported, so that the process ends and starts anew', async () => {
    const organisation = randomUUID();
    const transport = new KafkaTransport(settings, log);
    await transport.start();
    const fatal: Error[] = [];
    const subscribed = await transport.subscribe({
      consumer: 'fragile',
      topics: [statementCompleted.topic.name],
      // Our own consumer never throws such a thing; kafkajs ends for it and says nothing.
      handle: async () => { throw new TypeError('cannot read properties of undefined'); },
      onFatal: (error) => fatal.push(error),
    });
    await until(() => subscribed.ready() || fatal.length > 0, Boolean);
    await world.say(organisation, [1]);
    await until(() => fatal.length, (count) => count === 1);
    expect(fatal[0]!.message).toContain('cannot read properties of undefined');
    expect(subscribed.ready()).toBe(false);
    await subscribed.stop();
    await transport.stop();
  });
});

describe('rewind', () => {
  it('is refused while the consumer runs; afterwards it hears everything again, without a second effect', async () => {
    const organisation = randomUUID();
    await world.say(organisation, [1, 2]);
    await until(() => world.effects(organisation), ({ length }) => length === 2);
    const ask = () => world.speaker.inSystem((tx) => rewind(tx, { kind: 'kafka', ...settings }, 'hearer'));
    await expect(ask()).rejects.toThrow(RewindRefused);
    await hearer.stop();
    await ask();
    await world.administrator.query('delete from hearer.inbox where organisation_id = $1', [organisation]);
    hearer = await world.start('hearer', [new Recorder()]);
    await until(() => world.effects(organisation), ({ length }) => length === 4);
    expect(await world.effects(organisation)).toEqual([1, 2, 1, 2]);
  });
});
