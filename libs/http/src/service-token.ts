import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { identityHttp } from '@lettrage/contracts';
import { type Caller } from './caller.js';

const issuer = 'lettrage-gateway';
const lifetimeSeconds = 120;
const claims = z.object({ sub: z.string(), org: z.uuid(), role: identityHttp.role });

export function tokenKey(secret: string): Uint8Array {
  return new TextEncoder().encode(secret);
}

/** The short signed word of the gateway that a service believes (JWT, RFC 7519, HS256), good for two minutes. */
export function issueServiceToken(caller: Caller, key: Uint8Array, now: Date): Promise<string> {
  const seconds = Math.floor(now.getTime() / 1000);
  return new SignJWT({ org: caller.organisationId, role: caller.role })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(caller.userId)
    .setIssuer(issuer)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + lifetimeSeconds)
    .sign(key);
}

/** The caller of a valid token, or null. */
export async function readServiceToken(token: string, key: Uint8Array): Promise<Caller | null> {
  try {
    const { payload } = await jwtVerify(token, key, { issuer, algorithms: ['HS256'], clockTolerance: 30 });
    const { sub, org, role } = claims.parse(payload);
    return { userId: sub, organisationId: org, role };
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError) return null;
    throw error;
  }
}
