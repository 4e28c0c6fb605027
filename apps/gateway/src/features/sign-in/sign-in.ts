import { sentence } from '@lettrage/contracts';
import { Refused } from '@lettrage/http';
import { Database } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { Passwords } from '../../access/passwords.js';
import { openSession } from '../../access/sessions.js';
import { SignInAttempts } from '../../access/sign-in-attempts.js';

interface KnownPerson {
  userId: string;
  passwordHash: string;
  organisationId: string | null;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly attempts: SignInAttempts,
    private readonly passwords: Passwords,
  ) {}

  /** Returns the secret of a new session, in the organisation of last time. An unknown address and a wrong password are told apart by nothing. */
  async run(email: string, password: string, address: string, now: Date): Promise<string> {
    await this.attempts.begin(email, address, now);
    const person = await this.find(email);
    const right = await this.passwords.matches(password, person?.passwordHash ?? null);
    const { userId, organisationId } = person ?? {};
    if (!right || !userId || !organisationId) throw new Refused('wrong_credentials', sentence('wrong_credentials'));
    return this.database.inSystem(async (tx) => {
      await this.attempts.succeeded(tx, email, address);
      return openSession(tx, { organisationId, userId }, now);
    });
  }

  private async find(email: string): Promise<KnownPerson | undefined> {
    const [person] = await this.database.inSystem((tx) =>
      tx.query<KnownPerson[]>(
        `select u.user_id as "userId", u.password_hash as "passwordHash", m.organisation_id as "organisationId"
         from user_identity u left join membership m using (user_id) where u.email = $1 order by m.signed_in_at desc nulls last, m.organisation_id limit 1`,
        [email],
      ),
    );
    return person;
  }
}
