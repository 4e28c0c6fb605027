import { randomUUID } from 'node:crypto';
import { problem } from '@lettrage/contracts';
import { busSchema, messagingMigrations } from '@lettrage/messaging';
import { createLogger, Metrics } from '@lettrage/observability';
import { Database, migrate, rolePassword, roleUrl, type ServiceSchema } from '@lettrage/persistence';
import { createTestDatabase, letEverybodyIn, letNobodyIn, prepareTemplate, type TestDatabase, testSecret } from '@lettrage/testing';
import { Body, Controller, Get, HttpException, Module, Post, Query, Res } from '@nestjs/common';
import { type Response as ExpressResponse } from 'express';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { z } from 'zod';
import { AtLeast, type Caller, FromCaller, issueServiceToken, Refused, type RunningService, ServiceTokenGuard, startService, tokenKey } from './index.js';

const shopSchema: ServiceSchema = { name: 'shop', migrations: messagingMigrations };
const body = z.object({ name: z.string().min(2), count: z.int() });
let database: Database;

@Controller()
class ShopController {
  @Get('who')
  who(@FromCaller() caller: Caller): Caller {
    return caller;
  }
  @Get('search')
  search(@Query({ schema: z.object({ limit: z.coerce.number().int().max(10).default(5) }) }) query: { limit: number }): unknown {
    return query;
  }
  @Post('orders')
  @AtLeast('reviewer')
  order(@Body({ schema: body }) order: z.infer<typeof body>): unknown {
    return order;
  }
  @Get('refused')
  refused(): never {
    throw new Refused('number_taken', 'FA1 exists already', { remedy: 'Choose another number', errors: [{ where: 'number', message: 'is taken' }] });
  }
  @Get('later')
  later(): never {
    throw new Refused('too_many_attempts', 'Too many attempts', { headers: { 'Retry-After': '30' } });
  }
  @Get('teapot')
  teapot(): never {
    throw new HttpException('short and stout', 418);
  }
  @Get('bug')
  bug(): never {
    throw new TypeError('cannot read properties of Dupont');
  }
  @Get('unhurried')
  async unhurried(): Promise<unknown> {
    return database.inSystem((tx) => tx.query(`select pg_advisory_xact_lock(hashtext('in no hurry'))`));
  }
  @Get('endless')
  endless(@Res() response: ExpressResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(': here\n\n');
  }
  @Get('slow')
  async slow(): Promise<unknown> {
    return database.inSystem((tx) => tx.query('select pg_sleep(20)'));
  }
}

@Module({ controllers: [ShopController] })
class ShopModule {}

let test: TestDatabase;
let administrator: pg.Client;
let service: RunningService;
const logged: { level: string; facts: object; sentence: string }[] = [];
beforeAll(async () => {
  test = await createTestDatabase(await prepareTemplate((url) => migrate(url, [busSchema, shopSchema], { shop: rolePassword(testSecret, 'shop') }), 'shop'));
  administrator = new pg.Client(test.url);
  await administrator.connect();
  database = new Database({ url: roleUrl(test.url, testSecret, 'shop'), schema: 'shop', poolSize: 3 }, createLogger('test', 'silent'));
  const note = (level: string) => (facts: object, sentence: string) => void logged.push({ level, facts, sentence });
  service = await startService({
    settings: { name: 'shop', http: { host: '127.0.0.1', port: 0 }, transport: { kind: 'postgres' } },
    database,
    schema: shopSchema,
    log: { debug: () => undefined, info: note('info'), warn: note('warn'), error: note('error') },
    metrics: new Metrics('shop'),
    guard: () => new ServiceTokenGuard(testSecret),
    module: ShopModule,
    handlers: [],
    exit: () => undefined,
  });
});
afterAll(async () => {
  await service?.close();
  await administrator?.end();
  await test?.drop();
});

const caller: Caller = { userId: randomUUID(), organisationId: randomUUID(), role: 'reviewer' };
const token = (change: Partial<Caller> = {}, at = new Date()) => issueServiceToken({ ...caller, ...change }, tokenKey(testSecret), at);
const call = async (path: string, init: RequestInit & { as?: string | null } = {}) => {
  const { as = await token(), ...rest } = init;
  return fetch(`${service.url}/${path}`, { ...rest, headers: { ...(as === null ? {} : { authorization: `Bearer ${as}` }), ...(rest.headers as Record<string, string>) } });
};
const post = (content: NonNullable<RequestInit['body']>, headers: Record<string, string> = { 'content-type': 'application/json' }) => call('orders', { method: 'POST', body: content, headers });
const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const seen = problem.parse(await response.json());
  expect(seen.status).toBe(response.status);
  expect(seen.type).toBe(`/docs/errors/api.md#${seen.code}`);
  return seen;
};

