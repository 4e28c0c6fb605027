import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** The built one: threads start without the loader that tests run under. */
const guard = new URL('./memory-guard.js', pathToFileURL(createRequire(import.meta.url).resolve('@lettrage/bank-import/statement-reader')));

/** What a thread that may take 24 MB says after it has looked 40 times, each time after 30 MB of bytes of which it has kept the last `kept`. */
async function looks(kept: number): Promise<unknown> {
  const script = `
    import { parentPort } from 'node:worker_threads';
    import { MemoryGuard } from '${guard.href}';
    const guard = new MemoryGuard(24);
    const held = [];
    try {
      for (let look = 1; look <= 40; look++) {
        for (let megabyte = 1; megabyte <= 30; megabyte++) held[megabyte % ${kept + 1}] = new Uint8Array(1_000_000);
        if (${kept} === 0) held.length = 0;
        guard.check();
      }
      parentPort.postMessage('enough');
    } catch (error) {
      parentPort.postMessage(error.name);
    }`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
  const [said] = (await once(worker, 'message')) as [unknown];
  await worker.terminate();
  return said;
}

describe('the guard of a reader’s memory', () => {
  it('does not end it for bytes that nobody holds any more, though a thread beside it has still to let go of them', async () => expect(await looks(0)).toBe('enough'));
  it('ends it for bytes that are held', async () => expect(await looks(26)).toBe('TooMuchMemory'));
});
