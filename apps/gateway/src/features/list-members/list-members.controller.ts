import { identityHttp } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller } from '@lettrage/http';
import { Database } from '@lettrage/persistence';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

const memberList = z.object({ items: z.array(identityHttp.member) });

@ApiTags('members')
@Controller('api/members')
export class ListMembersController {
  constructor(private readonly database: Database) {}

  /** The members of the organisation, by name. */
  @Get()
  @AtLeast('owner')
  @ApiOkResponse({ standardSchema: memberList })
  async list(@FromCaller() caller: Caller): Promise<z.infer<typeof memberList>> {
    const items = await this.database.inOrganisation(caller.organisationId, (tx) =>
      tx.query<identityHttp.Member[]>('select user_id as "userId", email, name, role from membership join user_identity using (user_id) order by lower(name), user_id'),
    );
    return { items };
  }
}
