import { describe, expect, it } from '@jest/globals';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { askAgain } from './ask-again.js';

/** A question on screen whose answers the test gives, in the order in which they were asked for. */
function onScreen(cache: QueryClient) {
  const asked: { answer: (text: string) => void; fail: () => void }[] = [];
  const queryFn = async () => new Promise<string>((answer, fail) => asked.push({ answer, fail: () => fail(new Error('no connection')) }));
  const observer = new QueryObserver(cache, { queryKey: ['queue', {}], queryFn, retry: false });
  observer.subscribe(() => undefined);
  const settle = async () => new Promise((resolve) => setTimeout(resolve, 5));
  return { asked, settle, shown: () => observer.getCurrentResult().data };
}

describe('askAgain', () => {
  it('asks once more after a first answer that was on its way, which may be from before', async () => {
    const cache = new QueryClient();
    const { asked, settle, shown } = onScreen(cache);
    const done = askAgain(cache, { queryKey: ['queue'] });
    await settle();
    expect(asked).toHaveLength(1);
    asked[0]!.answer('before');
    await settle();
    expect(asked).toHaveLength(2);
    asked[1]!.answer('after');
    await done;
    expect(shown()).toBe('after');
  });

  it('asks once more after a first answer that failed', async () => {
    const cache = new QueryClient();
    const { asked, settle, shown } = onScreen(cache);
    const done = askAgain(cache, { queryKey: ['queue'] });
    asked[0]!.fail();
    await settle();
    asked[1]!.answer('after');
    await done;
    expect(shown()).toBe('after');
  });

  it('asks at once where something is shown already, and leaves other questions alone', async () => {
    const cache = new QueryClient();
    const { asked, settle, shown } = onScreen(cache);
    asked[0]!.answer('before');
    await settle();
    await askAgain(cache, { queryKey: ['aged-balance'] });
    expect(asked).toHaveLength(1);
    const done = askAgain(cache, { queryKey: ['queue'] });
    expect(asked).toHaveLength(1);
    await settle();
    asked[1]!.answer('after');
    await done;
    expect(shown()).toBe('after');
  });
});
