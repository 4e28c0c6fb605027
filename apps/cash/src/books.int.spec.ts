import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allocationsReversed, allocationsSettled, type cashHttp, customerChanged, type EventContract, type LedgerEntry, openItemChanged, openItemsChanged, type OpenItemSnapshot } from '@lettrage/contracts';
import { parseDecimal } from '@lettrage/money';
import { createLogger } from '@lettrage/observability';
import { Database } from '@lettrage/persistence';
import { agedBalance, openMinorAsOf } from '@lettrage/receivables';
import { sharedTestKafka } from '@lettrage/testing';
import { type Company } from '../testing/a-company.js';
import { randomBusiness, seeded, shuffled } from '../testing/random-business.js';
import { type CashUnderTest, runCash, saidColumns, until } from '../testing/running-cash.js';
import { agedOnWire } from './domain/aged-figures.js';
import { rebuildCash } from './rebuild-cash.js';

const days = ['2026-02-28', '2026-05-01', '2026-06-30', '2026-08-15', '2026-10-31', '2026-11-20', '2026-11-21'];
const company = randomBusiness(20_261_121, { customers: 25, invoices: 400 });
const other = randomBusiness(7, { customers: 3, invoices: 20 });
const messages = [...company.log, ...other.log];

let inOrder: CashUnderTest;
beforeAll(async () => {
  inOrder = await runCash();
  await inOrder.hear(messages);
});
afterAll(() => inOrder.close());

const rowsOn = async (cash: CashUnderTest, day: string) => (await cash.get<cashHttp.AgedBalance>(company.id, `/aged-balance?limit=500&asOf=${day}`)).items;

describe('law 4: the aged balance is the open items plus unapplied cash', () => {
  it.each(days)('to the cent, per customer and currency, as of %s', async (day) => {
    const expected = expectedRows(company, day);
    const shown = (await rowsOn(inOrder, day)).map(({ customerName: _name, customerNumber: _number, ...row }) => row);
    const sorted = (rows: { customerId: string; currency: string }[]) => rows.sort((a, b) => (`${a.customerId}${a.currency}` < `${b.customerId}${b.currency}` ? -1 : 1));
    expect(sorted(shown)).toEqual(sorted(expected));
    if (day > '2026-03-31') expect(shown.length).toBeGreaterThan(10);
  });
});

describe('messages three times and in any order', () => {
  it('give the same state as once and in order', async () => {
    const twin = await runCash();
    try {
      await twin.hear(shuffled([...messages, ...messages, ...messages], seeded(3)));
      expect(await twin.hash()).toBe(await inOrder.hash());
      expect(await rowsOn(twin, '2026-08-15')).toEqual(await rowsOn(inOrder, '2026-08-15'));
    } finally {
      await twin.close();
    }
  });
});

describe('rebuilding from the log', () => {
  let database: Database;
  beforeAll(async () => {
    database = new Database({ url: inOrder.databaseUrl, schema: 'cash' }, createLogger('test', 'error'));
    await database.connect();
  });
  afterAll(() => database.close());

  const isHeardTo = async (place: bigint) =>
    until(async () => {
      const { rows } = await inOrder.administrator.query<{ pos: string }>(`select pos from bus.consumer_position where consumer = 'cash'`);
      return BigInt(rows[0]!.pos) >= place;
    });

  it('is refused while the service runs, and changes nothing then', async () => {
    const before = await inOrder.hash();
    await expect(rebuildCash(database, inOrder.transport)).rejects.toThrow('The service "cash" is running; stop every instance of it and try again');
    expect(await inOrder.hash()).toBe(before);
  });

  it.each([['all organisations', undefined], ['one organisation', company.id]])('gives the same bytes: %s', async (_, organisationId) => {
    const before = await inOrder.hash();
    const { rows } = await inOrder.administrator.query<{ place: string }>('select max(pos) as place from bus.log');
    await inOrder.stopService();
    expect(await rebuildCash(database, inOrder.transport, organisationId)).toEqual(organisationId ? [company.id] : [company.id, other.id].sort());
    expect(await inOrder.hash()).not.toBe(before);
    await inOrder.startService();
    await isHeardTo(BigInt(rows[0]!.place));
    expect(await inOrder.hash()).toBe(before);
  });

  it('mends a row that was spoilt', async () => {
    const before = await inOrder.hash();
    await inOrder.administrator.query('update unapplied_cash set amount_minor = amount_minor + 1');
    expect(await inOrder.hash()).not.toBe(before);
    const { rows } = await inOrder.administrator.query<{ place: string }>('select max(pos) as place from bus.log');
    await inOrder.stopService();
    await rebuildCash(database, inOrder.transport);
    await inOrder.startService();
    await isHeardTo(BigInt(rows[0]!.place));
    expect(await inOrder.hash()).toBe(before);
  });
});

