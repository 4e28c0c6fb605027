import { identityHttp } from '@lettrage/contracts';
import { Open } from '@lettrage/http';
import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { type z } from 'zod';
import { Authentication } from '../../access/authentication.js';
import { hashOf } from '../../access/secret.js';
import { setSessionCookie } from '../../access/session-cookie.js';
import { SETTINGS } from '../../access/settings-token.js';
import { type GatewaySettings } from '../../gateway.config.js';
import { SignInOnce } from './sign-in-once.js';

@Open()
@ApiTags('session')
@Controller('api/session/one-time')
export class SignInOnceController {
  constructor(
    private readonly signInOnce: SignInOnce,
    private readonly authentication: Authentication,
    @Inject(SETTINGS) private readonly settings: GatewaySettings,
  ) {}

  /** Uses a one-time link (the first owner's, or an invitation), chooses name and password, and is signed in. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: identityHttp.session })
  async open(
    @Body({ schema: identityHttp.oneTimeSignInBody }) body: z.infer<typeof identityHttp.oneTimeSignInBody>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<identityHttp.Session> {
    const now = new Date();
    const secret = await this.signInOnce.run(body, request.ip ?? '', now);
    setSessionCookie(response, secret, this.settings.publicUrl);
    return (await this.authentication.identify({ kind: 'session', hash: hashOf(secret) }, now))!.session;
  }
}
