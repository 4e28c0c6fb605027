import { type identityHttp } from '@lettrage/contracts';
import { Database, type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { isAlive, isSightingDue } from '../domain/session-lifetime.js';
import { ApiToken, SessionRow } from '../persistence/entities.js';
import { type Credential, type Identity } from './identity.js';
import { hashOf, isApiTokenSecret } from './secret.js';
import { secretInCookie } from './session-cookie.js';

interface IdentityRow {
  createdAt: Date;
  lastSeenAt: Date | null;
  userId: string;
  email: string;
  name: string;
  role: identityHttp.Role;
  organisationId: string;
  organisationName: string;
  currency: string;
  timeZone: string;
  country: string;
}

const organisationColumns = `o.organisation_id as "organisationId", o.name as "organisationName", o.currency, o.time_zone as "timeZone", o.country`;

const bySession = `select s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", u.user_id as "userId", u.email, u.name, m.role, ${organisationColumns}
  from session s join membership m using (organisation_id, user_id) join user_identity u using (user_id) join organisation o using (organisation_id)
  where s.token_hash = $1`;

const byToken = `select t.created_at as "createdAt", t.last_used_at as "lastSeenAt", t.token_id as "userId", '' as email, t.name, t.role, ${organisationColumns}
  from api_token t join organisation o using (organisation_id) where t.token_hash = $1 and t.revoked_at is null`;

/** Finds out who is behind a request. The database is asked every time, so that what is revoked is shut out at once. */
@Injectable()
export class Authentication {
  constructor(private readonly database: Database) {}

  /** What the request shows, unproven: an API token goes before a cookie, which then counts for nothing. */
  credentialOf(headers: { authorization?: string | undefined; cookie?: string | undefined }): Credential | null {
    if (headers.authorization !== undefined) {
      const [scheme = '', secret = ''] = headers.authorization.split(' ');
      return scheme.toLowerCase() === 'bearer' && isApiTokenSecret(secret) ? { kind: 'token', hash: hashOf(secret) } : null;
    }
    const secret = secretInCookie(headers.cookie);
    return secret ? { kind: 'session', hash: hashOf(secret) } : null;
  }

  /** Who the credential stands for, or null when it stands for nobody any more. Writes down that it was seen. */
  identify(credential: Credential, now: Date): Promise<Identity | null> {
    return this.database.inSystem(async (tx) => {
      const [row] = await tx.query<IdentityRow[]>(credential.kind === 'session' ? bySession : byToken, [credential.hash]);
      if (!row || (credential.kind === 'session' && !isAlive({ createdAt: row.createdAt, lastSeenAt: row.lastSeenAt! }, now))) return null;
      if (isSightingDue(row.lastSeenAt, now)) await this.writeSighting(tx, credential, now);
      return { credential, session: sessionOf(row) };
    });
  }

  /** Of credentials that were good when they were shown, the ones that still are; asking is no sighting. */
  async stillGood(credentials: readonly Credential[], now: Date): Promise<Set<string>> {
    const hashes = (kind: Credential['kind']) => credentials.filter((credential) => credential.kind === kind).map(({ hash }) => hash);
    return this.database.inSystem(async (tx) => {
      const sessions = await tx.query<{ hash: Buffer; createdAt: Date; lastSeenAt: Date }[]>(
        'select token_hash as hash, created_at as "createdAt", last_seen_at as "lastSeenAt" from session where token_hash = any ($1::bytea[])',
        [hashes('session')],
      );
      const tokens = await tx.query<{ hash: Buffer }[]>('select token_hash as hash from api_token where token_hash = any ($1::bytea[]) and revoked_at is null', [hashes('token')]);
      return new Set([...sessions.filter((times) => isAlive(times, now)), ...tokens].map(({ hash }) => hash.toString('hex')));
    });
  }

  private async writeSighting(tx: Transaction, { kind, hash }: Credential, now: Date): Promise<void> {
    if (kind === 'session') await tx.update(SessionRow, { tokenHash: hash }, { lastSeenAt: now });
    else await tx.update(ApiToken, { tokenHash: hash }, { lastUsedAt: now });
  }
}

function sessionOf(row: IdentityRow): identityHttp.Session {
  const { userId, email, name, role, organisationId, organisationName, currency, timeZone, country } = row;
  return { userId, email, name, role, organisation: { organisationId, name: organisationName, currency, timeZone, country } };
}
