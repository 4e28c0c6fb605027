import { identityHttp } from '@lettrage/contracts';
import { Database } from '@lettrage/persistence';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { FromIdentity, type Identity } from '../../access/identity.js';
import { newestPlace } from '../../persistence/newest-place.js';

@ApiTags('session')
@Controller('api/session')
export class ShowSessionController {
  constructor(private readonly database: Database) {}

  /** Who is signed in, and from where on to follow the live stream. An API token is shown with its own name and without an e-mail address. */
  @Get()
  @ApiOkResponse({ standardSchema: identityHttp.shownSession })
  async show(@FromIdentity() { session }: Identity): Promise<identityHttp.ShownSession> {
    return { ...session, streamPosition: String(await newestPlace(this.database, session.organisation.organisationId)) };
  }
}
