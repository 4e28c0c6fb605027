import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createWorld, kinds, Recorder, until, type World } from '../testing/world.js';

let world: World | undefined;
afterEach(() => world?.stop());

/** Stops everything that this process does, as a machine does that sleeps. */
const holdUp = (ms: number) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

describe.each(kinds)('the watchdog, over %s', (kind) => {
  it('sees a handler that hangs: the service is unready first, then its process is asked to end, once', async () => {
    world = await createWorld(kind);
    await world.start('speaker');
    let release: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => (release = resolve));
    const hearer = await world.start('hearer', [new Recorder(() => hanging)], { stalledAfterMs: 2_000, watchEveryMs: 50 });
    await until(() => hearer.messaging.ready(), (ready) => ready);
    await world.say(randomUUID(), [1]);
    await until(() => hearer.messaging.ready(), (ready) => !ready);
    expect(hearer.ended).toEqual([]);
    await until(() => hearer.ended.length, (count) => count > 0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(hearer.ended).toEqual(['the consumer has made no progress']);
    release();
  });

  it('lets a long series of failing messages be: each that is parked is progress', async () => {
    world = await createWorld(kind);
    await world.start('speaker');
    const hearer = await world.start('hearer', [new Recorder(() => { throw new Error('no'); })], { stalledAfterMs: 3500, watchEveryMs: 50 });
    await world.say(randomUUID(), [1, 2, 3]);
    await until(() => world!.parked(), (rows) => rows.length === 3);
    expect(hearer.ended).toEqual([]);
  });

  it('lets a process be that was held up as a whole, its handlers with it', async () => {
    world = await createWorld(kind);
    await world.start('speaker');
    const hearer = await world.start('hearer', [new Recorder(() => holdUp(3_000))], { stalledAfterMs: 1_000, watchEveryMs: 50 });
    const organisation = randomUUID();
    await world.say(organisation, [1]);
    await until(() => world!.effects(organisation), ({ length }) => length === 1);
    expect(hearer.ended).toEqual([]);
  });

  it('sees a client that has gone silent', async () => {
    world = await createWorld(kind);
    const hearer = await world.start('hearer', [new Recorder()], { silentAfterMs: 20, watchEveryMs: 50 });
    // Nobody speaks every 20 ms: to such an impatient dog every client is silent.
    await until(() => hearer.ended, (reasons) => reasons.length > 0);
    expect(hearer.ended).toEqual(['the transport shows no sign of life']);
    expect(hearer.messaging.ready()).toBe(false);
  });
});
