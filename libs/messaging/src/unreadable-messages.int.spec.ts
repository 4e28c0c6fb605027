import { randomUUID } from 'node:crypto';
import { statementCompleted } from '@lettrage/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { completed, createWorld, kinds, Recorder, sequence, until, within, type World } from '../testing/world.js';

const good = JSON.stringify(completed(1));
const { topic, name } = statementCompleted;

describe.each(kinds)('messages that cannot be read, over %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(kind);
    await world.start('speaker');
    await world.start('hearer', [new Recorder()]);
  });
  afterAll(() => world?.stop());

  /** As a service of another build, or a hand at the database, might put it into the outbox. */
  const put = (organisation: string, contract: string, payload: string) =>
    world.administrator.query('insert into speaker.outbox (event_id, organisation_id, topic, name, key, payload) values ($1, $2, $3, $4, $5, $6)', [randomUUID(), organisation, topic.name, contract, organisation, payload]);

  it.each([
    ['no JSON', name, '{"statementFileId": "', 'not JSON: SyntaxError in 21 characters'],
    ['no object', name, '[]', `breaks ${name}`],
    ['a field that is missing', name, JSON.stringify({ ...completed(1), imported: undefined }), `breaks ${name}: imported`],
    ['a field of the wrong form', name, JSON.stringify({ ...completed(1), imported: 'three' }), `breaks ${name}: imported`],
    ['null', name, 'null', `breaks ${name}`],
    ['a later version of the contract', 'bank-import.statement-completed.v2', good, 'no contract is called "bank-import.statement-completed.v2"'],
    ['no name', '', good, 'no contract is called ""'],
  ])('%s: it is parked at once, as it came, and nothing else waits', async (_, contract, payload, reason) => {
    await world.administrator.query('delete from hearer.parked_message');
    const organisation = randomUUID();
    await put(organisation, contract, payload);
    await world.say(organisation, [2]);
    await until(() => world.effects(organisation), (numbers) => numbers.length === 1);
    const [row, ...others] = await until(() => world.parked(), (rows) => rows.length > 0);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ payload, attempts: 0 });
    expect(row!.reason).toContain(reason);
  });

  it('a contract of ours that this service does not hear on a topic that it reads is passed by', async () => {
    await world.administrator.query('delete from hearer.parked_message');
    const organisation = randomUUID();
    await put(organisation, 'bank-import.statement-refused.v1', '{}');
    await world.say(organisation, [2]);
    await until(() => world.effects(organisation), (numbers) => numbers.length === 1);
    expect(await world.parked()).toEqual([]);
  });

  it('one among 999 good ones: they are done within 10 s', async () => {
    await within(10_000, async () => {
      await world.administrator.query('delete from hearer.parked_message');
      const organisation = randomUUID();
      await world.say(organisation, sequence(499));
      await put(organisation, name, '{');
      await world.say(organisation, sequence(500, 500));
      await until(() => world.effects(organisation), (numbers) => numbers.length === 999);
      expect(await world.effects(organisation)).toEqual(sequence(999));
      expect(await world.parked()).toHaveLength(1);
    });
  });

  it('one that is replayed and still cannot be read stays parked', async () => {
    await world.administrator.query('delete from hearer.parked_message');
    await put(randomUUID(), name, '{');
    await until(() => world.parked(), (rows) => rows.length === 1);
    await world.administrator.query('update hearer.parked_message set replay_asked_at = now()');
    await world.administrator.query(`select pg_notify('lettrage_replay', '')`);
    const asked = async () => (await world.administrator.query('select from hearer.parked_message where replay_asked_at is not null')).rowCount;
    await until(asked, (count) => count === 0);
    expect(await world.parked()).toMatchObject([{ payload: '{', replayed_at: null }]);
  });
});
