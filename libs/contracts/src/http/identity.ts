import { z } from 'zod';
import { currency, id, instant, shortText } from '../wire.js';

export const role = z.enum(['owner', 'accountant', 'reviewer', 'viewer']);
export type Role = z.infer<typeof role>;

export const email = z.email().max(254).transform((address) => address.trim().toLowerCase());
export const password = z.string().min(12, 'a password has at least 12 characters').max(200);

export const signInBody = z.strictObject({ email, password: z.string().max(200) });
/** The one-time link that the first start or an invitation prints: `token` is its secret part. */
export const oneTimeSignInBody = z.strictObject({ token: z.string().min(20).max(200), email, password, name: shortText, organisationName: shortText.optional() });

export const session = z.object({
  userId: id,
  email: z.string(),
  name: z.string(),
  role,
  organisation: z.object({ organisationId: id, name: z.string(), currency, timeZone: z.string(), country: z.string() }),
});
export type Session = z.infer<typeof session>;
/** `streamPosition`: what a page asks for after this answer is at least as new; what changes later, `GET /api/stream?after=` of it brings. */
export const shownSession = session.extend({ streamPosition: z.string() });
export type ShownSession = z.infer<typeof shownSession>;

export const member = z.object({ userId: id, email: z.string(), name: z.string(), role });
export type Member = z.infer<typeof member>;
export const inviteBody = z.strictObject({ role: role.exclude(['owner']) });
export const invitation = z.object({ url: z.string(), expiresAt: instant });

export const createApiTokenBody = z.strictObject({ name: shortText, role: role.exclude(['owner']) });
export const apiToken = z.object({ tokenId: id, name: z.string(), role, createdAt: instant, lastUsedAt: instant.nullable() });
export type ApiToken = z.infer<typeof apiToken>;
/** The secret is shown once, here. */
export const createdApiToken = apiToken.extend({ token: z.string() });
