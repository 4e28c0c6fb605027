const minuteMs = 60_000;

/** Without a request for so long a session is over. */
export const idleMs = 12 * 60 * minuteMs;
/** However busy it is, a session is over after this, and the person signs in anew. */
export const absoluteMs = 7 * 24 * 60 * minuteMs;
/** A session's last sighting is written down at most this often, so that not every request writes. */
export const sightingMs = minuteMs;

export interface SessionTimes {
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** When the session is over if nothing more is heard of it. */
export function sessionEnd({ createdAt, lastSeenAt }: SessionTimes): Date {
  return new Date(Math.min(lastSeenAt.getTime() + idleMs, createdAt.getTime() + absoluteMs));
}

export function isAlive(times: SessionTimes, now: Date): boolean {
  return now < sessionEnd(times);
}

/** Whether a sighting is worth a write. */
export function isSightingDue(lastSeenAt: Date | null, now: Date): boolean {
  return lastSeenAt === null || now.getTime() - lastSeenAt.getTime() >= sightingMs;
}
