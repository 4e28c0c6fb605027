import { randomUUID } from 'node:crypto';
import { statementCompleted } from '@lettrage/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Kafka, logLevel, type Message, type Producer } from 'kafkajs';
import { completed, createWorld, Recorder, until, type World } from '../../testing/world.js';
import { partitionOf } from './by-organisation.js';
import { type KafkaSettings } from './kafka-transport.js';

const good = JSON.stringify(completed(1));

describe('what others put on a topic', () => {
  let world: World;
  let producer: Producer;
  let organisation: string;
  beforeAll(async () => {
    world = await createWorld('kafka');
    await world.start('speaker');
    await world.start('hearer', [new Recorder()]);
    producer = new Kafka({ brokers: [...(world.transport as KafkaSettings).brokers], logLevel: logLevel.NOTHING }).producer();
    await producer.connect();
  });
  afterAll(async () => {
    await producer?.disconnect();
    await world?.stop();
  });
  beforeEach(async () => {
    organisation = randomUUID();
    await world.administrator.query('delete from hearer.parked_message');
  });

  const headers = () => ({ event_id: randomUUID(), organisation_id: organisation, name: statementCompleted.name });
  const send = (message: Message) =>
    producer.send({ topic: `${(world.transport as KafkaSettings).prefix}${statementCompleted.topic.name}`, messages: [{ partition: partitionOf(organisation, 3), key: organisation, ...message }] });
  const parkedOne = async () => {
    await world.say(organisation, [2]);
    await until(() => world.effects(organisation), (numbers) => numbers.includes(2));
    const rows = await until(() => world.parked(), ({ length }) => length > 0);
    expect(rows).toHaveLength(1);
    return rows[0]!;
  };

  it('without headers is parked', async () => {
    await send({ value: good });
    expect(await parkedOne()).toMatchObject({ payload: good, name: null, reason: 'the message carries no contract name', attempts: 0 });
  });

  it('with ids that are none is parked, with what stood there', async () => {
    await send({ value: good, headers: { ...headers(), event_id: 'seventeen' } });
    expect((await parkedOne()).reason).toContain('("seventeen",');
  });

  it('with a null value is parked', async () => {
    await send({ value: null, headers: headers() });
    expect(await parkedOne()).toMatchObject({ payload: '', attempts: 0 });
  });

  it('that is no text is parked with its bytes', async () => {
    const value = Buffer.from([0x7b, 0xff, 0x00, 0xfe]);
    await send({ value, headers: headers() });
    expect((await parkedOne()).original).toEqual(value);
  });

  it('with ids in capitals is the same message as with small ones', async () => {
    const event = randomUUID();
    for (const event_id of [event.toUpperCase(), event]) await send({ value: good, headers: { ...headers(), organisation_id: organisation.toUpperCase(), event_id } });
    await world.say(organisation, [2]);
    await until(() => world.effects(organisation), (numbers) => numbers.includes(2));
    expect(await world.effects(organisation)).toEqual([1, 2]);
    expect(await world.parked()).toEqual([]);
  });
});
