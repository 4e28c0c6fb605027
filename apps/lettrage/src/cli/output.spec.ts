import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Refusal } from './exit.js';
import { writeWhole } from './output.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lettrage-output-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a file that a command writes', () => {
  it.each([['a folder that is not there', join('missing', 'out'), 'ENOENT'], ['a file as a folder', join('before', 'out'), 'ENOTDIR'], ['a folder as a file', '.', 'EISDIR']])('is refused with its path in %s', async (_, name, code) => {
    await writeFile(join(folder, 'before'), 'before');
    const path = join(folder, name);
    const written = writeWhole(path, async (sink) => sink.write('after'));
    await expect(written).rejects.toBeInstanceOf(Refusal);
    await expect(written).rejects.toThrow(`${path}: cannot be written (${code}`);
    expect(await readFile(join(folder, 'before'), 'utf8')).toBe('before');
  });

  it('takes its name only when it is whole', async () => {
    const path = join(folder, 'out');
    await writeFile(path, 'before');
    const failed = writeWhole(path, async (sink) => {
      await sink.write('half');
      throw new Error('no more');
    });
    await expect(failed).rejects.toThrow('no more');
    expect([await readdir(folder), await readFile(path, 'utf8')]).toEqual([['out'], 'before']);
    await writeWhole(path, async (sink) => sink.write('after'));
    expect([await readdir(folder), await readFile(path, 'utf8')]).toEqual([['out'], 'after']);
  });
});
