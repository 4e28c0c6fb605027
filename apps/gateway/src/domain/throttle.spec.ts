import { describe, expect, it } from '@jest/globals';
import { type Attempts, countAttempt, forgiveAttempt, type ThrottleRule, waitMs } from './throttle.js';

const rule: ThrottleRule = { free: 3, firstWaitMs: 2_000, longestWaitMs: 10_000, forgottenAfterMs: 60_000 };
const start = new Date('2026-11-21T08:00:00Z');
const after = (ms: number) => new Date(start.getTime() + ms);

function failTimes(times: number): Attempts | null {
  let attempts: Attempts | null = null;
  for (let n = 0; n < times; n++) attempts = countAttempt(attempts, rule, start);
  return attempts;
}

describe('throttling of attempts to sign in', () => {
  it('lets the first failures pass, then doubles the wait up to its ceiling', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 60].map((failures) => waitMs(failTimes(failures), start))).toEqual([0, 0, 0, 2_000, 4_000, 8_000, 10_000, 10_000]);
  });

  it('allows the next attempt when the wait is over, to the millisecond', () => {
    expect(waitMs(failTimes(4), after(3_999))).toBe(1);
    expect(waitMs(failTimes(4), after(4_000))).toBe(0);
  });

  it('forgets failures after a quiet time', () => {
    expect(countAttempt(failTimes(6), rule, after(59_999)).failures).toBe(7);
    expect(countAttempt(failTimes(6), rule, after(60_000))).toEqual({ failures: 1, lastFailureAt: after(60_000), blockedUntil: null });
  });

  it('takes back an attempt that succeeded, and only that one', () => {
    const three = failTimes(3)!;
    expect(forgiveAttempt(three, rule)).toEqual({ failures: 2, lastFailureAt: start, blockedUntil: null });
    const five = failTimes(5)!;
    expect(forgiveAttempt(five, rule)).toEqual({ failures: 4, lastFailureAt: start, blockedUntil: after(8_000) });
  });
});
