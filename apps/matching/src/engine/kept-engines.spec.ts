import { describe, expect, it } from '@jest/globals';
import { KeptEngines, usualKeepLimits } from './kept-engines.js';

const minute = 60_000;

/** Engines that say when they are dropped, and a clock that is set by hand. */
function keeping(limits = { most: 3, idleMs: 15 * minute }) {
  const clock = { ms: 0 };
  const dropped: string[] = [];
  const engines = new KeptEngines(limits, () => clock.ms);
  const keep = (name: string) => engines.keep(name, { engine: { drop: () => dropped.push(name) } });
  const at = (minutes: number) => (clock.ms = minutes * minute);
  return { engines, keep, at, dropped };
}

describe('engines in memory', () => {
  it('are let go of after a quarter of an hour without use, unless told otherwise', () => expect(usualKeepLimits).toEqual({ most: 50, idleMs: 900_000 }));

  it('stay while they are used', () => {
    const { engines, keep, at, dropped } = keeping();
    keep('a');
    keep('b');
    at(14);
    engines.use('a');
    at(15);
    engines.dropIdle();
    expect([dropped, engines.use('b')]).toEqual([['b'], undefined]);
    at(28);
    engines.dropIdle();
    expect(dropped).toEqual(['b']);
    at(29);
    engines.dropIdle();
    expect(dropped).toEqual(['b', 'a']);
  });

  it('make room for others: the one that was idle longest goes', () => {
    const { engines, keep, dropped } = keeping();
    for (const name of ['a', 'b', 'c']) keep(name);
    engines.use('a');
    keep('d');
    expect(dropped).toEqual(['b']);
  });

  it('are replaced one for one, and forgotten without a word when their thread is lost', () => {
    const { engines, keep, dropped } = keeping();
    keep('a');
    keep('a');
    expect(dropped).toEqual(['a']);
    engines.forgetAll();
    expect([dropped, engines.use('a')]).toEqual([['a'], undefined]);
  });
});
