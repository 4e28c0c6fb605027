import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from '@jest/globals';
import { type Caller } from './caller.js';
import { issueServiceToken, readServiceToken, tokenKey } from './service-token.js';

const key = tokenKey('a secret of at least thirty-two characters');
const caller: Caller = { userId: '0190a5f0-0000-7000-8000-000000000002', organisationId: '0190a5f0-0000-7000-8000-000000000001', role: 'accountant' };
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const claims = { org: caller.organisationId, role: caller.role };
const signed = (change: (token: SignJWT) => SignJWT, body: Record<string, unknown> = claims, header = { alg: 'HS256' }) =>
  change(new SignJWT(body).setProtectedHeader(header).setSubject(caller.userId).setIssuer('lettrage-gateway').setIssuedAt().setExpirationTime('2m')).sign(key);

describe('a service token', () => {
  it('says who calls, for whom, and in which role', async () => {
    expect(await readServiceToken(await issueServiceToken(caller, key, new Date()), key)).toEqual(caller);
  });

  it('is good for two minutes and a little for clocks that differ', async () => {
    expect(await readServiceToken(await issueServiceToken(caller, key, minutesAgo(2)), key)).toEqual(caller);
    expect(await readServiceToken(await issueServiceToken(caller, key, minutesAgo(3)), key)).toBeNull();
  });

  it.each<[string, () => string | Promise<string>]>([
    ['signed with another secret', () => issueServiceToken(caller, tokenKey('another secret of at least thirty-two characters'), new Date())],
    ['that is empty', () => ''],
    ['that is no token', () => 'a.b.c'],
    ['whose role was changed on the way', async () => {
      const [header, , signature] = (await issueServiceToken({ ...caller, role: 'viewer' }, key, new Date())).split('.');
      const body = Buffer.from(JSON.stringify({ ...claims, sub: caller.userId, iss: 'lettrage-gateway', exp: Math.floor(Date.now() / 1000) + 100 })).toString('base64url');
      return `${header}.${body}.${signature}`;
    }],
    ['without a signature', () => new UnsecuredJWT(claims).setSubject(caller.userId).setIssuer('lettrage-gateway').setExpirationTime('2m').encode()],
    ['of another issuer', () => signed((token) => token.setIssuer('someone'))],
    ['of another algorithm', () => signed((token) => token, claims, { alg: 'HS512' })],
    ['with a role that does not exist', () => signed((token) => token, { ...claims, role: 'god' })],
    ['without an organisation', () => signed((token) => token, { role: 'owner' })],
    ['with an organisation that is no id', () => signed((token) => token, { ...claims, org: '*' })],
  ])('%s is nobody’s', async (_, token) => {
    expect(await readServiceToken(await token(), key)).toBeNull();
  });
});
