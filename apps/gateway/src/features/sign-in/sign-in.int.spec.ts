import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { codeOf, cookieOf, own, ownerPassword, post, type SignedIn, signInOwner, startTestGateway, type TestGateway } from '../../../testing/gateway-under-test.js';

let gateway: TestGateway;
let owner: SignedIn;
let administrator: pg.Client;

beforeAll(async () => {
  gateway = await startTestGateway();
  owner = await signInOwner(gateway);
  administrator = new pg.Client(gateway.administratorUrl);
  await administrator.connect();
});
afterAll(async () => {
  await administrator?.end();
  await gateway?.stop();
});

const signIn = (email: string, password: string, headers = {}) => post(`${gateway.url}/api/session`, { email, password }, headers);
const show = (headers: Record<string, string>) => fetch(`${gateway.url}/api/session`, { headers });

describe('signing in with a password', () => {
  it('answers who is signed in and sets a cookie that scripts, other sites and plain http do not get', async () => {
    const response = await signIn('Owner@Example.com', ownerPassword);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ...owner.session, email: 'owner@example.com', role: 'owner' });
    const [value, ...attributes] = response.headers.getSetCookie()[0]!.split('; ');
    expect(value).toMatch(/^lettrage_session=[\w-]{43}$/);
    expect(attributes.filter((attribute) => !attribute.startsWith('Expires='))).toEqual(['Max-Age=604800', 'Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict']);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await (await show({ cookie: cookieOf(response) })).json()).toEqual({ ...owner.session, streamPosition: '0' });
  });

  it('stores no secret, only its hash', async () => {
    const secret = owner.cookie.split('=')[1]!;
    const { rows } = await administrator.query<{ text: string }>(`select session::text as text from gateway.session union all select user_identity::text from gateway.user_identity`);
    expect(rows.length).toBeGreaterThan(1);
    for (const { text } of rows) for (const known of [secret, Buffer.from(secret).toString('hex'), ownerPassword]) expect(text).not.toContain(known);
    expect(rows.some(({ text }) => text.includes('$argon2id$v=19$m=19456,t=2,p=1$'))).toBe(true);
  });

  it('tells a wrong password and an unknown address apart by nothing', async () => {
    const wrong = await signIn('owner@example.com', 'not the password');
    const unknown = await signIn('nobody@example.com', 'not the password');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect([wrong.headers.getSetCookie(), unknown.headers.getSetCookie()]).toEqual([[], []]);
    expect(await wrong.json()).toEqual(await unknown.json());
    expect((await signIn('owner@example.com', ownerPassword)).status).toBe(200);
  });

  it('slows down after failures, for the right password too, and also when they come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn('guessed@example.com', 'a guess')));
    expect(answers.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, ...Array<number>(7).fill(429)]);
    for (const refused of answers.filter(({ status }) => status === 429)) {
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await codeOf(refused)).toBe('too_many_attempts');
    }
    // Whoever comes for that address is refused as long as the wait lasts.
    await administrator.query(`update gateway.sign_in_attempt set blocked_until = now() + interval '1 minute' where blocked_until is not null`);
    expect((await signIn('guessed@example.com', 'a guess')).status).toBe(429);
    expect((await signIn('owner@example.com', ownerPassword)).status).toBe(200);
  });

  it('is refused when a page of another site asks, so that nobody is signed in as somebody else', async () => {
    for (const foreign of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const response = await signIn('owner@example.com', ownerPassword, foreign);
      expect([response.status, await codeOf(response), response.headers.getSetCookie()]).toEqual([403, 'cross_site', []]);
    }
  });

  it('refuses a body of another form with where and what', async () => {
    const response = await post(`${gateway.url}/api/session`, { email: 'nobody' });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const problem = (await response.json()) as { code: string; errors: { where: string }[] };
    expect([problem.code, problem.errors.map(({ where }) => where)]).toEqual(['invalid_body', ['email', 'password']]);
  });
});

describe('a session', () => {
  const fresh = async () => cookieOf(await signIn('owner@example.com', ownerPassword));
  const age = (interval: string, column: string) => administrator.query(`update gateway.session set ${column} = ${column} - interval '${interval}'`);

  it('ends with a sign-out, for its cookie wherever it is kept', async () => {
    const cookie = await fresh();
    const out = await fetch(`${gateway.url}/api/session`, { method: 'DELETE', headers: { cookie, ...own } });
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()[0]).toMatch(/^lettrage_session=; .*Expires=Thu, 01 Jan 1970/);
    const after = await show({ cookie });
    expect([after.status, await codeOf(after)]).toEqual([401, 'not_signed_in']);
  });

  it('cannot be used to change something by a page of another site, nor by one that does not say where it comes from', async () => {
    const cookie = await fresh();
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'same-site' }, {}]) {
      const response = await fetch(`${gateway.url}/api/session`, { method: 'DELETE', headers: { cookie, ...headers } });
      expect([response.status, await codeOf(response)]).toEqual([403, 'cross_site']);
    }
    expect((await show({ cookie })).status).toBe(200);
  });

  it('ends when nothing was heard of it for twelve hours, and lives on when something was', async () => {
    const cookie = await fresh();
    await age('11 hours 59 minutes', 'last_seen_at');
    expect((await show({ cookie })).status).toBe(200);
    await age('11 hours 59 minutes', 'last_seen_at');
    expect((await show({ cookie })).status).toBe(200);
    await age('12 hours', 'last_seen_at');
    expect((await show({ cookie })).status).toBe(401);
  });

  it('ends seven days after it began', async () => {
    const cookie = await fresh();
    await age('7 days', 'created_at');
    expect((await show({ cookie })).status).toBe(401);
  });

  it('is one of at most twenty, of which a further one ends the oldest', async () => {
    const oldest = await fresh();
    for (let n = 0; n < 19; n++) await fresh();
    expect((await show({ cookie: oldest })).status).toBe(200);
    await fresh();
    expect((await show({ cookie: oldest })).status).toBe(401);
  });

  it('is not opened by a made-up cookie or header', async () => {
    const tries: Record<string, string>[] = [{}, { cookie: 'lettrage_session=' }, { cookie: `lettrage_session=${'a'.repeat(43)}` }, { authorization: `Bearer let_${'a'.repeat(43)}` }, { authorization: `Bearer ${owner.cookie.split('=')[1]}` }, { authorization: 'Basic eA==' }];
    for (const headers of tries) expect((await show(headers)).status).toBe(401);
  });
});
