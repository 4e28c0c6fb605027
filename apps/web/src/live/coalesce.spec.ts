import { describe, expect, it } from '@jest/globals';
import { coalesce } from './coalesce.js';

/** A piece of work and a pause that the test ends when it wants. */
function controlled() {
  const open: (() => void)[] = [];
  const hold = async () => new Promise<void>((resolve) => open.push(resolve));
  const release = async () => {
    open.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { hold, release };
}

describe('coalesce', () => {
  it('works at once, and once more for any number of calls while it works', async () => {
    const work = controlled();
    let started = 0;
    const call = coalesce(
      async () => (started++, work.hold()),
      5,
      async () => undefined,
    );
    call();
    expect(started).toBe(1);
    for (let n = 0; n < 50; n++) call();
    expect(started).toBe(1);
    await work.release();
    expect(started).toBe(2);
    await work.release();
    expect(started).toBe(2);
  });

  it('leaves the gap between two rounds, and answers a call that came in the gap', async () => {
    const gap = controlled();
    let started = 0;
    const call = coalesce(async () => void started++, 5, gap.hold);
    call();
    await new Promise((resolve) => setImmediate(resolve));
    call();
    expect(started).toBe(1);
    await gap.release();
    expect(started).toBe(2);
  });

  it('goes on after work that failed', async () => {
    let started = 0;
    const call = coalesce(
      async () => {
        started++;
        throw new Error('no connection');
      },
      0,
      async () => undefined,
    );
    call();
    await new Promise((resolve) => setImmediate(resolve));
    call();
    expect(started).toBe(2);
  });
});
