import { describe, expect, it } from '@jest/globals';
import { isAlive, isSightingDue, sessionEnd } from './session-lifetime.js';

const at = (text: string) => new Date(text);

describe('a session', () => {
  it('ends twelve hours after it was last seen', () => {
    const times = { createdAt: at('2026-11-21T08:00:00Z'), lastSeenAt: at('2026-11-21T09:30:00Z') };
    expect(sessionEnd(times)).toEqual(at('2026-11-21T21:30:00Z'));
    expect(isAlive(times, at('2026-11-21T21:29:59.999Z'))).toBe(true);
    expect(isAlive(times, at('2026-11-21T21:30:00Z'))).toBe(false);
  });

  it('ends seven days after it began, however lately it was seen', () => {
    const times = { createdAt: at('2026-11-21T08:00:00Z'), lastSeenAt: at('2026-11-28T07:59:00Z') };
    expect(sessionEnd(times)).toEqual(at('2026-11-28T08:00:00Z'));
    expect(isAlive(times, at('2026-11-28T08:00:00Z'))).toBe(false);
  });

  it('has its sighting written once a minute', () => {
    expect(isSightingDue(at('2026-11-21T08:00:00Z'), at('2026-11-21T08:00:59.999Z'))).toBe(false);
    expect(isSightingDue(at('2026-11-21T08:00:00Z'), at('2026-11-21T08:01:00Z'))).toBe(true);
    expect(isSightingDue(null, at('2026-11-21T08:00:00Z'))).toBe(true);
  });
});
