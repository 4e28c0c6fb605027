import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { letEverybodyIn, letNobodyIn } from '@lettrage/testing';
import { createWorld, kinds, Recorder, type Running, sequence, until, type World } from '../testing/world.js';

describe.each(kinds)('an outage of the database, over %s', (kind) => {
  let world: World;
  let hearer: Running;
  let busy: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    world = await createWorld(kind);
    await world.start('speaker');
    hearer = await world.start('hearer', [new Recorder(() => busy())], { stalledAfterMs: 4000, watchEveryMs: 200 });
  });
  afterAll(() => world?.stop());

  const throwOut = () => world.administrator.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and usename = 'lettrage_hearer'`);

  it('in the middle of a handler is waited for, and counts as no attempt', async () => {
    const organisation = randomUUID();
    let calls = 0;
    busy = async () => {
      calls += 1;
      if (calls > 3) return;
      await throwOut();
    };
    await world.say(organisation, sequence(20));
    await until(() => world.effects(organisation), (numbers) => numbers.length === 20);
    expect(await world.effects(organisation)).toEqual(sequence(20));
    expect(calls).toBe(4);
    expect(await world.parked()).toEqual([]);
  });

  it('that lasts longer than the watchdog’s patience ends no process, and is over when the database is back', async () => {
    const organisation = randomUUID();
    let shut = false;
    busy = async () => {
      if (shut) return;
      shut = true;
      await letNobodyIn(world.administrator);
      await throwOut();
    };
    await world.say(organisation, [1, 2, 3]);
    try {
      // The dog bites after twice four seconds without progress; each look at the closed door, about one a second, is progress.
      await new Promise((resolve) => setTimeout(resolve, 10_000));
    } finally {
      await letEverybodyIn(world.administrator);
    }
    await until(() => world.effects(organisation), (numbers) => numbers.length === 3);
    expect(hearer.ended).toEqual([]);
    expect(await world.parked()).toEqual([]);
    await until(() => hearer.messaging.ready(), (ready) => ready);

    // The listener, the lock and the pool are back too: new messages come without a wait.
    await world.say(organisation, [4]);
    await until(() => world.effects(organisation), (numbers) => numbers.length === 4);
  });

  it('of all connections at once, again and again while messages flow, loses and doubles nothing', async () => {
    const organisations = [randomUUID(), randomUUID(), randomUUID()];
    busy = async () => undefined;
    const speaking = Promise.all(organisations.map(async (organisation) => {
      for (let start = 1; start <= 200; start += 5) {
        await world.say(organisation, sequence(5, start));
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    }));
    for (let round = 0; round < 4; round++) {
      await new Promise((resolve) => setTimeout(resolve, 150));
      await throwOut();
    }
    await speaking;
    for (const organisation of organisations) {
      await until(() => world.effects(organisation), (numbers) => numbers.length >= 200);
      expect(await world.effects(organisation)).toEqual(sequence(200));
    }
    expect(await world.parked()).toEqual([]);
  });
});
