import { Database } from '@lettrage/persistence';
import { Controller, Delete, HttpCode, Inject, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { FromIdentity, type Identity } from '../../access/identity.js';
import { clearSessionCookie } from '../../access/session-cookie.js';
import { closeSession } from '../../access/sessions.js';
import { SETTINGS } from '../../access/settings-token.js';
import { type GatewaySettings } from '../../gateway.config.js';

@ApiTags('session')
@Controller('api/session')
export class SignOutController {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: GatewaySettings,
  ) {}

  /** Ends the session. An API token has none; it is revoked where it is listed. */
  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(@FromIdentity() { credential }: Identity, @Res({ passthrough: true }) response: Response): Promise<void> {
    if (credential.kind === 'session') await this.database.inSystem((tx) => closeSession(tx, credential.hash));
    clearSessionCookie(response, this.settings.publicUrl);
  }
}
