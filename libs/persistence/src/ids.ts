import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Whether a text has the form of an identifier: what has not is nobody's, and PostgreSQL need not be asked. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

const randomBytes = 16;
/** Random bytes for many identifiers: asking the system for each takes longer than all the rest of it. */
const pool = new Uint8Array(randomBytes * 512);
let taken = pool.length;
let latest = { msecs: -Infinity, seq: 0 };

/** A new identifier, ordered by the time of its making, within a millisecond too (UUID version 7, RFC 9562, 6.2 method 1), so that indexes grow at one end. */
export function newId(): string {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  const random = pool.subarray(taken, (taken += randomBytes));
  latest = following(latest, Date.now(), random);
  return v7({ random, ...latest });
}

/** The counter begins anywhere in its lower half, so that it does not run over within a millisecond. */
function following({ msecs, seq }: typeof latest, now: number, random: Uint8Array): typeof latest {
  if (now > msecs) return { msecs: now, seq: ((random[6]! & 0x7f) << 24) | (random[7]! << 16) | (random[8]! << 8) | random[9]! };
  return { msecs, seq: seq + 1 };
}
