import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

describe('turns', () => {
  it('run two at once, let one wait, and send the fourth away', async () => {
    const turns = new Turns(2, 1);
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    const work = (name: string) => () => {
      begun.push(name);
      return new Promise<string>((resolve) => ends.push(() => resolve(name)));
    };
    const first = turns.take(work('first'));
    const second = turns.take(work('second'));
    const third = turns.take(work('third'));
    await expect(turns.take(work('fourth'))).rejects.toMatchObject({ code: 'service_unavailable' });
    expect(begun).toEqual(['first', 'second']);
    ends[0]!();
    expect(await first).toBe('first');
    await new Promise(setImmediate);
    expect(begun).toEqual(['first', 'second', 'third']);
    ends[1]!();
    ends[2]!();
    expect(await Promise.all([second, third])).toEqual(['second', 'third']);
  });

  it('give the turn back after a failure', async () => {
    const turns = new Turns(1, 0);
    await expect(turns.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await turns.take(() => Promise.resolve('yes'))).toBe('yes');
  });
});
