import { identityHttp } from '@lettrage/contracts';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { FromIdentity, type Identity } from '../../access/identity.js';

@ApiTags('session')
@Controller('api/session')
export class ShowSessionController {
  /** Who is signed in. An API token is shown with its own name and without an e-mail address. */
  @Get()
  @ApiOkResponse({ standardSchema: identityHttp.session })
  show(@FromIdentity() identity: Identity): identityHttp.Session {
    return identity.session;
  }
}
