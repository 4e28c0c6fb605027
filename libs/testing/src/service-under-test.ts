import { type EventContract, type Topic } from '@lettrage/contracts';
import { type Caller, type CommonSettings, issueServiceToken, type RunningService, tokenKey } from '@lettrage/http';
import { laws } from '@lettrage/laws';
import { busSchema } from '@lettrage/messaging';
import { migrate, newId, rolePassword, roleUrl, type ServiceSchema } from '@lettrage/persistence';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createTestDatabase, prepareTemplate, type TestDatabase } from './postgres.js';
import { testSecret } from './secret.js';

type Start = (settings: CommonSettings, exit: (reason: string) => void) => Promise<RunningService>;

/** A message as another service would have said it. */
export interface Said {
  readonly eventId: string;
  readonly organisationId: string;
  readonly contract: EventContract<never>;
  readonly payload: unknown;
}

export function says<Payload>(organisationId: string, contract: EventContract<Payload>, payload: NoInfer<Payload>): Said {
  return { eventId: newId(), organisationId, contract: contract as unknown as EventContract<never>, payload };
}

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** One service, whole, on a database of its own, over the PostgreSQL transport: HTTP on one side, messages on the other. */
export class ServiceUnderTest {
  readonly replicas = new Set<RunningService>();

  private constructor(
    private readonly schema: ServiceSchema,
    private readonly begin: Start,
    private readonly database: TestDatabase,
    readonly settings: CommonSettings,
    /** The superuser, with the service's schema in its path: sees all rows; for looking and for breaking things. */
    readonly administrator: pg.Client,
  ) {}

  static async start(schema: ServiceSchema, begin: Start): Promise<ServiceUnderTest> {
    const template = await prepareTemplate((url) => migrate(url, [busSchema, schema], { [schema.name]: rolePassword(testSecret, schema.name) }), schema.name);
    const database = await createTestDatabase(template);
    const administrator = new pg.Client(database.url);
    await administrator.connect();
    await administrator.query(`set search_path = ${schema.name}`);
    const settings: CommonSettings = {
      databaseUrl: roleUrl(database.url, testSecret, schema.name), transport: { kind: 'postgres' }, http: { host: '127.0.0.1', port: 0 }, tokenSecret: testSecret,
      logLevel: process.env['LETTRAGE_TEST_LOG'] ?? 'silent',
    };
    const test = new ServiceUnderTest(schema, begin, database, settings, administrator);
    await test.replica();
    return test;
  }

  /** One more process of the service, as far as PostgreSQL can tell; the first one at the start. */
  async replica(): Promise<RunningService> {
    const service = await this.begin(this.settings, (reason) => {
      throw new Error(reason);
    });
    this.replicas.add(service);
    return service;
  }

  /** Users talk to this one from now on. */
  prefer(service: RunningService): void {
    const others = [...this.replicas].filter((one) => one !== service);
    this.replicas.clear();
    for (const one of [service, ...others]) this.replicas.add(one);
  }

  async stop(service: RunningService): Promise<void> {
    this.replicas.delete(service);
    await service.close();
  }

  /** Stops what runs and starts the service anew on the same data. */
  async restart(): Promise<void> {
    for (const service of this.replicas) await this.stop(service);
    await this.replica();
  }

  async close(): Promise<void> {
    for (const service of this.replicas) await this.stop(service);
    await this.administrator.end();
    await this.database.drop();
  }

  /** Someone who calls the service with the gateway's word for it. */
  user(organisationId: string, role: Caller['role'] = 'owner'): TestUser {
    return new TestUser(this, { userId: randomUUID(), organisationId, role });
  }

  /** Puts messages on the log, as they are, and waits until the service has handled them. */
  async hear(...messages: readonly Said[]): Promise<void> {
    const last = await this.put(...messages);
    await until(async () => (await this.position()) >= last);
    const { rows } = await this.administrator.query<{ reason: string }>('select reason from parked_message');
    if (rows.length > 0) throw new Error(`parked: ${rows[0]!.reason}`);
  }

  /** Puts messages on the log without waiting, in one transaction; returns the position of the last. */
  async put(...messages: readonly Said[]): Promise<bigint> {
    const column = (of: (said: Said) => string) => messages.map(of);
    const { rows } = await this.administrator.query<{ pos: string }>(
      `insert into bus.log (event_id, organisation_id, topic, name, key, payload, published_at)
       select event_id, organisation_id, topic, name, key, payload, now()
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) with ordinality as said (event_id, organisation_id, topic, name, key, payload, place) order by place
       returning pos`,
      [
        column(({ eventId }) => eventId), column(({ organisationId }) => organisationId), column(({ contract }) => contract.topic.name), column(({ contract }) => contract.name),
        column(({ contract, organisationId, payload }) => contract.key(payload as never) ?? organisationId), column(({ payload }) => JSON.stringify(payload)),
      ],
    );
    await this.administrator.query('notify lettrage_bus');
    return BigInt(rows.at(-1)!.pos);
  }