/** Until a statement that looks like this is in hand at the database. */
const untilRunning = async (statement: string) => {
  const running = () => administrator.query(`select from pg_stat_activity where datname = current_database() and state = 'active' and pid <> pg_backend_pid() and query like $1`, [statement]);
  for (const end = Date.now() + 60_000; (await running()).rowCount === 0; await new Promise((resolve) => setTimeout(resolve, 10))) if (Date.now() > end) throw new Error(`${statement} has never run`);
};

describe('a request without the gateway’s word', () => {
  it.each<[string, () => Promise<string | null> | string | null]>([
    ['no token', () => null],
    ['a token that has expired', () => token({}, new Date(Date.now() - 600_000))],
    ['a token of another secret', () => issueServiceToken(caller, tokenKey('another secret of at least thirty-two characters'), new Date())],
    ['rubbish', () => 'x'],
  ])('is refused: %s', async (_, as) => {
    const seen = await problemOf(await call('who', { as: await as() }));
    expect(seen).toMatchObject({ status: 401, code: 'not_signed_in', instance: '/who' });
  });

  it('is refused with another scheme too', async () => {
    expect((await fetch(`${service.url}/who`, { headers: { authorization: `Basic ${await token()}` } })).status).toBe(401);
  });

  it('sees health and figures only', async () => {
    const open = async (path: string) => (await call(path, { as: null })).status;
    expect([await open('livez'), await open('readyz'), await open('metrics'), await open('openapi.json')]).toEqual([200, 200, 200, 401]);
  });
});

describe('a request with it', () => {
  it('is whose it says', async () => {
    expect(await (await call('who')).json()).toEqual(caller);
  });

  it('needs the role that the route names, and gets no further without it', async () => {
    const send = async (role: Caller['role']) => call('orders', { method: 'POST', body: '{"name":"ab","count":1}', headers: { 'content-type': 'application/json' }, as: await token({ role }) });
    expect((await send('reviewer')).status).toBe(201);
    expect((await send('owner')).status).toBe(201);
    expect(await problemOf(await send('viewer'))).toMatchObject({ status: 403, code: 'not_allowed', remedy: 'Ask someone with the role "reviewer" or higher' });
  });

  it('gets its query converted and filled in', async () => {
    expect(await (await call('search?limit=7')).json()).toEqual({ limit: 7 });
    expect(await (await call('search')).json()).toEqual({ limit: 5 });
    expect(await problemOf(await call('search?limit=11'))).toMatchObject({ status: 400, code: 'invalid_query', errors: [{ where: 'limit', message: 'must be at most 10', sentence: { id: 'field_high', values: { most: '10' } } }] });
  });
});

