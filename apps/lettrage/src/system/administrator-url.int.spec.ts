import { createTestDatabase, type TestDatabase } from '@lettrage/testing';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run as check } from '../commands/check.js';
import { run as parked } from '../commands/parked.js';
import { Refusal } from '../cli/exit.js';

const noBooks = new Refusal('There are no books of Lettrage yet; start it once, or name where they are in LETTRAGE_DATABASE_URL (a server) or LETTRAGE_DATA_DIR (the data folder)');
const before = { ...process.env };
let folder: string;
let empty: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lettrage-books-'));
  empty = await createTestDatabase();
});
afterEach(() => {
  for (const name of ['LETTRAGE_DATABASE_URL', 'LETTRAGE_DATA_DIR']) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
});
afterAll(async () => {
  await empty.drop();
  await rm(folder, { recursive: true });
});

it.each([['check', check, []], ['parked', parked, ['list']]] as const)('%s says where there are no books, and makes none', async (_, run, args) => {
  process.env['LETTRAGE_DATABASE_URL'] = empty.url;
  await expect(run([...args])).rejects.toThrow(noBooks);
  delete process.env['LETTRAGE_DATABASE_URL'];
  process.env['LETTRAGE_DATA_DIR'] = folder;
  await expect(run([...args])).rejects.toThrow(noBooks);
  expect(await readdir(folder)).toEqual([]);
});

it('says when nobody answers', async () => {
  process.env['LETTRAGE_DATABASE_URL'] = 'postgres://127.0.0.1:1/lettrage';
  await expect(check([])).rejects.toThrow(/^The database does not answer \(.+\); start it, or correct LETTRAGE_DATABASE_URL$/);
});