describe('over Kafka', () => {
  it('the same messages give the same state, also after a rebuild', async () => {
    const { brokers } = await sharedTestKafka();
    const kafka = await runCash(undefined, { kind: 'kafka', brokers: brokers, clientId: 'cash-books', prefix: `books-${company.id.slice(0, 8)}.`, partitions: 3, replicationFactor: 1 });
    const database = new Database({ url: kafka.databaseUrl, schema: 'cash' }, createLogger('test', 'error'));
    try {
      await database.connect();
      // Said through the outbox, as a service says it: cash's own relay takes them to the broker.
      await kafka.administrator.query(
        `insert into outbox (event_id, organisation_id, topic, name, key, payload)
         select event_id, organisation_id, topic, name, key, payload from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) with ordinality as said (event_id, organisation_id, topic, name, key, payload, place) order by place`,
        saidColumns(messages),
      );
      const expected = await inOrder.hash();
      await until(async () => (await kafka.hash()) === expected);
      await expect(rebuildCash(database, kafka.transport)).rejects.toThrow('is running');

      await kafka.stopService();
      await rebuildCash(database, kafka.transport);
      expect(await kafka.hash()).not.toBe(expected);
      await kafka.startService();
      await until(async () => (await kafka.hash()) === expected);
    } finally {
      await database.close();
      await kafka.close();
    }
  });
});

/** The rows as the messages themselves say them, item by item and entry by entry, without the service's code. */
function expectedRows(of: Company, day: string): { customerId: string; currency: string }[] {
  const said = <Payload>(contract: EventContract<Payload>) => of.log.filter((each) => each.contract.name === contract.name).map((each) => each.payload as Payload);
  const items = new Map<string, OpenItemSnapshot>([...said(openItemChanged), ...said(openItemsChanged).flatMap(({ items: changed }) => changed)].map((item) => [item.itemId, item]));
  const entries = [...said(allocationsSettled).flatMap(({ settlements }) => settlements), ...said(allocationsReversed).flatMap(({ reversals }) => reversals)].flatMap((each): LedgerEntry[] => each.entries);
  expect(said(customerChanged).length).toBeGreaterThan(0);
  const minor = (text: string) => parseDecimal(text, 2);
  const aged = [...items.values()].map((item) => ({
    customerId: item.customerId,
    currency: item.currency,
    dueDate: item.dueDate,
    openMinor: openMinorAsOf(
      { issueDate: item.issueDate, totalMinor: minor(item.total), allocations: entries.filter(({ itemId }) => itemId === item.itemId).map(({ effectiveDate, amount }) => ({ effectiveDate, amountMinor: minor(amount) })) },
      day,
    ),
  }));
  const cash = entries
    .filter(({ kind, itemId, effectiveDate }) => effectiveDate <= day && (kind === 'on_account' || (kind === 'item' && items.get(itemId!)!.issueDate > day)))
    .map(({ customerId, currency, amount }) => ({ customerId, currency, amountMinor: minor(amount) }));
  return agedBalance(aged, cash, day)
    .filter((row) => Object.values(row.minor).some((amount) => amount !== 0n))
    .map((row) => ({ customerId: row.customerId, ...agedOnWire(row.currency, row.minor) }));
}
