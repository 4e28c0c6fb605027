import { type identityHttp } from '@lettrage/contracts';
import { type RequestWithCaller } from '@lettrage/http';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/** What a request has shown: a session's cookie or an API token. */
export interface Credential {
  readonly kind: 'session' | 'token';
  readonly hash: Buffer;
}

/** Who is behind a request, and how they have shown it. A token stands for itself: its id is the user's. */
export interface Identity {
  readonly credential: Credential;
  readonly session: identityHttp.Session;
}

export type RequestWithIdentity = RequestWithCaller & { identity?: Identity };

/** The identity behind the request; the guard has made sure that there is one. */
export const FromIdentity = createParamDecorator((_: unknown, context: ExecutionContext): Identity => context.switchToHttp().getRequest<RequestWithIdentity>().identity!);
