import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { codeOf, ownerPassword, post, signInOwner, startTestGateway, type TestGateway, tokenOf, useLink } from '../../../testing/gateway-under-test.js';

let gateway: TestGateway;
let administrator: pg.Client;

beforeEach(async () => {
  gateway = await startTestGateway();
  administrator = new pg.Client(gateway.administratorUrl);
  await administrator.connect();
});
afterEach(async () => {
  await administrator?.end();
  await gateway?.stop();
});

const use = (link: string, email: string, more: object = {}) => post(`${gateway.url}/api/session/one-time`, { token: tokenOf(link), email, name: 'Ana', password: ownerPassword, ...more });
const said = async () => (await administrator.query<{ payload: string }>(`select payload from gateway.outbox union all select payload from bus.log`)).rows.map(({ payload }) => JSON.parse(payload));

describe('the first start', () => {
  it('makes one organisation and one link, however many gateways start at once', async () => {
    const replica = await gateway.replica();
    const links = await Promise.all([gateway.running, replica, gateway.running, replica].map((one) => one.ensureFirstOrganisation()));
    expect(links[0]!.url).toMatch(/^https:\/\/books\.example\.com\/sign-in\?token=[\w-]{43}$/);
    expect(new Set(links.map((link) => link!.url)).size).toBe(1);
    const { rows } = await administrator.query('select name, currency, country, time_zone, version from gateway.organisation');
    expect(rows).toEqual([{ name: 'Lettrage', currency: 'EUR', country: 'FR', time_zone: 'Europe/Paris', version: 1 }]);
    expect(await said()).toEqual([expect.objectContaining({ name: 'Lettrage', version: 1 })]);
  });

  it('replaces a link that has expired or that another secret made; the old one is dead', async () => {
    const old = (await gateway.running.ensureFirstOrganisation())!.url;
    const other = (await (await gateway.replica({ tokenSecret: 'another secret, also long enough' })).ensureFirstOrganisation())!.url;
    expect(other).not.toBe(old);
    expect([(await use(old, 'a@example.com')).status, await codeOf(await use(old, 'a@example.com'))]).toEqual([410, 'link_used']);
    await administrator.query(`update gateway.sign_in_link set expires_at = now()`);
    expect((await use(other, 'a@example.com')).status).toBe(410);
    const third = (await gateway.running.ensureFirstOrganisation())!.url;
    expect((await use(third, 'a@example.com')).status).toBe(200);
  });

  it('is over when somebody has signed in', async () => {
    await signInOwner(gateway);
    expect(await gateway.running.ensureFirstOrganisation()).toBeNull();
  });
});

describe('a one-time link', () => {
  it('makes the owner, names the organisation, signs in, and works once', async () => {
    const { url } = (await gateway.running.ensureFirstOrganisation())!;
    const { session } = await useLink(gateway.url, url, 'Ana@Example.com', { name: 'Ana Martin', organisationName: 'Atelier Martin SARL' });
    expect(session).toEqual({
      userId: expect.any(String), email: 'ana@example.com', name: 'Ana Martin', role: 'owner',
      organisation: { organisationId: expect.any(String), name: 'Atelier Martin SARL', currency: 'EUR', timeZone: 'Europe/Paris', country: 'FR' },
    });
    const versions = (await said()) as { version: number; name: string }[];
    expect(versions.sort((a, b) => a.version - b.version).map(({ version, name }) => [version, name])).toEqual([[1, 'Lettrage'], [2, 'Atelier Martin SARL']]);
    expect((await use(url, 'late@example.com')).status).toBe(410);
  });

  it('is won by one of twenty at the same moment', async () => {
    const { url } = (await gateway.running.ensureFirstOrganisation())!;
    const statuses = (await Promise.all(Array.from({ length: 20 }, (_, n) => use(url, `racer${n}@example.com`)))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 410)).toHaveLength(19);
    expect((await administrator.query('select from gateway.user_identity')).rowCount).toBe(1);
  });

  it('refuses a short password and stays good', async () => {
    const { url } = (await gateway.running.ensureFirstOrganisation())!;
    const short = await use(url, 'ana@example.com', { password: 'eleven char' });
    expect([short.status, await codeOf(short)]).toEqual([400, 'invalid_body']);
    expect((await use(url, 'ana@example.com', { password: 'twelve chars' })).status).toBe(200);
  });
});

describe('an invitation', () => {
  const invite = async (cookie: string, role: string) => ((await (await post(`${gateway.url}/api/members/invitations`, { role }, { cookie })).json()) as { url: string; expiresAt: string });

  it('makes a member with its role, who sees neither members nor tokens', async () => {
    const owner = await signInOwner(gateway);
    const invitation = await invite(owner.cookie, 'reviewer');
    expect(new Date(invitation.expiresAt).getTime() - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
    const reviewer = await useLink(gateway.url, invitation.url, 'rita@example.com');
    expect([reviewer.session.role, reviewer.session.organisation]).toEqual(['reviewer', owner.session.organisation]);
    for (const path of ['members', 'tokens']) {
      const response = await fetch(`${gateway.url}/api/${path}`, { headers: { cookie: reviewer.cookie } });
      expect([response.status, await codeOf(response)]).toEqual([403, 'not_allowed']);
    }
    expect((await post(`${gateway.url}/api/members/invitations`, { role: 'viewer' }, { cookie: reviewer.cookie })).status).toBe(403);
    const members = await fetch(`${gateway.url}/api/members`, { headers: { cookie: owner.cookie } });
    expect(await members.json()).toEqual({
      items: [
        { userId: owner.session.userId, email: 'owner@example.com', name: 'Name of owner@example.com', role: 'owner' },
        { userId: reviewer.session.userId, email: 'rita@example.com', name: 'Name of rita@example.com', role: 'reviewer' },
      ],
    });
  });

  it('takes a person who is known only with their own password', async () => {
    const owner = await signInOwner(gateway);
    const { url } = await invite(owner.cookie, 'viewer');
    const wrong = await use(url, 'owner@example.com', { password: 'not the password' });
    expect([wrong.status, await codeOf(wrong)]).toEqual([409, 'email_taken']);
    const again = await useLink(gateway.url, url, 'owner@example.com');
    expect([again.session.userId, again.session.role]).toEqual([owner.session.userId, 'owner']);
  });

  it('neither makes an owner nor names the organisation', async () => {
    const owner = await signInOwner(gateway);
    expect((await post(`${gateway.url}/api/members/invitations`, { role: 'owner' }, { cookie: owner.cookie })).status).toBe(400);
    const { url } = await invite(owner.cookie, 'accountant');
    const naming = await use(url, 'max@example.com', { organisationName: 'Mine' });
    expect([naming.status, await codeOf(naming)]).toEqual([400, 'invalid_body']);
  });
});
