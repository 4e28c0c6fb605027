import { type identityHttp } from '@lettrage/contracts';
import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { type Request } from 'express';

type Role = identityHttp.Role;

/** Who a request comes from, as the gateway vouches for it. */
export interface Caller {
  readonly userId: string;
  readonly organisationId: string;
  readonly role: Role;
}

const rank: Record<Role, number> = { viewer: 0, reviewer: 1, accountant: 2, owner: 3 };

export function mayActAs(role: Role, needed: Role): boolean {
  return rank[role] >= rank[needed];
}

export const neededRole = 'lettrage:needed-role';
export const openRoute = 'lettrage:open-route';

/** The least role that may call the route; reading routes without it are open to every role. */
export const AtLeast = (role: Role) => SetMetadata(neededRole, role);
/** A route that answers without a caller: health, sign-in. */
export const Open = () => SetMetadata(openRoute, true);

export type RequestWithCaller = Request & { caller?: Caller };

/** The caller of the request; the guard has made sure that there is one. */
export const FromCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => context.switchToHttp().getRequest<RequestWithCaller>().caller!);
