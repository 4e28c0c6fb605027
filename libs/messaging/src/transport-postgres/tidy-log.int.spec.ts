import { randomUUID } from 'node:crypto';
import { agedBalanceChanged, type CustomerSnapshot, customerChanged, type EventContract } from '@lettrage/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createWorld, Recorder, type Running, until, type World } from '../../testing/world.js';
import { type Message, type MessageHandler, publish } from '../index.js';
import { tidyLog } from './tidy-log.js';

/** Follows snapshots as services do: only what is newer counts. */
class FollowCustomers implements MessageHandler<CustomerSnapshot> {
  readonly contract: EventContract<CustomerSnapshot> = customerChanged;
  readonly versions = new Map<string, number>();
  async handle(_: unknown, __: string, messages: readonly Message<CustomerSnapshot>[]): Promise<void> {
    for (const { payload } of messages) if (payload.version > (this.versions.get(payload.customerId) ?? 0)) this.versions.set(payload.customerId, payload.version);
  }
}

let world: World;
let hearer: Running;
const follower = new FollowCustomers();
const organisation = randomUUID();
beforeAll(async () => {
  world = await createWorld('postgres');
  await world.start('speaker');
  hearer = await world.start('hearer', [new Recorder(), follower]);
});
afterAll(() => world?.stop());
beforeEach(() => world.administrator.query('delete from bus.log'));

const customers = [randomUUID(), randomUUID()];
const sayCustomer = (customerId: string, version: number) =>
  world.speaker.inOrganisation(organisation, (tx) => publish(tx, organisation, customerChanged, [{ ...customerChanged.sample, customerId, version, name: 'called "version":9' }]));
const log = async () => (await world.administrator.query<{ what: string }>(`select coalesce(substring(payload from '"customerId":"([^"]*)"') || ' ' || substring(payload from '"version":(\\d+)'), topic) as what from bus.log order by pos`)).rows.map(({ what }) => what);
/** All that was said has been read and written down as passed; its last message is one that the hearer hears, or that may take a while. */
const passed = async () => {
  await until(async () => (await world.administrator.query<{ waiting: string }>('select (select count(*) from speaker.outbox) + (select count(*) from bus.log where pos > coalesce((select min(pos) from bus.consumer_position), 0)) as waiting')).rows[0]!.waiting, (waiting) => waiting === '0');
};
const tidy = () => tidyLog(hearer.database, () => false);

describe('tidying the log', () => {
  it('takes out snapshots that a later one replaces, and no fact', async () => {
    for (const version of [1, 2, 3]) for (const customer of customers) await sayCustomer(customer, version);
    await world.say(organisation, [1, 2]);
    await passed();
    await tidy();
    expect(await log()).toEqual([`${customers[0]} 3`, `${customers[1]} 3`, 'bank-import.statements', 'bank-import.statements']);
  });

  it('leaves what a consumer has not passed yet', async () => {
    await sayCustomer(customers[0]!, 4);
    await world.say(organisation, [3]);
    await passed();
    await world.administrator.query(`insert into bus.consumer_position (consumer, pos) values ('slow', 0)`);
    await sayCustomer(customers[0]!, 5);
    await world.say(organisation, [4]);
    await until(log, ({ length }) => length === 4);
    await tidy();
    expect(await log()).toHaveLength(4);
    await world.administrator.query(`delete from bus.consumer_position where consumer = 'slow'`);
    await passed();
    await tidy();
    expect(await log()).toEqual(['bank-import.statements', `${customers[0]} 5`, 'bank-import.statements']);
  });

  it('keeps the newest version also where an older one was said after it', async () => {
    for (const version of [12, 11, 12, 10]) await sayCustomer(customers[1]!, version);
    await world.say(organisation, [5]);
    await passed();
    await tidy();
    expect(await log()).toEqual([`${customers[1]} 12`, `${customers[1]} 10`, 'bank-import.statements']);
  });

  it('takes out news after a week, not before', async () => {
    await world.speaker.inOrganisation(organisation, (tx) => publish(tx, organisation, agedBalanceChanged, [agedBalanceChanged.sample, agedBalanceChanged.sample]));
    await world.say(organisation, [6]);
    await passed();
    await world.administrator.query(`update bus.log set published_at = now() - interval '8 days' where pos in (select min(pos) from bus.log where topic = 'cash.figures' union select max(pos) from bus.log)`);
    await tidy();
    expect(await log()).toEqual(['cash.figures', 'bank-import.statements']);
  });

  it('goes through a long log, a piece at a time, and a message that it cannot read does not stop it', async () => {
    const customer = (n: number | string) => `0190a5f0-0000-7000-8000-00000000000${n}`;
    const { version: _, ...sample } = { ...customerChanged.sample, customerId: customer('%s') };
    await world.administrator.query(
      `insert into bus.log (event_id, organisation_id, topic, name, key, payload, published_at)
       select gen_random_uuid(), $1, 'invoicing.customers', 'invoicing.customer-changed.v1', n % 7, case n when 5 then '{' else format($2, n % 7, n) end, now() from generate_series(1, 5000) n`,
      [organisation, JSON.stringify(sample).replace('}', ',"version":%s}')],
    );
    await world.say(organisation, [7]);
    await passed();
    await tidy();
    expect((await log()).sort()).toEqual([...[4994, 4995, 4996, 4997, 4998, 4999, 5000].map((n) => `${customer(n % 7)} ${n}`), 'bank-import.statements', 'invoicing.customers'].sort());
  });

  it('leaves what a rebuild needs: who hears everything again knows the newest of each', async () => {
    for (const version of [20, 21, 22]) await sayCustomer(customers[0]!, version);
    await world.say(organisation, [8]);
    await passed();
    await tidy();
    await hearer.stop();
    await world.administrator.query(`update bus.consumer_position set pos = 0 where consumer = 'hearer'`);
    const again = new FollowCustomers();
    hearer = await world.start('hearer', [new Recorder(), again]);
    await until(() => again.versions.get(customers[0]!), (version) => version === 22);
    expect(again.versions.get(customers[0]!)).toBe(follower.versions.get(customers[0]!));
    expect((await world.effects(organisation)).filter((number) => number === 8)).toEqual([8]);
  });

  it('the machinery’s role can delete no fact and change nothing, whatever it is told', async () => {
    await world.say(organisation, [9]);
    await passed();
    const [, deleted] = await hearer.database.inSystem((tx) => tx.query<[unknown, number]>('delete from bus.log'));
    expect(deleted).toBe(0);
    for (const statement of [`update bus.log set payload = ''`, 'truncate bus.log', 'delete from bus.consumer_position']) {
      await expect(hearer.database.inSystem((tx) => tx.query(statement))).rejects.toThrow('permission denied');
    }
    await expect(hearer.database.inOrganisation(organisation, (tx) => tx.query('select * from bus.log'))).rejects.toThrow('permission denied');
  });
});
