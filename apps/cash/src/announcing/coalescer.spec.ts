import { describe, expect, it, jest } from '@jest/globals';
import { Coalescer, type Pace } from './coalescer.js';

const pace: Pace = { gapMs: 250, restFactor: 2, most: 2, retryMs: 1000 };

/** A coalescer on a clock in hand, whose runs last as long as they are told to; `began` says what began when. */
function underTest({ lasts = 0, fails = 0, ...paceOverrides }: { lasts?: number; fails?: number } & Partial<Pace> = {}) {
  jest.useFakeTimers({ now: 0 });
  const began: string[] = [];
  let failures = fails;
  const coalescer = new Coalescer(
    async (organisation) => {
      began.push(`${organisation}@${Date.now()}`);
      if (lasts > 0) await new Promise((resolve) => setTimeout(resolve, lasts));
      if (failures-- > 0) throw new Error('the database does not answer');
    },
    { ...pace, ...paceOverrides },
    () => undefined,
  );
  return { coalescer, began, pass: (ms: number) => jest.advanceTimersByTimeAsync(ms) };
}

describe('a coalescer', () => {
  it('works at once, then once per gap however often it is asked', async () => {
    const { coalescer, began, pass } = underTest();
    for (let ms = 0; ms < 600; ms += 10) {
      coalescer.ask('A');
      await pass(10);
    }
    await pass(1000);
    expect(began).toEqual(['A@0', 'A@250', 'A@500', 'A@750']);
  });

  it('that may be quick after little rests in proportion to what a run took, and for the whole gap once much has changed', async () => {
    const { coalescer, began, pass } = underTest({ lasts: 4, little: { changes: 20, gapFactor: 20 } });
    for (const changes of [1, 20, 21]) {
      coalescer.ask('A', changes);
      await pass(50);
    }
    expect(began).toEqual(['A@0', 'A@80']);
    await pass(1000);
    expect(began.splice(0)).toEqual(['A@0', 'A@80', 'A@330']);
    for (let ms = 0; ms < 500; ms += 5) {
      coalescer.ask('B', 2);
      await pass(5);
    }
    await pass(1000);
    expect(began.map((run) => Number(run.slice(2)) - 1150)).toEqual([0, 250, 500]);
  });

  it('lets a wish wait, and the sooner of two wishes counts', async () => {
    const { coalescer, began, pass } = underTest();
    coalescer.ask('A', 1, 800);
    coalescer.ask('B', 1, 800);
    await pass(100);
    coalescer.ask('B');
    coalescer.ask('B', 1, 300);
    await pass(2000);
    expect(began).toEqual(['B@100', 'B@400', 'A@800']);
  });

  it('begins again after a run during which it was asked, and rests in proportion to a long run', async () => {
    const { coalescer, began, pass } = underTest({ lasts: 400 });
    coalescer.ask('A');
    await pass(100);
    coalescer.ask('A');
    await pass(5000);
    expect(began).toEqual(['A@0', 'A@1200']); // 400 of work, 800 of rest
  });

  it('works for no more organisations at once than it may', async () => {
    const { coalescer, began, pass } = underTest({ lasts: 100 });
    for (const organisation of ['A', 'B', 'C']) coalescer.ask(organisation);
    await pass(1000);
    expect(began).toEqual(['A@0', 'B@0', 'C@100']);
  });

  it('that wants calm waits for a pause in the asking, and no longer than its patience', async () => {
    const { coalescer, began, pass } = underTest({ calm: { pauseMs: 200, patienceMs: 1000 } });
    coalescer.ask('A');
    for (let ms = 0; ms < 1500; ms += 100) {
      coalescer.ask('B');
      await pass(100);
    }
    await pass(1000);
    expect(began).toEqual(['A@200', 'B@1000', 'B@1600']);
  });

  it('tries again what failed', async () => {
    const { coalescer, began, pass } = underTest({ fails: 2 });
    coalescer.ask('A');
    await pass(5000);
    expect(began).toEqual(['A@0', 'A@1000', 'A@2000']);
  });

  it('begins nothing after it was stopped, and waits for what runs', async () => {
    const { coalescer, began, pass } = underTest({ lasts: 100 });
    coalescer.ask('A');
    coalescer.ask('B', 1, 50);
    let stopped = false;
    const stopping = coalescer.stop().then(() => (stopped = true));
    await pass(50);
    expect(stopped).toBe(false);
    await pass(50);
    await stopping;
    coalescer.ask('C');
    await pass(1000);
    expect(began).toEqual(['A@0']);
  });
});
