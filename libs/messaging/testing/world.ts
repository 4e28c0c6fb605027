import { type EventContract, type PayloadOf, statementCompleted } from '@lettrage/contracts';
import { createLogger, Metrics } from '@lettrage/observability';
import { Database, migrate, roleUrl, rolePassword, type ServiceSchema, tableRights, type Transaction } from '@lettrage/persistence';
import { createTestDatabase, prepareTemplate, sharedTestKafka, testSecret } from '@lettrage/testing';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { busSchema, type Message, type MessageHandler, messagingMigrations, publish, ServiceMessaging, type TransportSettings } from '../src/index.js';
import { patience } from '../src/service-messaging.js';

export const kinds = ['postgres', 'kafka'] as const;
export type Kind = (typeof kinds)[number];
export type Completed = PayloadOf<typeof statementCompleted>;

/** What a handler has done: the number that the message carried. */
class CreateEffect1763700900000 implements MigrationInterface {
  readonly name = 'CreateEffect1763700900000';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table effect (organisation_id uuid not null, place bigint generated always as identity, number bigint not null, primary key (organisation_id, place))');
    for (const statement of tableRights('hearer', 'effect')) await runner.query(statement);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table effect');
  }
}

const schemas: readonly ServiceSchema[] = [busSchema, { name: 'speaker', migrations: messagingMigrations }, { name: 'hearer', migrations: [...messagingMigrations, CreateEffect1763700900000] }];

export interface Running {
  readonly messaging: ServiceMessaging;
  readonly database: Database;
  /** Reasons for which it asked its process to end. */
  readonly ended: string[];
  stop(): Promise<void>;
}

export interface World {
  readonly kind: Kind;
  readonly transport: TransportSettings;
  readonly administrator: pg.Client;
  readonly speaker: Database;
  /** Says numbers, each as one message, in one transaction. */
  say(organisationId: string, numbers: readonly number[]): Promise<void>;
  start(schema: 'speaker' | 'hearer', handlers?: readonly MessageHandler[], limits?: Partial<typeof patience>): Promise<Running>;
  /** The hearer's effects in the order in which they were stored. */
  effects(organisationId: string): Promise<number[]>;
  parked(): Promise<ParkedRow[]>;
  stop(): Promise<void>;
}

export interface ParkedRow {
  readonly parked_id: string;
  readonly name: string | null;
  readonly payload: string;
  readonly original: Buffer | null;
  readonly reason: string;
  readonly attempts: number;
  readonly replay_asked_at: Date | null;
  readonly replayed_at: Date | null;
}

const log = createLogger('test', process.env['LETTRAGE_TEST_LOG'] ?? 'silent');

/** Two services, one that speaks and one that hears, on a database and under topic names of their own. */
export async function createWorld(kind: Kind, given?: Partial<TransportSettings>): Promise<World> {
  const passwords = Object.fromEntries(['speaker', 'hearer'].map((schema) => [schema, rolePassword(testSecret, schema)]));
  const database = await createTestDatabase(await prepareTemplate((url) => migrate(url, schemas, passwords), 'messaging'));
  const transport: TransportSettings = kind === 'postgres' ? { kind } : { kind, brokers: [], clientId: 'test', prefix: `test-${randomBytes(4).toString('hex')}.`, partitions: 3, replicationFactor: 1, ...given };
  if (transport.kind === 'kafka' && transport.brokers.length === 0) Object.assign(transport, await sharedTestKafka());
  const administrator = new pg.Client(database.url);
  await administrator.connect();
  const open = async (schema: string) => {
    const opened = new Database({ url: roleUrl(database.url, testSecret, schema), schema, poolSize: 4 }, log);
    await opened.connect();
    return opened;
  };
  const speaker = await open('speaker');
  const running = new Set<Running>();
  return {
    kind, transport, administrator, speaker,
    say: (organisationId, numbers) => speaker.inOrganisation(organisationId, (tx) => publish(tx, organisationId, statementCompleted, numbers.map(completed))),
    async start(schema, handlers = [], limits = {}) {
      const ended: string[] = [];
      const own = await open(schema);
      const messaging = new ServiceMessaging(schema, own, transport, handlers, new Metrics(schema), log, (reason) => ended.push(reason), { ...patience, ...limits });
      const one: Running = {
        messaging, database: own, ended,
        async stop() {
          if (!running.delete(one)) return;
          await messaging.stop();
          await own.close();
        },
      };
      running.add(one);
      await messaging.start();
      return one;
    },
    async effects(organisationId) {
      const { rows } = await administrator.query<{ number: string }>('select number from hearer.effect where organisation_id = $1 order by place', [organisationId]);
      return rows.map(({ number }) => Number(number));
    },
    parked: async () => (await administrator.query<ParkedRow>('select * from hearer.parked_message order by parked_at, parked_id')).rows,
    async stop() {
      for (const one of running) await one.stop();
      await speaker.close();
      await administrator.end();
      await database.drop();
    },
  };
}

export function completed(number: number): Completed {
  return { ...statementCompleted.sample, imported: number };
}

/** Stores each number that it hears; `before` may fail, or take its time. */
export class Recorder implements MessageHandler<Completed> {
  readonly contract: EventContract<Completed> = statementCompleted;
  calls = 0;

  constructor(private readonly before: (numbers: readonly number[], tx: Transaction) => unknown = () => undefined) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Completed>[]): Promise<void> {
    this.calls += 1;
    const numbers = messages.map(({ payload }) => payload.imported);
    await tx.query('insert into effect (organisation_id, number) select $1, number from unnest($2::bigint[]) with ordinality as heard (number, place) order by place', [organisationId, numbers]);
    await this.before(numbers, tx);
  }
}

export const sequence = (length: number, from = 1): number[] => Array.from({ length }, (_, index) => from + index);

/** Looks until it finds what it expects; fails with what it saw last. The time is no promise, only the end of what hangs. */
export async function until<T>(look: () => Promise<T> | T, good: (seen: T) => boolean, withinMs = 120_000): Promise<T> {
  for (const end = performance.now() + withinMs; ; await new Promise((resolve) => setTimeout(resolve, 25))) {
    const seen = await look();
    if (good(seen)) return seen;
    if (performance.now() > end) throw new Error(`not within ${withinMs} ms; last seen: ${JSON.stringify(seen)?.slice(0, 2000)}`);
  }
}

/** Runs `work` until it has once taken less than `mostMs`, three times at most; fails by the shortest time. One time alone also says what else the machine had to do. */
export async function within(mostMs: number, work: () => Promise<void>): Promise<void> {
  let least = Infinity;
  for (let left = 3; left > 0 && least >= mostMs; left -= 1) {
    const start = performance.now();
    await work();
    least = Math.min(least, performance.now() - start);
  }
  if (least >= mostMs) throw new Error(`took ${Math.round(least)} ms at least, where ${mostMs} are promised`);
}
