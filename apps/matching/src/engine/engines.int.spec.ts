import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService } from '@lettrage/http';
import { createLogger } from '@lettrage/observability';
import { Database, type Transaction } from '@lettrage/persistence';
import { type ServiceUnderTest } from '@lettrage/testing';
import { Queue, runMatching } from '../../testing/a-queue.js';
import { RandomReviewing, seeded } from '../../testing/random-reviewing.js';
import { newCase } from '../persistence/case-rows.js';
import { type DecidedCredit } from './decided-credit.js';
import { type Engine, EngineThread } from './engine-thread.js';
import { Engines } from './engines.js';
import { incoming, loadEngine, mostLessons, readLessons } from './load-engine.js';

let test: ServiceUnderTest;
let database: Database;
beforeAll(async () => {
  test = await runMatching();
  database = new Database({ url: test.settings.databaseUrl, schema: 'matching', poolSize: 2 }, createLogger('test', 'silent'));
  await database.connect();
});
afterEach(async () => expect(await test.lawsBroken()).toEqual([]));
afterAll(async () => {
  await database.close();
  await test.close();
});

/** What the service's engine in memory, if it is up to date, and one that is loaded now say of the same credits of another file. */
async function compare(queue: Queue, service: RunningService, credits: Parameters<typeof newCase>[0][]): Promise<{ held: unknown; fresh: unknown }> {
  await queue.quiet();
  return database.inOrganisation(queue.organisationId, async (tx: Transaction) => {
    const [{ mark }] = await tx.query<[{ mark: bigint }]>('select engine_mark as mark from organisation_state for update');
    const decide = async (engine: Engine | undefined) => (await engine?.decide(credits.map((credit) => incoming(newCase(credit))), { unattended: false }))?.map(told);
    const held = service.app.get(Engines, { strict: false }).at(queue.organisationId, mark);
    if (held) held.engine.learn(await readLessons(tx, held.forgotten, mostLessons, { toldAfter: held.told })); // as before another file
    return { held: await decide(held?.engine), fresh: await decide((await loadEngine(tx, new EngineThread(() => undefined).create())).engine) };
  });
}

/** Confidence to eight decimals: the sums behind it are added up in another order. */
function told({ transactionId, automatic, proposals }: DecidedCredit): unknown {
  return [transactionId, automatic, proposals.map(({ lines, difference, confidence }) => [lines, difference, confidence.toFixed(8)])];
}

