import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@lettrage/persistence';
import pg from 'pg';
import { hashOf, newSecret } from '../../access/secret.js';
import { signInUrl } from '../../access/sign-in-url.js';
import { codeOf, own, post, type SignedIn, signInOwner, startTestGateway, type TestGateway, useLink } from '../../../testing/gateway-under-test.js';

interface Token {
  tokenId: string;
  name: string;
  lastUsedAt: string | null;
  token: string;
}

let gateway: TestGateway;
let administrator: pg.Client;
let owner: SignedIn;
let stranger: SignedIn;

beforeAll(async () => {
  gateway = await startTestGateway();
  administrator = new pg.Client(gateway.administratorUrl);
  await administrator.connect();
  owner = await signInOwner(gateway);
  stranger = await ownerOfAnother();
});
afterAll(async () => {
  await administrator?.end();
  await gateway?.stop();
});

async function ownerOfAnother(): Promise<SignedIn> {
  const organisationId = newId();
  const secret = newSecret();
  await administrator.query(`insert into gateway.organisation values ($1, 1, 'Autre', 'EUR', 'FR', 'Europe/Paris', now())`, [organisationId]);
  await administrator.query(`insert into gateway.sign_in_link values ($1, $2, $3, 'owner', null, now(), now() + interval '1 hour', null)`, [organisationId, newId(), hashOf(secret)]);
  return useLink(gateway.url, signInUrl('https://books.example.com', secret), 'stranger@example.com');
}

const create = async (who: SignedIn, name: string, role = 'accountant') => (await (await post(`${gateway.url}/api/tokens`, { name, role }, { cookie: who.cookie })).json()) as Token;
const list = async (who: SignedIn) => ((await (await fetch(`${gateway.url}/api/tokens`, { headers: { cookie: who.cookie } })).json()) as { items: Token[] }).items;
const revoke = (who: SignedIn, tokenId: string) => fetch(`${gateway.url}/api/tokens/${tokenId}`, { method: 'DELETE', headers: { cookie: who.cookie, ...own } });
const show = (token: string) => fetch(`${gateway.url}/api/session`, { headers: { authorization: `Bearer ${token}` } });

describe('an API token', () => {
  it('stands for itself with its role, and is shown once', async () => {
    const made = await create(owner, 'Nightly import');
    expect(made).toEqual({ tokenId: expect.any(String), name: 'Nightly import', role: 'accountant', createdAt: expect.any(String), lastUsedAt: null, token: expect.stringMatching(/^let_[\w-]{43}$/) });
    expect(await (await show(made.token)).json()).toEqual({ userId: made.tokenId, email: '', name: 'Nightly import', role: 'accountant', organisation: owner.session.organisation, streamPosition: '0' });
    const [listed] = await list(owner);
    expect(listed).toEqual({ ...made, token: undefined, lastUsedAt: expect.any(String) });
    const { rows } = await administrator.query<{ text: string }>('select api_token::text as text from gateway.api_token');
    expect(rows.map(({ text }) => text.includes(made.token))).toEqual([false]);
  });

  it('needs no proof of where it comes from, may not do what its role may not, and makes a cookie beside it count for nothing', async () => {
    const { token } = await create(owner, 'Reader', 'viewer');
    const asToken = { authorization: `Bearer ${token}` };
    expect((await fetch(`${gateway.url}/api/session`, { method: 'DELETE', headers: asToken })).status).toBe(204);
    expect((await show(token)).status).toBe(200);
    const keeping = await fetch(`${gateway.url}/api/tokens`, { headers: { ...asToken, cookie: owner.cookie } });
    expect([keeping.status, await codeOf(keeping)]).toEqual([403, 'not_allowed']);
  });

  it('is refused from the moment that it is revoked', async () => {
    const { token, tokenId } = await create(owner, 'Old');
    expect((await show(token)).status).toBe(200);
    expect((await revoke(owner, tokenId)).status).toBe(204);
    expect((await show(token)).status).toBe(401);
    expect((await list(owner)).map((one) => one.tokenId)).not.toContain(tokenId);
    expect((await revoke(owner, tokenId)).status).toBe(404);
  });

  it('cannot be an owner', async () => {
    expect((await post(`${gateway.url}/api/tokens`, { name: 'x', role: 'owner' }, { cookie: owner.cookie })).status).toBe(400);
  });

  it('is one of at most a hundred', async () => {
    const { rows } = await administrator.query<{ missing: number }>(`select 100 - count(*)::int as missing from gateway.api_token where revoked_at is null and organisation_id = $1`, [stranger.session.organisation.organisationId]);
    for (let n = 0; n < rows[0]!.missing; n++) expect((await create(stranger, `n ${n}`)).token).toBeDefined();
    const full = await post(`${gateway.url}/api/tokens`, { name: 'one more', role: 'viewer' }, { cookie: stranger.cookie });
    expect([full.status, await codeOf(full)]).toEqual([409, 'limit_reached']);
  });
});

describe('organisations', () => {
  it('see neither one another’s members nor tokens, and cannot revoke them', async () => {
    const { tokenId, token } = await create(owner, 'Mine');
    expect((await list(stranger)).map((one) => one.tokenId)).not.toContain(tokenId);
    expect((await revoke(stranger, tokenId)).status).toBe(404);
    expect((await show(token)).status).toBe(200);
    const members = async (who: SignedIn) => ((await (await fetch(`${gateway.url}/api/members`, { headers: { cookie: who.cookie } })).json()) as { items: { email: string }[] }).items.map(({ email }) => email);
    expect([await members(owner), await members(stranger)]).toEqual([['owner@example.com'], ['stranger@example.com']]);
  });

  it('are kept apart by the database itself', async () => {
    const service = new pg.Client(gateway.settings.databaseUrl);
    await service.connect();
    const visible = async (table: string) => (await service.query(`select from gateway.${table}`)).rowCount;
    try {
      for (const table of ['organisation', 'membership', 'api_token', 'sign_in_link', 'live_event']) expect([table, await visible(table)]).toEqual([table, 0]);
      await service.query(`select set_config('lettrage.organisation_id', $1, false)`, [stranger.session.organisation.organisationId]);
      expect((await service.query('select email from gateway.user_identity')).rows).toEqual([{ email: 'stranger@example.com' }]);
      for (const sql of ['select password_hash from gateway.user_identity', 'select from gateway.session', 'select from gateway.sign_in_attempt', `update gateway.user_identity set name = 'x'`, 'delete from gateway.live_event']) {
        await expect(service.query(sql)).rejects.toThrow(/permission denied/);
      }
      await expect(service.query(`insert into gateway.membership select $1, $2, 'owner', now(), now()`, [owner.session.organisation.organisationId, stranger.session.userId])).rejects.toThrow(/row-level security/);
    } finally {
      await service.end();
    }
  });

  it('have row-level security forced on every table', async () => {
    const { rows } = await administrator.query<{ relname: string }>(
      `select relname from pg_class where relnamespace = 'gateway'::regnamespace and relkind = 'r' and relname <> 'migration' and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(rows).toEqual([]);
  });
});
