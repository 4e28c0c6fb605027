import { describe, expect, it } from '@jest/globals';
import { NotHeardOf, onceHeard } from './once-heard.js';
import { Refused } from './refused.js';

/** Refuses so many times before it answers. */
function heardAfter(refusals: number, refused: Refused): { asked: () => number; attempt: () => Promise<string> } {
  let asked = 0;
  return { asked: () => asked, attempt: async () => { asked += 1; if (asked <= refusals) throw refused; return 'heard'; } };
}

describe('what another service said a moment ago', () => {
  it('is waited for', async () => {
    const { asked, attempt } = heardAfter(3, new NotHeardOf('customer_unknown', 'There is no such customer'));
    expect([await onceHeard(attempt), asked()]).toEqual(['heard', 4]);
  });

  it('is refused as it was if it does not come within two seconds', async () => {
    const refused = new NotHeardOf('customer_unknown', 'There is no such customer');
    const began = performance.now();
    await expect(onceHeard(heardAfter(Infinity, refused).attempt)).rejects.toBe(refused);
    expect(performance.now() - began).toBeGreaterThan(1900);
  });

  it('is not what any other refusal is about', async () => {
    const { asked, attempt } = heardAfter(1, new Refused('changed_meanwhile', 'Somebody was first'));
    await expect(onceHeard(attempt)).rejects.toThrow('Somebody was first');
    expect(asked()).toBe(1);
  });
});
