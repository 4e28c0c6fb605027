import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { allocationsRefused, type EventContract, statementCompleted, transactionsSetAside } from '@lettrage/contracts';
import { type MessageHandler, publish } from './index.js';
import { partitionOf } from './transport-kafka/by-organisation.js';
import { createWorld, kinds, Recorder, type Running, sequence, until, type World } from '../testing/world.js';

let world: World | undefined;
afterEach(async () => {
  await world?.stop();
  world = undefined;
});

/** A replica that writes down which numbers it has handled. */
async function replica(): Promise<{ running: Running; handled: number[] }> {
  const handled: number[] = [];
  const running = await world!.start('hearer', [new Recorder((numbers) => handled.push(...numbers))]);
  return { running, handled };
}

/** As many organisations for each of the three partitions, so that no replica is without work by chance. */
const organisationsOnEveryPartition = (each: number): string[] =>
  [0, 1, 2].flatMap((partition) => Array.from({ length: each }, () => {
    for (;;) {
      const organisation = randomUUID();
      if (partitionOf(organisation, 3) === partition) return organisation;
    }
  }));

/** Ends a replica as a power cut would: its connections break, and nothing of it is heard again. */
const crash = (pids: readonly number[]) => world!.administrator.query('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [pids]);

describe.each(kinds)('two replicas of a consumer over %s', (kind) => {
  it('share the work or stand by, each organisation with one of them, and the other takes over when one stops', async () => {
    world = await createWorld(kind);
    await world.start('speaker');
    const first = await replica();
    const second = await replica();
    await until(() => first.running.messaging.ready() && second.running.messaging.ready(), (ready) => ready);
    const organisations = organisationsOnEveryPartition(4);
    for (const organisation of organisations) await world.say(organisation, sequence(20));
    for (const organisation of organisations) await until(() => world!.effects(organisation), (numbers) => numbers.length === 20);
    expect(first.handled.length + second.handled.length).toBe(240);
    if (kind === 'kafka') expect(Math.min(first.handled.length, second.handled.length)).toBeGreaterThan(0);
    else expect([first.handled.length, second.handled.length].sort()).toEqual([0, 240]);

    const [working, other] = first.handled.length > 0 ? [first, second] : [second, first];
    other.handled.length = 0;
    await working.running.stop();
    for (const organisation of organisations) await world.say(organisation, sequence(20, 21));
    for (const organisation of organisations) {
      await until(() => world!.effects(organisation), (numbers) => numbers.length === 40);
      expect(await world.effects(organisation)).toEqual(sequence(40));
    }
    expect(other.handled).toHaveLength(240);
    expect(await world.parked()).toEqual([]);
  });

  it('lose and double nothing while members come and go', async () => {
    world = await createWorld(kind);
    await world.start('speaker');
    let deliveries = 0;
    const start = () => world!.start('hearer', [new Recorder(async (numbers) => {
      deliveries += numbers.length;
      await new Promise((resolve) => setTimeout(resolve, 5));
    })]);
    const organisations = Array.from({ length: 6 }, () => randomUUID());
    const members = [await start()];
    const speaking = Promise.all(organisations.map(async (organisation) => {
      for (let from = 1; from <= 300; from += 10) {
        await world!.say(organisation, sequence(10, from));
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }));
    for (let change = 0; change < 5; change++) {
      members.push(await start());
      await new Promise((resolve) => setTimeout(resolve, 300));
      await members.shift()!.stop();
    }
    await speaking;
    for (const organisation of organisations) {
      await until(() => world!.effects(organisation), (numbers) => numbers.length >= 300);
      expect(await world.effects(organisation)).toEqual(sequence(300));
    }
    expect(deliveries).toBeGreaterThanOrEqual(1800);
    expect(await world.parked()).toEqual([]);
  });
});

describe('two replicas over kafka that hear several topics', () => {
  it('have an organisation’s messages of all topics with the same one of them', async () => {
    world = await createWorld('kafka');
    await world.start('speaker');
    const heard: string[] = [];
    const note = (replicaName: string, contract: EventContract<never>): MessageHandler => ({ contract: contract as unknown as MessageHandler['contract'], handle: async (_, organisationId) => void heard.push(`${organisationId} ${replicaName}`) });
    const contracts = [statementCompleted, transactionsSetAside, allocationsRefused] as unknown as EventContract<never>[];
    const both = await Promise.all(['a', 'b'].map((name) => world!.start('hearer', contracts.map((contract) => note(name, contract)))));
    await until(() => both.every(({ messaging }) => messaging.ready()), Boolean);
    const organisations = organisationsOnEveryPartition(3);
    for (const organisation of organisations) await world.speaker.inOrganisation(organisation, async (tx) => {
      for (const contract of contracts) await publish(tx, organisation, contract, [contract.sample]);
    });
    await until(() => heard, ({ length }) => length === 27);
    expect(new Set(heard).size).toBe(9);
    expect(new Set(heard.map((line) => line.split(' ')[1])).size).toBe(2);
  });
});

describe('the place in the PostgreSQL transport', () => {
  it('that someone else has moved while a batch was in hand stands', async () => {
    world = await createWorld('postgres');
    await world.start('speaker');
    const organisation = randomUUID();
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    let holding = false;
    await world.start('hearer', [new Recorder(() => {
      holding = true;
      return held;
    })]);
    await world.say(organisation, [1]);
    await until(() => holding, Boolean);
    await world.administrator.query(`update bus.consumer_position set pos = 1000000 where consumer = 'hearer'`);
    release();
    await until(() => world!.effects(organisation), ({ length }) => length === 1);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect((await world.administrator.query(`select pos from bus.consumer_position where consumer = 'hearer'`)).rows).toEqual([{ pos: '1000000' }]);
  });

  it('passes, with its lock, to the other replica when its holder’s connection breaks', async () => {
    world = await createWorld('postgres');
    await world.start('speaker');
    const organisation = randomUUID();
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const first = await world.start('hearer', [new Recorder(async (numbers) => {
      if (numbers.includes(1)) await held;
    })]);
    await world.say(organisation, [1]);
    const lockHolder = async () => (await world!.administrator.query<{ pid: number }>(`select pid from pg_stat_activity join pg_locks using (pid) where datname = current_database() and application_name = 'lettrage consumer hearer' and locktype = 'advisory' and granted`)).rows.map(({ pid }) => pid);
    const [holder] = await until(lockHolder, ({ length }) => length === 1);
    const second = await replica();
    await crash([holder!]);
    // The second waits at the first's inbox rows until that transaction ends, and has nothing left to do then.
    await until(lockHolder, (pids) => pids.length === 1 && pids[0] !== holder);
    release();
    await world.say(organisation, [2, 3]);
    await until(() => world!.effects(organisation), ({ length }) => length === 3);
    expect(await world.effects(organisation)).toEqual([1, 2, 3]);
    expect(second.handled).toEqual([2, 3]);
    // The place is written down after the effects.
    const behind = async () => (await world!.administrator.query<{ behind: boolean }>(`select pos < (select max(pos) from bus.log) as behind from bus.consumer_position where consumer = 'hearer'`)).rows;
    await until(behind, ([place]) => place?.behind === false);
    expect(first.ended).toEqual([]);
  });
});