describe('a problem', () => {
  it('names the path as the caller wrote it, also where the gateway has taken its prefix off', async () => {
    expect(await problemOf(await call('refused', { headers: { 'x-forwarded-prefix': '/api' } }))).toMatchObject({ instance: '/api/refused' });
  });

  it('of a refusal has its code, remedy, places and headers', async () => {
    expect(await problemOf(await call('refused'))).toEqual({
      type: '/docs/errors/api.md#number_taken', title: 'This number is taken', status: 409, code: 'number_taken', detail: 'FA1 exists already', instance: '/refused', remedy: 'Choose another number', errors: [{ where: 'number', message: 'is taken' }],
    });
    const later = await call('later');
    expect([later.status, later.headers.get('retry-after')]).toEqual([429, '30']);
  });

  it('of a body that its contract refuses names every place', async () => {
    const seen = await problemOf(await post('{"name":"a","count":1.5}'));
    expect(seen).toMatchObject({ status: 400, code: 'invalid_body' });
    expect(seen.errors?.map(({ where }) => where)).toEqual(['name', 'count']);
  });

  it.each<[string, () => Promise<Response>, number, string]>([
    ['an unknown path', () => call('nowhere'), 404, 'not_found'],
    ['JSON that is none', () => post('{"name":'), 400, 'invalid_body'],
    ['a body that is too large', () => post(JSON.stringify({ name: 'a'.repeat(2_100_000), count: 1 })), 413, 'file_too_large'],
    ['an encoding that nobody knows', () => post('{}', { 'content-type': 'application/json', 'content-encoding': 'rot13' }), 415, 'http_415'],
    ['a charset that nobody knows', () => post('{}', { 'content-type': 'application/json; charset=klingon' }), 415, 'http_415'],
    ['bytes that are not what the encoding says', () => post(gzipSync('{}').subarray(0, 12), { 'content-type': 'application/json', 'content-encoding': 'gzip' }), 400, 'invalid_body'],
    ['no body', () => call('orders', { method: 'POST' }), 400, 'invalid_body'],
    ['a path that cannot be decoded', () => call('%ff'), 404, 'not_found'],
    ['any HTTP error of the framework', () => call('teapot'), 418, 'http_418'],
  ])('of %s is the caller’s, with a code', async (_, send, status, code) => {
    expect(await problemOf(await send())).toMatchObject({ status, code });
  });

  it('that nobody foresaw shows an id and nothing of its insides; the log has them under the id', async () => {
    logged.length = 0;
    const seen = await problemOf(await call('bug'));
    expect(seen).toMatchObject({ status: 500, code: 'internal' });
    expect(JSON.stringify(seen)).not.toContain('Dupont');
    const id = /logged as ([0-9a-f-]{36})/.exec(seen.detail)![1];
    expect(logged).toEqual([{ level: 'error', facts: { id, path: '/bug', error: expect.stringContaining('cannot read properties of Dupont') }, sentence: 'a request failed' }]);
  });

  it('of a database that goes away under the request is 503 and says when to try again', async () => {
    const request = call('slow');
    await untilRunning('select pg_sleep(20)');
    await administrator.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'select pg_sleep%'`);
    const response = await request;
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await problemOf(response)).toMatchObject({ status: 503, code: 'service_unavailable', remedy: 'Try again in a few seconds' });
  });
});

describe('readiness', () => {
  it('follows the database; liveness does not', async () => {
    await letNobodyIn(administrator);
    await administrator.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'lettrage_shop'`);
    try {
      const unready = await call('readyz', { as: null });
      expect([unready.status, await unready.json()]).toEqual([503, { status: 'unready', parts: { database: false, messages: true } }]);
      expect((await call('livez', { as: null })).status).toBe(200);
    } finally {
      await letEverybodyIn(administrator);
    }
    // The pool may first have to learn that its other connections are gone.
    for (const end = Date.now() + 60_000; (await call('readyz', { as: null })).status !== 200; ) if (Date.now() > end) throw new Error('it is not ready again');
  });
});

describe('the description', () => {
  it('has the contracts of bodies and queries', async () => {
    const document = (await (await call('openapi.json')).json()) as { paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: object }> } }>> };
    expect(document.paths['/orders']?.['post']?.requestBody?.content['application/json']?.schema).toMatchObject({ type: 'object', required: ['name', 'count'] });
    expect(Object.keys(document.paths)).not.toContain('/livez');
  });
});

describe('a service that stops', () => {
  it('answers what has come, waits for no stream, and takes nothing new', async () => {
    const other = await startService({
      settings: { name: 'shop', http: { host: '127.0.0.1', port: 0 }, transport: { kind: 'postgres' } },
      database: new Database({ url: roleUrl(test.url, testSecret, 'shop'), schema: 'shop', poolSize: 3 }, createLogger('test', 'silent')), schema: shopSchema,
      log: createLogger('test', 'silent'), metrics: new Metrics('shop'), guard: () => new ServiceTokenGuard(testSecret), module: ShopModule, handlers: [], exit: () => undefined,
    });
    const headers = { authorization: `Bearer ${await token()}` };
    await administrator.query(`select pg_advisory_lock(hashtext('in no hurry'))`);
    const stream = await fetch(`${other.url}/endless`, { headers: { ...headers, accept: 'text/event-stream' } });
    const answer = fetch(`${other.url}/unhurried`, { headers });
    await untilRunning('select pg_advisory_xact_lock(hash%');
    const began = Date.now();
    const closed = other.close();
    await expect(fetch(`${other.url}/livez`, { headers: { connection: 'close' } })).rejects.toThrow();
    await administrator.query(`select pg_advisory_unlock(hashtext('in no hurry'))`);
    expect((await answer).status).toBe(200);
    await closed;
    expect(Date.now() - began).toBeLessThan(5000);
    await expect(stream.text()).rejects.toThrow();
  });
});
