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
import { SignIn } from './sign-in.js';

@Open()
@ApiTags('session')
@Controller('api/session')
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly authentication: Authentication,
    @Inject(SETTINGS) private readonly settings: GatewaySettings,
  ) {}

  /** Signs in with e-mail address and password; the session is in the cookie that comes back. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: identityHttp.session })
  async open(
    @Body({ schema: identityHttp.signInBody }) body: z.infer<typeof identityHttp.signInBody>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<identityHttp.Session> {
    const now = new Date();
    const secret = await this.signIn.run(body.email, body.password, request.ip ?? '', now);
    setSessionCookie(response, secret, this.settings.publicUrl);
    return (await this.authentication.identify({ kind: 'session', hash: hashOf(secret) }, now))!.session;
  }
}
