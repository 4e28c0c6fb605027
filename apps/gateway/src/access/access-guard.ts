import { type identityHttp, sentence } from '@lettrage/contracts';
import { neededRole, openRoute, Refused, requireRole } from '@lettrage/http';
import { type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isSafe, provenanceOf } from '../domain/provenance.js';
import { type Authentication } from './authentication.js';
import { type Identity, type RequestWithIdentity } from './identity.js';

/** The wall of the public door: no route without a session or an API token but those that say so, and nothing changes at another site's wish. */
export class AccessGuard implements CanActivate {
  private readonly reflector = new Reflector();
  private readonly publicOrigin: string;

  constructor(
    private readonly authentication: Authentication,
    publicUrl: string,
  ) {
    this.publicOrigin = new URL(publicUrl).origin;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const request = context.switchToHttp().getRequest<RequestWithIdentity>();
    if (this.reflector.getAllAndOverride<boolean>(openRoute, targets)) {
      // A foreign page must not sign a visitor in as somebody else either.
      if (!isSafe(request.method) && this.provenance(request) === 'foreign') throw crossSite();
      return true;
    }
    const identity = await this.admit(request);
    requireRole(identity.session.role, this.reflector.getAllAndOverride<identityHttp.Role>(neededRole, targets));
    return true;
  }

  /** The identity behind the request, which is noted on it; refuses where there is none. */
  async admit(request: RequestWithIdentity): Promise<Identity> {
    const credential = this.authentication.credentialOf(request.headers);
    // A browser sends the cookie whoever wrote the page; a token is sent only by who holds it.
    if (credential?.kind === 'session' && !isSafe(request.method) && this.provenance(request) !== 'own') throw crossSite();
    const identity = credential && (await this.authentication.identify(credential, new Date()));
    if (!identity) {
      throw new Refused('not_signed_in', sentence('not_signed_in'), { remedy: 'Sign in, or send an API token: Authorization: Bearer let_…' });
    }
    const { userId, role, organisation } = identity.session;
    request.identity = identity;
    request.caller = { userId, role, organisationId: organisation.organisationId };
    return identity;
  }

  private provenance({ headers }: RequestWithIdentity) {
    const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
    return provenanceOf({ secFetchSite: single(headers['sec-fetch-site']), origin: headers.origin, host: headers.host }, this.publicOrigin);
  }
}

function crossSite(): Refused {
  return new Refused('cross_site', sentence('cross_site'), {
    remedy: 'Open Lettrage at its public address; a program uses an API token instead of the cookie',
  });
}
