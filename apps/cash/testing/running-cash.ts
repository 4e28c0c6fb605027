import { type EventContract } from '@lettrage/contracts';
import { issueServiceToken, type RunningService, tokenKey } from '@lettrage/http';
import { busSchema, type TransportSettings } from '@lettrage/messaging';
import { migrate, rolePassword, roleUrl } from '@lettrage/persistence';
import { createTestDatabase, prepareTemplate, type TestDatabase, testSecret } from '@lettrage/testing';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { cashSchema, hashOfCash, startCash } from '../src/index.js';

/** A message as another service would have said it. */
export interface Said {
  readonly eventId: string;
  readonly organisationId: string;
  readonly contract: EventContract<never>;
  readonly payload: unknown;
}

export interface CashUnderTest {
  readonly databaseUrl: string;
  readonly transport: TransportSettings;
  readonly administrator: pg.Client;
  now: Date;
  /** Puts messages on the log, as they are, and waits until the service has handled them. */
  hear(messages: readonly Said[]): Promise<void>;
  /** Puts messages on the log without waiting; returns the position of the last. */
  put(messages: readonly Said[]): Promise<bigint>;
  get<Answer>(organisationId: string, path: string): Promise<Answer>;
  status(organisationId: string, path: string): Promise<number>;
  /** What the service has said under a contract's name, oldest first. */
  said<Payload>(organisationId: string, contract: EventContract<Payload>): Promise<Payload[]>;
  hash(): Promise<string>;
  stopService(): Promise<void>;
  startService(): Promise<void>;
  close(): Promise<void>;
}

/** The whole service on a database of its own, over the PostgreSQL transport unless told otherwise, with its clock in hand. */
export async function runCash(now = new Date('2026-11-21T10:00:00Z'), transport: TransportSettings = { kind: 'postgres' }): Promise<CashUnderTest> {
  const template = await prepareTemplate((url) => migrate(url, [busSchema, cashSchema], { cash: rolePassword(testSecret, 'cash') }), 'cash');
  const database: TestDatabase = await createTestDatabase(template);
  const databaseUrl = roleUrl(database.url, testSecret, 'cash');
  const administrator = new pg.Client(database.url);
  await administrator.connect();
  await administrator.query('set search_path = cash');
  let service: RunningService | undefined;

  const request = async (organisationId: string, path: string): Promise<Response> => {
    const token = await issueServiceToken({ userId: randomUUID(), organisationId, role: 'viewer' }, tokenKey(testSecret), new Date());
    return fetch(`${service!.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  };
  const cash: CashUnderTest = {
    databaseUrl,
    transport,
    administrator,
    now,
    async put(messages) {
      const { rows } = await administrator.query<{ pos: string }>(
        `insert into bus.log (event_id, organisation_id, topic, name, key, payload, published_at)
         select event_id, organisation_id, topic, name, key, payload, now() from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) with ordinality as said (event_id, organisation_id, topic, name, key, payload, place)
         order by place
         returning pos`,
        saidColumns(messages),
      );
      await administrator.query(`notify lettrage_bus`);
      return BigInt(rows.at(-1)!.pos);
    },
    async hear(messages) {
      const last = await cash.put(messages);
      await until(async () => {
        const { rows } = await administrator.query<{ pos: string }>(`select pos from bus.consumer_position where consumer = 'cash'`);
        return BigInt(rows[0]?.pos ?? 0) >= last;
      });
      const { rows } = await administrator.query<{ reason: string }>('select reason from parked_message');
      if (rows.length > 0) throw new Error(`parked: ${rows[0]!.reason}`);
    },
    async get<Answer>(organisationId: string, path: string) {
      const response = await request(organisationId, path);
      const body = await response.text();
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${body}`);
      return JSON.parse(body) as Answer;
    },
    status: async (organisationId, path) => (await request(organisationId, path)).status,
    async said<Payload>(organisationId: string, contract: EventContract<Payload>) {
      const { rows } = await administrator.query<{ payload: string }>('select payload from bus.log where organisation_id = $1 and name = $2 order by pos', [organisationId, contract.name]);
      return rows.map(({ payload }) => contract.schema.parse(JSON.parse(payload)));
    },
    hash: () => hashOfCash({ query: async (sql: string) => (await administrator.query(sql)).rows } as never),
    async stopService() {
      await service?.close();
      service = undefined;
    },
    async startService() {
      const settings = { databaseUrl, transport, http: { host: '127.0.0.1', port: 0 }, tokenSecret: testSecret, logLevel: 'error' };
      service = await startCash(settings, (reason) => { throw new Error(reason); }, () => cash.now);
    },
    async close() {
      await cash.stopService();
      await administrator.end();
      await database.drop();
    },
  };
  await cash.startService();
  return cash;
}

/** One array per column: event, organisation, topic, name, key and payload. */
export function saidColumns(messages: readonly Said[]): unknown[][] {
  const column = (of: (said: Said) => string) => messages.map(of);
  return [
    column(({ eventId }) => eventId), column(({ organisationId }) => organisationId), column(({ contract }) => contract.topic.name), column(({ contract }) => contract.name),
    column(({ contract, organisationId, payload }) => contract.key(payload as never) ?? organisationId), column(({ payload }) => JSON.stringify(payload)),
  ];
}

/** Waits until it is so; fails after 60 s. */
export async function until(so: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 10))) if (await so()) return;
  throw new Error('it did not come to pass within 60 s');
}
