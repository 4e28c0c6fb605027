/** How failures to sign in slow down further ones. */
export interface ThrottleRule {
  /** Failures that cost nothing: people mistype. */
  readonly free: number;
  /** The wait after the first failure beyond those; each further one doubles it. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** Without a failure for so long, all is forgotten. */
  readonly forgottenAfterMs: number;
}

/** For one e-mail address: guessing one person's password becomes hopeless, while a quarter of an hour is the most that a stranger can cost the owner. */
export const emailRule: ThrottleRule = { free: 5, firstWaitMs: 2_000, longestWaitMs: 15 * 60_000, forgottenAfterMs: 60 * 60_000 };
/** For one network address, behind which a whole firm may sit: trying one password on many people becomes slow. */
export const addressRule: ThrottleRule = { free: 30, firstWaitMs: 2_000, longestWaitMs: 15 * 60_000, forgottenAfterMs: 60 * 60_000 };

export interface Attempts {
  readonly failures: number;
  readonly lastFailureAt: Date;
  readonly blockedUntil: Date | null;
}

/** Milliseconds until the next attempt may be made; 0 when it may be made now. */
export function waitMs(attempts: Attempts | null, now: Date): number {
  return Math.max(0, (attempts?.blockedUntil?.getTime() ?? 0) - now.getTime());
}

/** An attempt is counted as a failure before its password is looked at, so that many at once gain nothing. */
export function countAttempt(attempts: Attempts | null, rule: ThrottleRule, now: Date): Attempts {
  const remembered = attempts && now.getTime() - attempts.lastFailureAt.getTime() < rule.forgottenAfterMs ? attempts.failures : 0;
  const failures = remembered + 1;
  return { failures, lastFailureAt: now, blockedUntil: failures < rule.free ? null : new Date(now.getTime() + waitAfter(failures, rule)) };
}

/** Takes an attempt that succeeded back out of the count; what others behind the same address failed at stays. */
export function forgiveAttempt(attempts: Attempts, rule: ThrottleRule): Attempts {
  const failures = Math.max(0, attempts.failures - 1);
  return { ...attempts, failures, blockedUntil: failures < rule.free ? null : attempts.blockedUntil };
}

function waitAfter(failures: number, rule: ThrottleRule): number {
  const doublings = Math.min(failures - rule.free, 30); // beyond it only the ceiling counts, and powers stay exact
  return Math.min(rule.firstWaitMs * 2 ** doublings, rule.longestWaitMs);
}
