import { identityHttp, sentence } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller, Refused } from '@lettrage/http';
import { Database, newId } from '@lettrage/persistence';
import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { IsNull, MoreThan } from 'typeorm';
import { type z } from 'zod';
import { hashOf, newSecret } from '../../access/secret.js';
import { SETTINGS } from '../../access/settings-token.js';
import { signInUrl } from '../../access/sign-in-url.js';
import { type GatewaySettings } from '../../gateway.config.js';
import { SignInLink } from '../../persistence/entities.js';

const lifetimeMs = 7 * 24 * 3_600_000;
/** So many invitations may wait to be used. */
const mostOpen = 100;

@ApiTags('members')
@Controller('api/members/invitations')
export class InviteMemberController {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: GatewaySettings,
  ) {}

  /** Makes a one-time link, good for seven days, that the owner hands to the new member. It is shown once, here. */
  @Post()
  @AtLeast('owner')
  @ApiCreatedResponse({ standardSchema: identityHttp.invitation })
  async invite(
    @FromCaller() { organisationId, userId }: Caller,
    @Body({ schema: identityHttp.inviteBody }) { role }: z.infer<typeof identityHttp.inviteBody>,
  ): Promise<z.infer<typeof identityHttp.invitation>> {
    const now = new Date();
    const expiresAt = new Date(now.getTime() + lifetimeMs);
    const secret = newSecret();
    await this.database.inOrganisation(organisationId, async (tx) => {
      if ((await tx.countBy(SignInLink, { usedAt: IsNull(), expiresAt: MoreThan(now) })) >= mostOpen) {
        throw new Refused('limit_reached', sentence('invitations_limit', { most: String(mostOpen) }), { remedy: 'Wait until some are used or have expired' });
      }
      await tx.insert(SignInLink, { organisationId, linkId: newId(), linkHash: hashOf(secret), role, createdBy: userId, createdAt: now, expiresAt });
    });
    return { url: signInUrl(this.settings.publicUrl, secret), expiresAt: expiresAt.toISOString() };
  }
}
