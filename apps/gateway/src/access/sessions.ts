import { type Transaction } from '@lettrage/persistence';
import { Membership, SessionRow } from '../persistence/entities.js';
import { hashOf, newSecret } from './secret.js';

/** A person has at most so many sessions in an organisation; a further one ends the oldest. */
export const mostSessions = 20;

/** Opens a session for a member and returns its secret, which is stored nowhere. */
export async function openSession(tx: Transaction, member: { organisationId: string; userId: string }, now: Date): Promise<string> {
  const secret = newSecret();
  await tx.insert(SessionRow, { tokenHash: hashOf(secret), ...member, createdAt: now, lastSeenAt: now });
  await tx.update(Membership, member, { signedInAt: now });
  await tx.query(
    `delete from session where token_hash in
       (select token_hash from session where organisation_id = $1 and user_id = $2 order by created_at desc, token_hash offset ${mostSessions})`,
    [member.organisationId, member.userId],
  );
  return secret;
}

export async function closeSession(tx: Transaction, tokenHash: Buffer): Promise<void> {
  await tx.delete(SessionRow, { tokenHash });
}
