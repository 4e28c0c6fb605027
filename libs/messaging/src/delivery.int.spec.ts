import { randomUUID } from 'node:crypto';
import { statementCompleted } from '@lettrage/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, completed, kinds, Recorder, type Running, sequence, until, type World } from '../testing/world.js';
import { handover } from './handover.js';
import { publish } from './index.js';

describe.each(kinds)('messages over %s', (kind) => {
  let world: World;
  let hearer: Running;
  beforeAll(async () => {
    world = await createWorld(kind);
    await world.start('speaker');
    hearer = await world.start('hearer', [new Recorder()]);
  });
  afterAll(() => world?.stop());
  const heard = (organisationId: string, count: number) => until(() => world.effects(organisationId), (numbers) => numbers.length >= count);

  it('each have their effect once and in order', async () => {
    const organisation = randomUUID();
    for (let start = 1; start <= 300; start += 30) await world.say(organisation, sequence(30, start));
    expect(await heard(organisation, 300)).toEqual(sequence(300));
    await until(() => hearer.messaging.ready(), (ready) => ready);
  });

  it('keep their order per organisation where many speak at once, one transaction after the other in each', async () => {
    const organisations = Array.from({ length: 8 }, () => randomUUID());
    await Promise.all(organisations.map(async (organisation) => {
      for (let number = 1; number <= 25; number++) await world.say(organisation, [number]);
    }));
    for (const organisation of organisations) expect(await heard(organisation, 25)).toEqual(sequence(25));
  });

  it('of a transaction that is rolled back are never said', async () => {
    const organisation = randomUUID();
    const broken = world.speaker.inOrganisation(organisation, async (tx) => {
      await publish(tx, organisation, statementCompleted, [completed(1)]);
      throw new Error('the caller thinks better of it');
    });
    await expect(broken).rejects.toThrow('the caller thinks better of it');
    await world.say(organisation, [2]);
    expect(await heard(organisation, 1)).toEqual([2]);
  });

  it('of many organisations in one batch reach each in its own transaction', async () => {
    const organisations = Array.from({ length: 20 }, () => randomUUID());
    await world.speaker.inSystem(async (tx) => {
      for (const number of [1, 2, 3]) for (const organisation of organisations) await publish(tx, organisation, statementCompleted, [completed(number)]);
    });
    for (const organisation of organisations) expect(await heard(organisation, 3)).toEqual([1, 2, 3]);
  });

  it('of any size and number reach whoever hears them in the same process', async () => {
    const organisation = randomUUID();
    const filename = 'x'.repeat(700_000);
    const large = (number: number) => ({ ...completed(number), filename });
    for (const numbers of [sequence(20), sequence(3, 21)]) await world.speaker.inOrganisation(organisation, (tx) => publish(tx, organisation, statementCompleted, numbers.map(large)));
    expect(await heard(organisation, 23)).toEqual(sequence(23));
    await until(() => handover.of([statementCompleted.topic.name]).size, (left) => left === 0);
    expect(await world.parked()).toEqual([]);
  });

  it('that come again have no second effect, also within one batch', async () => {
    const organisation = randomUUID();
    const events = sequence(20).map((number) => ({ id: randomUUID(), payload: JSON.stringify(completed(number)) }));
    const shuffled = [...events, ...events, ...events.toReversed()];
    for (const { id, payload } of shuffled) {
      await world.administrator.query(`insert into speaker.outbox (event_id, organisation_id, topic, name, key, payload) values ($1, $2, $3, $4, 'x', $5)`, [id, organisation, statementCompleted.topic.name, statementCompleted.name, payload]);
    }
    await world.say(organisation, [99]);
    await until(() => world.effects(organisation), (numbers) => numbers.includes(99));
    expect(await world.effects(organisation)).toEqual([...sequence(20), 99]);
  });

  it('are gone on with after a restart, and those that were done do not come again', async () => {
    const organisation = randomUUID();
    await world.say(organisation, sequence(50));
    await heard(organisation, 50);
    await hearer.stop();
    await world.say(organisation, sequence(10, 51));
    const seen: number[] = [];
    hearer = await world.start('hearer', [new Recorder((numbers) => seen.push(...numbers))]);
    expect(await heard(organisation, 60)).toEqual(sequence(60));
    expect(seen).toEqual(sequence(10, 51));
    expect(await world.parked()).toEqual([]);
  });
});
