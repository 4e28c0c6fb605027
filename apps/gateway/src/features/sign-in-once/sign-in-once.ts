import { fieldError, type identityHttp, sentence } from '@lettrage/contracts';
import { Refused } from '@lettrage/http';
import { brokenUniqueConstraint, Database, newId, type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { type z } from 'zod';
import { Passwords } from '../../access/passwords.js';
import { hashOf } from '../../access/secret.js';
import { openSession } from '../../access/sessions.js';
import { SignInAttempts } from '../../access/sign-in-attempts.js';
import { Membership, SignInLink, UserIdentity } from '../../persistence/entities.js';
import { renameOrganisation } from '../../persistence/organisations.js';

type Body = z.infer<typeof identityHttp.oneTimeSignInBody>;

@Injectable()
export class SignInOnce {
  constructor(
    private readonly database: Database,
    private readonly attempts: SignInAttempts,
    private readonly passwords: Passwords,
  ) {}

  /**
   * Uses a one-time link: makes the person (or, where the e-mail address is known, takes the person whose password it is), makes them a
   * member, and returns the secret of a new session. A link works once; of two at the same moment one wins.
   */
  async run(body: Body, address: string, now: Date): Promise<string> {
    await this.attempts.begin(body.email, address, now);
    const { link, known } = await this.database.inSystem(async (tx) => ({
      link: await findLink(tx, body.token, now),
      known: await tx.findOneBy(UserIdentity, { email: body.email }),
    }));
    if (!link) throw linkUsed();
    if (body.organisationName && link.role !== 'owner') {
      throw new Refused('invalid_body', sentence('invitation_named'), { errors: [fieldError('organisationName', sentence('field_organisation_named'))] });
    }
    if (known && !(await this.passwords.matches(body.password, known.passwordHash))) throw emailTaken();
    const passwordHash = known ? null : await this.passwords.hash(body.password);
    try {
      return await this.database.inSystem((tx) => this.useLink(tx, body, address, known?.userId ?? null, passwordHash, now));
    } catch (error) {
      if (brokenUniqueConstraint(error) === 'user_identity_email') throw emailTaken();
      throw error;
    }
  }

  private async useLink(tx: Transaction, body: Body, address: string, knownId: string | null, passwordHash: string | null, now: Date): Promise<string> {
    const link = await findLink(tx, body.token, now, true);
    if (!link) throw linkUsed();
    const { organisationId, role } = link;
    const userId = knownId ?? newId();
    if (passwordHash !== null) await tx.insert(UserIdentity, { userId, email: body.email, name: body.name, passwordHash, createdAt: now });
    await tx.createQueryBuilder().insert().into(Membership).values({ organisationId, userId, role, createdAt: now, signedInAt: now }).orIgnore().execute();
    await tx.update(SignInLink, { organisationId, linkId: link.linkId }, { usedAt: now });
    if (body.organisationName) await renameOrganisation(tx, organisationId, body.organisationName);
    await this.attempts.succeeded(tx, body.email, address);
    return openSession(tx, { organisationId, userId }, now);
  }
}

async function findLink(tx: Transaction, token: string, now: Date, lock = false): Promise<SignInLink | null> {
  const link = await tx.findOne(SignInLink, { where: { linkHash: hashOf(token) }, ...(lock && { lock: { mode: 'pessimistic_write' as const } }) });
  return link && link.usedAt === null && now < link.expiresAt ? link : null;
}

function linkUsed(): Refused {
  return new Refused('link_used', sentence('link_used'), {
    remedy: 'Ask for a new invitation; the first owner’s link is printed anew when the gateway starts',
  });
}

function emailTaken(): Refused {
  return new Refused('email_taken', sentence('email_taken'), {
    remedy: 'Type the password that you have, or use another e-mail address',
  });
}
