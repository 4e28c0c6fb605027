import { sentence } from '@lettrage/contracts';
import { Refused } from '@lettrage/http';
import { Database, type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { senderOf } from '../domain/client-address.js';
import { addressRule, type Attempts, countAttempt, emailRule, forgiveAttempt, type ThrottleRule, waitMs } from '../domain/throttle.js';

/** Whom an attempt is counted against. */
interface Subject {
  readonly bucket: number;
  readonly rule: ThrottleRule;
}

/**
 * Slows down guessing, for all replicas at once. What is counted stands in one of 2^20 buckets, so that the table is bounded however many
 * addresses are tried, and names nobody.
 */
@Injectable()
export class SignInAttempts {
  constructor(private readonly database: Database) {}

  /** Counts an attempt, or refuses it while the e-mail address or the sender has to wait. */
  async begin(email: string, address: string, now: Date): Promise<void> {
    const subjects = subjectsOf(email, address);
    const wait = await this.database.inSystem(async (tx) => {
      const stored = await lockAttempts(tx, subjects);
      const longest = Math.max(...subjects.map(({ bucket }) => waitMs(stored.get(bucket) ?? null, now)));
      if (longest === 0) await storeAttempts(tx, subjects.map(({ bucket, rule }) => ({ bucket, ...countAttempt(stored.get(bucket) ?? null, rule, now) })));
      return longest;
    });
    if (wait === 0) return;
    const seconds = Math.ceil(wait / 1000);
    throw new Refused('too_many_attempts', sentence('attempts_failed', { seconds: String(seconds) }), {
      remedy: 'Wait, then try again',
      headers: { 'Retry-After': String(seconds) },
    });
  }

  /** The attempt was right: it no longer counts for the sender, and nothing counts for the e-mail address. */
  async succeeded(tx: Transaction, email: string, address: string): Promise<void> {
    const [ofEmail, ofSender] = subjectsOf(email, address);
    const stored = await lockAttempts(tx, [ofEmail, ofSender]);
    const attempts = stored.get(ofSender.bucket);
    if (attempts) await storeAttempts(tx, [{ bucket: ofSender.bucket, ...forgiveAttempt(attempts, ofSender.rule) }]);
    await tx.query('delete from sign_in_attempt where bucket = $1', [ofEmail.bucket]);
  }
}

function subjectsOf(email: string, address: string): [Subject, Subject] {
  return [
    { bucket: bucketOf(`email ${email}`), rule: emailRule },
    { bucket: bucketOf(`sender ${senderOf(address)}`), rule: addressRule },
  ];
}

function bucketOf(subject: string): number {
  return createHash('sha256').update(subject).digest().readUInt32BE(0) >>> 12;
}

/** Rows that are not there yet are made, so that attempts at the same moment wait for one another; in one order, so that none blocks another for ever. */
async function lockAttempts(tx: Transaction, subjects: readonly Subject[]): Promise<Map<number, Attempts>> {
  const buckets = subjects.map(({ bucket }) => bucket);
  await tx.query(
    `insert into sign_in_attempt (bucket, failures, last_failure_at)
     select distinct bucket, 0, to_timestamp(0) from unnest($1::int[]) as wanted (bucket) order by bucket on conflict do nothing`,
    [buckets],
  );
  const rows = await tx.query<(Attempts & { bucket: number })[]>(
    `select bucket, failures, last_failure_at as "lastFailureAt", blocked_until as "blockedUntil" from sign_in_attempt where bucket = any ($1::int[]) order by bucket for update`,
    [buckets],
  );
  return new Map(rows.map(({ bucket, ...attempts }) => [bucket, attempts]));
}

async function storeAttempts(tx: Transaction, attempts: readonly (Attempts & { bucket: number })[]): Promise<void> {
  await tx.query(
    `update sign_in_attempt set failures = new.failures, last_failure_at = new.last_failure_at, blocked_until = new.blocked_until
     from unnest($1::int[], $2::int[], $3::timestamptz[], $4::timestamptz[]) as new (bucket, failures, last_failure_at, blocked_until)
     where sign_in_attempt.bucket = new.bucket`,
    [attempts.map((one) => one.bucket), attempts.map((one) => one.failures), attempts.map((one) => one.lastFailureAt), attempts.map((one) => one.blockedUntil)],
  );
}
