import { identityHttp } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller } from '@lettrage/http';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { KeepTokens } from './keep-tokens.js';

const tokenList = z.object({ items: z.array(identityHttp.apiToken) });

@AtLeast('owner')
@ApiTags('tokens')
@Controller('api/tokens')
export class KeepTokensController {
  constructor(private readonly tokens: KeepTokens) {}

  /** The API tokens that are in force, newest first; never their secrets. */
  @Get()
  @ApiOkResponse({ standardSchema: tokenList })
  async list(@FromCaller() { organisationId }: Caller): Promise<z.infer<typeof tokenList>> {
    return { items: await this.tokens.list(organisationId) };
  }

  /** Makes an API token for a program. Its secret is shown once, here. */
  @Post()
  @ApiCreatedResponse({ standardSchema: identityHttp.createdApiToken })
  create(
    @FromCaller() caller: Caller,
    @Body({ schema: identityHttp.createApiTokenBody }) body: z.infer<typeof identityHttp.createApiTokenBody>,
  ): Promise<z.infer<typeof identityHttp.createdApiToken>> {
    return this.tokens.create(caller, body, new Date());
  }

  /** Revokes an API token: its next request is refused. */
  @Delete(':tokenId')
  @HttpCode(204)
  @ApiNoContentResponse()
  revoke(@FromCaller() { organisationId }: Caller, @Param('tokenId') tokenId: string): Promise<void> {
    return this.tokens.revoke(organisationId, tokenId, new Date());
  }
}
