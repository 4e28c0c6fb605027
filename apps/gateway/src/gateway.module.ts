import { LOG } from '@lettrage/http';
import { type Log } from '@lettrage/observability';
import { Database } from '@lettrage/persistence';
import { type DynamicModule, Module } from '@nestjs/common';
import { Authentication } from './access/authentication.js';
import { Passwords } from './access/passwords.js';
import { SETTINGS } from './access/settings-token.js';
import { SignInAttempts } from './access/sign-in-attempts.js';
import { FollowStreamController } from './features/follow-stream/follow-stream.controller.js';
import { LiveStreams } from './features/follow-stream/live-streams.js';
import { liveHandlers } from './features/follow-stream/record-live-events.js';
import { Housekeeping } from './features/forget-what-is-over/housekeeping.js';
import { ForwardRequestController } from './features/forward-request/forward-request.controller.js';
import { ServiceProxy } from './features/forward-request/service-proxy.js';
import { InviteMemberController } from './features/invite-member/invite-member.controller.js';
import { KeepTokens } from './features/keep-tokens/keep-tokens.js';
import { KeepTokensController } from './features/keep-tokens/keep-tokens.controller.js';
import { ListMembersController } from './features/list-members/list-members.controller.js';
import { ShowOpenApiController } from './features/show-openapi/show-openapi.controller.js';
import { WholeApi } from './features/show-openapi/whole-api.js';
import { ShowSessionController } from './features/show-session/show-session.controller.js';
import { SignIn } from './features/sign-in/sign-in.js';
import { SignInController } from './features/sign-in/sign-in.controller.js';
import { SignInOnce } from './features/sign-in-once/sign-in-once.js';
import { SignInOnceController } from './features/sign-in-once/sign-in-once.controller.js';
import { SignOutController } from './features/sign-out/sign-out.controller.js';
import { type GatewaySettings } from './gateway.config.js';

@Module({})
export class GatewayModule {
  static with(settings: GatewaySettings, database: Database, log: Log): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [
        SignInController, SignInOnceController, ShowSessionController, SignOutController, ListMembersController, InviteMemberController, KeepTokensController,
        FollowStreamController, ShowOpenApiController, ForwardRequestController,
      ],
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: Database, useValue: database },
        { provide: LOG, useValue: log },
        Authentication, Passwords, SignInAttempts, SignIn, SignInOnce, KeepTokens,
        ServiceProxy, WholeApi, LiveStreams, Housekeeping,
        ...liveHandlers,
      ],
    };
  }
}
