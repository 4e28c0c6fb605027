import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { patience } from './service-messaging.js';
import { createWorld, kinds, Recorder, type Running, sequence, until, within, type World } from '../testing/world.js';

const poison = 13;
const retryPausesMs = [10, 20, 50, 100];

describe.each(kinds)('a handler that fails, over %s', (kind) => {
  let world: World;
  let hearer: Running;
  let fail: (numbers: readonly number[]) => unknown;
  let attempts: number[];
  let organisation: string;
  beforeAll(async () => {
    world = await createWorld(kind);
    await world.start('speaker');
    hearer = await world.start('hearer', [
      new Recorder((numbers) => {
        attempts.push(numbers.length);
        return fail(numbers);
      }),
    ], { retryPausesMs });
  });
  afterAll(() => world?.stop());
  beforeEach(async () => {
    organisation = randomUUID();
    attempts = [];
    fail = () => undefined;
    await world.administrator.query('delete from hearer.parked_message');
  });
  const failOn = (error: () => unknown) => (numbers: readonly number[]) => {
    if (numbers.includes(poison)) throw error();
  };
  const parked = (count: number) => until(() => world.parked(), (rows) => rows.filter(({ replayed_at }) => replayed_at === null).length === count);
  const askReplay = async () => {
    await world.administrator.query('update hearer.parked_message set replay_asked_at = now() where replayed_at is null');
    await world.administrator.query(`select pg_notify('lettrage_replay', '')`);
  };

  it.each([
    ['an Error', () => new Error('no such account')],
    ['a TypeError, which kafkajs would end the consumer for', () => new TypeError('cannot read properties of undefined')],
    ['something that is no error', () => 'a word'],
  ])('with %s after some statements: that message is parked with its bytes and its reason, the others go on, its statements are undone', async (_, error) => {
    fail = failOn(error);
    await world.say(organisation, sequence(40));
    const [row] = await parked(1);
    expect(row).toMatchObject({ name: 'bank-import.statement-completed.v1', attempts: 5, replayed_at: null, original: null });
    expect(JSON.parse(row!.payload)).toMatchObject({ imported: poison });
    expect(row!.reason).toContain(String((error() as Error).message ?? error()));
    await until(() => world.effects(organisation), (numbers) => numbers.length === 39);
    expect(await world.effects(organisation)).toEqual(sequence(40).filter((number) => number !== poison));
    // Once in its batch, and five times alone.
    expect(attempts.length).toBeGreaterThanOrEqual(6);
    expect(hearer.messaging.ready()).toBe(true);
    expect(hearer.ended).toEqual([]);
  });

  it('for a while only: the message is tried again and not parked', async () => {
    let left = 3;
    fail = (numbers) => {
      if (numbers.includes(poison) && left-- > 0) throw new Error('not yet');
    };
    await world.say(organisation, [poison]);
    await until(() => world.effects(organisation), (numbers) => numbers.length === 1);
    expect(await world.parked()).toEqual([]);
  });

  it('parks what can be replayed: a second failure parks it again with the new reason, a success ends it', async () => {
    fail = failOn(() => new Error('the first reason'));
    await world.say(organisation, [poison]);
    await parked(1);
    fail = failOn(() => new Error('the second reason'));
    await askReplay();
    const [again] = await until(() => world.parked(), ([row]) => row?.attempts === 10);
    expect(again).toMatchObject({ reason: expect.stringContaining('the second reason'), replay_asked_at: null, replayed_at: null });
    expect(await world.effects(organisation)).toEqual([]);

    fail = () => undefined;
    await askReplay();
    await until(() => world.parked(), (rows) => rows.every(({ replayed_at }) => replayed_at !== null));
    expect(await world.parked()).toHaveLength(1);
    expect(await world.effects(organisation)).toEqual([poison]);

    // Who asks once more, or delivers it once more, gets no second effect.
    await world.administrator.query('update hearer.parked_message set replayed_at = null');
    await askReplay();
    await until(() => world.parked(), (rows) => rows.every(({ replayed_at }) => replayed_at !== null));
    expect(await world.effects(organisation)).toEqual([poison]);
  });

  it('is replayed when no other batch is in hand: a handler is never called twice at once', async () => {
    fail = failOn(() => new Error('not yet'));
    await world.say(organisation, [poison]);
    await parked(1);
    let running = 0;
    let most = 0;
    fail = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 150));
      running -= 1;
    };
    const saying = world.say(organisation, [1]);
    await askReplay();
    await saying;
    for (const number of [2, 3, 4]) await world.say(organisation, [number]);
    await until(() => world.effects(organisation), ({ length }) => length === 5);
    expect(most).toBe(1);
  });

  it('has five attempts within 5 s unless told otherwise', () => {
    expect(patience.retryPausesMs).toEqual([50, 250, 1000, 3000]);
  });

  it('does not hold up other organisations for long', async () => {
    fail = failOn(() => new Error('never'));
    let said = 0;
    await within(10_000, async () => {
      const other = randomUUID();
      await world.say(organisation, [poison]);
      await world.say(other, sequence(100, 101));
      said += 1;
      await until(() => world.effects(other), (numbers) => numbers.length === 100);
    });
    await parked(said);
  });
});
