import { sentence } from '@lettrage/contracts';
import { type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { mayActAs, neededRole, openRoute, type RequestWithCaller } from './caller.js';
import { Refused } from './refused.js';
import { readServiceToken, tokenKey } from './service-token.js';

/** No route of a service answers without the gateway's token, and none that changes something without the role it names. */
export class ServiceTokenGuard implements CanActivate {
  private readonly key: Uint8Array;
  private readonly reflector = new Reflector();

  constructor(secret: string) {
    this.key = tokenKey(secret);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(openRoute, targets)) return true;
    const request = context.switchToHttp().getRequest<RequestWithCaller>();
    const [scheme, token = ''] = (request.headers.authorization ?? '').split(' ');
    const caller = scheme === 'Bearer' ? await readServiceToken(token, this.key) : null;
    if (!caller) throw new Refused('not_signed_in', 'The request carries no valid token of the gateway');
    requireRole(caller.role, this.reflector.getAllAndOverride(neededRole, targets));
    request.caller = caller;
    return true;
  }
}

export function requireRole(role: Parameters<typeof mayActAs>[0], needed: Parameters<typeof mayActAs>[1] | undefined): void {
  if (needed && !mayActAs(role, needed)) throw new Refused('not_allowed', sentence('role_not_enough', { role }), { remedy: `Ask someone with the role "${needed}" or higher` });
}