describe('the engine in memory', () => {
  it.each([1, 2, 3, 4])('proposes what one that is loaded now proposes, whatever has happened (seed %d)', async (seed) => {
    const queue = new Queue(test);
    const reviewing = new RandomReviewing(queue, seeded(seed));
    await reviewing.begin();
    for (let step = 0; step < 60; step++) await reviewing.step();
    await queue.receive(reviewing.credit());
    await queue.ledgerAnswers();
    expect((await queue.summary()).settledAutomatically).toBeGreaterThan(0);
    const { held, fresh } = await compare(queue, [...test.replicas][0]!, Array.from({ length: 25 }, () => reviewing.credit()));
    expect(held).toEqual(fresh);
  });

  it('of a new organisation is there from its first customer on, before any statement', async () => {
    const queue = new Queue(test);
    await queue.item(await queue.customer('Bois du Sud SARL'), 'FA2026-00103', '250.00');
    const { held, fresh } = await compare(queue, [...test.replicas][0]!, [queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD')]);
    expect(held).toMatchObject([[expect.any(String), true, [[[{ itemId: expect.any(String) }], null, expect.any(String)]]]]);
    expect(held).toEqual(fresh);
  });

  it('is not used after another replica was at work', async () => {
    const queue = new Queue(test);
    const [first] = [...test.replicas] as [RunningService];
    const second = await test.replica(); // `first` has the consumer's lock: it hears the messages
    const [bois, petit] = [await queue.customer('Bois du Sud SARL'), await queue.customer('Menuiserie Petit')];
    const [wanted, other] = [await queue.item(bois, 'FA2026-00103', '250.00'), await queue.item(petit, 'FA2026-00104', '250.00')];
    const credits = [1, 2].map(() => queue.credit('250.00', 'VIREMENT', 'JEAN'));
    await queue.receive(credits[0]!);
    test.prefer(second);
    expect((await queue.reviewer.post(`/queue/${credits[0]!.transactionId}/confirm`, { lines: [{ itemId: wanted, amount: '250.00' }] })).status).toBe(202);
    await queue.receive(credits[1]!);
    const { proposals } = await queue.entry(credits[1]!.transactionId);
    expect(proposals.flatMap(({ lines }) => lines.map(({ itemId }) => itemId))).toEqual([other]);
    test.prefer(first);
    expect(await queue.reviewer.post(`/queue/${credits[1]!.transactionId}/confirm`, { lines: [{ itemId: wanted, amount: '250.00' }] })).toMatchObject({ status: 409 });
    const { held, fresh } = await compare(queue, first, [queue.credit('250.00', 'VIREMENT', 'JEAN'), queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD')]);
    expect(held).toEqual(fresh);
    // The second takes over where the first one stops.
    await test.stop(first);
    await queue.ledgerAnswers();
    const third = queue.credit('250.00', 'FACTURE FA2026-00104', 'MENUISERIE PETIT');
    await queue.receive(third);
    expect((await queue.requests()).map(({ lines }) => lines[0]!.itemId)).toEqual([wanted, other]);
  });

  it('is not used after a transaction that failed, even at its commit: nothing that was decided there has happened', async () => {
    const queue = new Queue(test);
    const [first] = [...test.replicas] as [RunningService];
    const second = await test.replica();
    const item = await queue.item(await queue.customer('Bois du Sud SARL'), 'FA2026-00103', '250.00');
    const other = queue.credit('1.00', 'AUTRE');
    await queue.receive(other);
    await test.administrator.query(`
      create function refuse_it() returns trigger language plpgsql as $$ begin raise exception 'no room for it'; end $$;
      create constraint trigger refuse_it after insert on payment_case deferrable initially deferred for each row when (new.remittance like '%BOOM%') execute function refuse_it()`);
    await expect(queue.receive(queue.credit('250.00', 'FACTURE FA2026-00103 BOOM', 'BOIS DU SUD'))).rejects.toThrow(/parked: .*no room for it/);
    await test.administrator.query('drop trigger refuse_it on payment_case; drop function refuse_it; delete from parked_message');
    expect(await queue.requests()).toEqual([]);
    // Another replica now does something that the first would have counted with the number of what failed.
    test.prefer(second);
    expect((await queue.reviewer.post(`/queue/${other.transactionId}/set-aside`)).status).toBe(200);
    await test.stop(second);
    const credit = queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD');
    await queue.receive(credit);
    expect((await queue.requests()).map(({ transactionId, lines }) => [transactionId, lines])).toEqual([[credit.transactionId, [{ itemId: item, amount: '250.00' }]]]);
    const { held, fresh } = await compare(queue, first, [queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD')]);
    expect(held).toEqual(fresh);
  });

  it('survives a refused request of a reviewer, and a restart changes nothing', async () => {
    const queue = new Queue(test);
    const reviewing = new RandomReviewing(queue, seeded(99));
    await reviewing.begin();
    for (let step = 0; step < 30; step++) await reviewing.step();
    await queue.receive(reviewing.credit());
    const probe = Array.from({ length: 25 }, () => reviewing.credit());
    expect((await queue.reviewer.post('/queue/7/confirm', { rank: 1 })).status).toBe(404);
    const before = await compare(queue, [...test.replicas][0]!, probe);
    expect(before.held).toEqual(before.fresh);
    await test.restart();
    expect((await compare(queue, [...test.replicas][0]!, probe))).toEqual({ held: undefined, fresh: before.fresh });
  });
});

it('of an organisation that has been idle is let go of, and what is decided next is the same', async () => {
  let now = 0;
  const engines = new Engines({ most: 50, idleMs: 1000 }, () => now);
  try {
    const queue = new Queue(test);
    const reviewing = new RandomReviewing(queue, seeded(12));
    await reviewing.begin();
    for (let step = 0; step < 15; step++) await reviewing.step();
    const credits = Array.from({ length: 10 }, () => reviewing.credit());
    const decide = () => database.inOrganisation(queue.organisationId, async (tx) => {
      const session = await engines.open(tx, queue.organisationId);
      const decided = await (await session.engine()).decide(credits.map((credit) => incoming(newCase(credit))), { unattended: false });
      session.outdate(); // nothing of it has happened
      return decided;
    });
    const load = () => database.inOrganisation(queue.organisationId, async (tx) => engines.load(tx, queue.organisationId, 0n, 0));
    const before = await decide();
    const { engine } = await load();
    now = 999;
    engines.dropIdle();
    await expect(engine.decide(credits.map((credit) => incoming(newCase(credit))), { unattended: false })).resolves.toHaveLength(10);
    now = 1000;
    engines.dropIdle();
    await expect(engine.decide(credits.map((credit) => incoming(newCase(credit))), { unattended: false })).rejects.toThrow('the engine is not there any more');
    expect((await decide()).map(told)).toEqual(before.map(told));
  } finally {
    await engines.onModuleDestroy();
  }
});

describe('what has been learned', () => {
  const engines = () => [...test.replicas][0]!.app.get(Engines, { strict: false });
  const held = (queue: Queue) => test.administrator.query<{ mark: string }>('select engine_mark as mark from organisation_state where organisation_id = $1', [queue.organisationId]).then(({ rows }) => engines().at(queue.organisationId, BigInt(rows[0]!.mark))!);

  async function restartedWith(queue: Queue, reviewing: RandomReviewing): Promise<boolean> {
    await test.restart();
    engines().storedFrom = 1;
    await queue.receive(reviewing.credit());
    await queue.receive(reviewing.credit()); // whoever comes next stores what was learned
    return !(await held(queue)).isWhole;
  }

  it.each([5, 6])('is taken over after a restart, with what was settled since, and decides as if it were learned anew (seed %d)', async (seed) => {
    const queue = new Queue(test);
    const reviewing = new RandomReviewing(queue, seeded(seed));
    await reviewing.begin();
    const past = ['2026-07-05', '2026-08-05'].map((day, index) => JSON.stringify({
      reference: null, booking_date: day, amount: '100.00', currency: 'EUR', counterparty_name: 'HOLDING MARTIN', counterparty_iban: null, end_to_end_id: null, remittance: `FACTURE FA2025-0000${index}`,
      structured_references: [], customer_id: 'C1', allocations: [{ invoice: `FA2025-0000${index}`, amount: '100.00', issue_date: '2026-06-01', due_date: '2026-07-01' }], difference: null,
    }));
    expect((await queue.accountant.send('/history', past.join('\n'), 'application/jsonl')).status).toBe(200);
    for (let step = 0; step < 40; step++) await reviewing.step();
    await restartedWith(queue, reviewing);
    // More is settled and set aside, and nothing is taken back.
    const waiting = await queue.list('state=waiting', 500);
    for (const [index, { transactionId }] of waiting.slice(0, 6).entries()) await queue.reviewer.post(`/queue/${transactionId}/${index % 2 ? 'set-aside' : 'confirm'}`, { rank: 1 });
    await queue.ledgerAnswers();
    expect(await restartedWith(queue, reviewing)).toBe(true);
    const heard = (await held(queue)).heard;
    expect(heard).toBeGreaterThan(0);
    const { held: restored, fresh } = await compare(queue, [...test.replicas][0]!, Array.from({ length: 25 }, () => reviewing.credit()));
    expect(restored).toEqual(fresh);
  });

  it.each(['undo', 'forget', 'history'])('is learned anew after what it cannot take back (%s)', async (what) => {
    const queue = new Queue(test);
    const reviewing = new RandomReviewing(queue, seeded(8));
    await reviewing.begin();
    for (let step = 0; step < 30; step++) await reviewing.step();
    await queue.ledgerAnswers();
    await restartedWith(queue, reviewing);
    expect(await restartedWith(queue, reviewing)).toBe(true);
    const customerId = [...queue.items.values()][0]!.customerId;
    const [settled] = await queue.list('state=settled');
    if (what === 'undo') await queue.reviewer.post(`/queue/${settled!.transactionId}/undo`);
    if (what === 'forget') await queue.accountant.post(`/learning/${customerId}/forget`, { kind: 'name', value: 'HOLDING MARTIN' });
    if (what === 'history') expect((await queue.accountant.send('/history', '', 'application/jsonl')).status).toBe(200);
    await queue.ledgerAnswers();
    await queue.quiet();
    expect(await restartedWith(queue, reviewing)).toBe(what !== 'history'); // otherwise an engine was built to look at what waits, and stored what it had learned
    const { held: built, fresh } = await compare(queue, [...test.replicas][0]!, Array.from({ length: 25 }, () => reviewing.credit()));
    expect(built).toEqual(fresh);
  });

  it('of another version of the engine is left alone', async () => {
    const queue = new Queue(test);
    const reviewing = new RandomReviewing(queue, seeded(9));
    await reviewing.begin();
    for (let step = 0; step < 20; step++) await reviewing.step();
    await restartedWith(queue, reviewing);
    await test.administrator.query('update learned_state set version = version + 1');
    expect(await restartedWith(queue, reviewing)).toBe(false);
  });
});
