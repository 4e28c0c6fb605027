import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cachedFolder } from './cached-folder.js';

const before = process.env['XDG_CACHE_HOME'];
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lettrage-cached-'));
  process.env['XDG_CACHE_HOME'] = root;
});
afterEach(async () => {
  if (before === undefined) delete process.env['XDG_CACHE_HOME'];
  else process.env['XDG_CACHE_HOME'] = before;
  await rm(root, { recursive: true });
});

function filling(text: string, between: () => Promise<unknown> = async () => undefined): (folder: string) => Promise<void> {
  return async (folder) => {
    await writeFile(join(folder, 'first'), text);
    await between();
    await writeFile(join(folder, 'second'), text);
  };
}

describe('cachedFolder', () => {
  it('is filled whole when two fill it at once, and not again afterwards', async () => {
    const { promise: slowBegins, resolve: slowHasBegun } = Promise.withResolvers<void>();
    const { promise: fastEnds, resolve: fastHasEnded } = Promise.withResolvers<void>();
    const slow = cachedFolder('jars', filling('slow', () => (slowHasBegun(), fastEnds)));
    await slowBegins;
    const fast = await cachedFolder('jars', filling('fast'));
    fastHasEnded();
    expect(await slow).toBe(fast);
    expect(await cachedFolder('jars', () => Promise.reject(new Error('filled again')))).toBe(fast);
    expect([await readFile(join(fast, 'first'), 'utf8'), await readFile(join(fast, 'second'), 'utf8')]).toEqual(['fast', 'fast']);
    expect(await readdir(join(root, 'lettrage'))).toEqual(['jars']);
  });

  it('leaves nothing of an attempt that failed', async () => {
    const failing = async (folder: string): Promise<void> => {
      await writeFile(join(folder, 'half'), '');
      throw new Error('no network');
    };
    await expect(cachedFolder('jars', failing)).rejects.toThrow('no network');
    expect(await readdir(join(root, 'lettrage'))).toEqual([]);
    expect(await readdir(await cachedFolder('jars', filling('x')))).toEqual(['first', 'second']);
  });
});
