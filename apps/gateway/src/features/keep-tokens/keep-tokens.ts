import { type identityHttp, sentence } from '@lettrage/contracts';
import { type Caller, Refused } from '@lettrage/http';
import { Database, newId } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type z } from 'zod';
import { hashOf, newApiTokenSecret } from '../../access/secret.js';
import { ApiToken } from '../../persistence/entities.js';

/** So many API tokens may be in force in an organisation. */
const mostTokens = 100;

@Injectable()
export class KeepTokens {
  constructor(private readonly database: Database) {}

  async list(organisationId: string): Promise<identityHttp.ApiToken[]> {
    const tokens = await this.database.inOrganisation(organisationId, (tx) =>
      tx.find(ApiToken, { where: { revokedAt: IsNull() }, order: { createdAt: 'desc', tokenId: 'asc' }, take: mostTokens }),
    );
    return tokens.map(shown);
  }

  async create({ organisationId, userId }: Caller, { name, role }: z.infer<typeof identityHttp.createApiTokenBody>, now: Date): Promise<z.infer<typeof identityHttp.createdApiToken>> {
    const secret = newApiTokenSecret();
    const token: ApiToken = { organisationId, tokenId: newId(), tokenHash: hashOf(secret), name, role, createdBy: userId, createdAt: now, lastUsedAt: null, revokedAt: null };
    await this.database.inOrganisation(organisationId, async (tx) => {
      const inForce = await tx.countBy(ApiToken, { revokedAt: IsNull() });
      if (inForce >= mostTokens) throw new Refused('limit_reached', sentence('tokens_limit', { count: String(inForce) }), { remedy: 'Revoke one that is no longer used' });
      await tx.insert(ApiToken, token);
    });
    return { ...shown(token), token: secret };
  }

  async revoke(organisationId: string, tokenId: string, now: Date): Promise<void> {
    const { affected } = await this.database.inOrganisation(organisationId, (tx) =>
      tx.createQueryBuilder().update(ApiToken).set({ revokedAt: now }).where('token_id::text = :tokenId and revoked_at is null', { tokenId }).execute(),
    );
    if (affected !== 1) throw new Refused('not_found', sentence('no_token'));
  }
}

function shown({ tokenId, name, role, createdAt, lastUsedAt }: ApiToken): identityHttp.ApiToken {
  return { tokenId, name, role, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null };
}