  /** Waits until the service has handled what it has said to itself on this topic, and what followed from that. */
  async quiet({ name }: Topic): Promise<void> {
    const onItsWay = `select exists (select from outbox where topic = $1) or exists (select from bus.log where topic = $1 and pos > coalesce((select pos from bus.consumer_position where consumer = $2), 0)) as busy`;
    await until(async () => !(await this.administrator.query<{ busy: boolean }>(onItsWay, [name, [...this.replicas][0]!.name])).rows[0]!.busy);
  }

  /** What the service has said under a contract's name, oldest first, each checked against the contract. */
  async said<Payload>(organisationId: string, contract: EventContract<Payload>): Promise<Payload[]> {
    const { rows } = await this.administrator.query<{ payload: string }>(
      `select payload from (select 0 as place, pos as seq, organisation_id, name, payload from bus.log union all select 1, seq, organisation_id, name, payload from outbox) as said
       where organisation_id = $1 and name = $2 order by place, seq`,
      [organisationId, contract.name],
    );
    return rows.map(({ payload }) => contract.schema.parse(JSON.parse(payload)));
  }

  /** What breaks the laws that concern this service's tables alone; the others need the other services. */
  async lawsBroken(): Promise<string[]> {
    const others = ['gateway', 'invoicing', 'bank_import', 'matching', 'cash'].filter((name) => name !== this.schema.name);
    const own = laws.filter(({ violations }) => violations.includes(`${this.schema.name}.`) && !others.some((name) => violations.includes(`${name}.`)));
    if (own.length === 0) throw new Error(`no law concerns ${this.schema.name} alone`);
    const broken: string[] = [];
    for (const law of own) for (const row of (await this.administrator.query<{ thing: string; found: string }>(law.violations)).rows) broken.push(`law ${law.number}, ${law.says}: ${row.thing} ${row.found}`);
    return broken;
  }

  private async position(): Promise<bigint> {
    const { rows } = await this.administrator.query<{ pos: string }>('select pos from bus.consumer_position where consumer = $1', [[...this.replicas][0]!.name]);
    return BigInt(rows[0]?.pos ?? 0);
  }
}

export class TestUser {
  constructor(
    private readonly test: ServiceUnderTest,
    readonly caller: Caller,
  ) {}

  get<Body>(path: string): Promise<Answer<Body>> {
    return this.request(path, 'GET');
  }

  post<Body>(path: string, body: unknown = {}): Promise<Answer<Body>> {
    return this.request(path, 'POST', JSON.stringify(body), 'application/json');
  }

  put<Body>(path: string, body: unknown): Promise<Answer<Body>> {
    return this.request(path, 'PUT', JSON.stringify(body), 'application/json');
  }

  delete<Body>(path: string): Promise<Answer<Body>> {
    return this.request(path, 'DELETE');
  }

  /** A file as the body. */
  send<Body>(path: string, content: string, type = 'text/csv'): Promise<Answer<Body>> {
    return this.request(path, 'POST', content, type);
  }

  /** All pages of a list, in order. */
  async all<Item>(path: string, limit: number): Promise<Item[]> {
    const items: Item[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { status, body }: Answer<{ items: Item[]; nextCursor: string | null }> = await this.get(`${path}${path.includes('?') ? '&' : '?'}limit=${limit}${cursor && `&cursor=${cursor}`}`);
      if (status !== 200 || body.items.length > limit) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
      items.push(...body.items);
      cursor = body.nextCursor;
    }
    return items;
  }

  private async request<Body>(path: string, method: string, body?: string, type?: string): Promise<Answer<Body>> {
    const token = await issueServiceToken(this.caller, tokenKey(this.test.settings.tokenSecret), new Date());
    const [service] = this.test.replicas;
    const response = await fetch(`${service!.url}${path}`, { method, headers: { authorization: `Bearer ${token}`, ...(type && { 'content-type': type }) }, ...(body !== undefined && { body }) });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as Body };
  }
}

async function until(so: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 60_000; performance.now() < end; await new Promise((resolve) => setTimeout(resolve, 10))) if (await so()) return;
  throw new Error('the service has not handled the messages within 60 s');
}
