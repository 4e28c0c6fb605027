import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { environmentFile, run } from './init.js';

const REPOSITORY = join(import.meta.dirname, '../../../..');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lettrage-init-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('lettrage init', () => {
  it('gives every secret a value of its own, of at least 32 bytes that a URL can carry', () => {
    let calls = 0;
    const lines = environmentFile(() => `secret-${(calls += 1)}`).split('\n');
    expect(lines.filter((line) => line.includes('secret-'))).toEqual([
      'LETTRAGE_DB_PASSWORD_ADMIN=secret-1',
      'LETTRAGE_DB_PASSWORD_GATEWAY=secret-2',
      'LETTRAGE_DB_PASSWORD_INVOICING=secret-3',
      'LETTRAGE_DB_PASSWORD_BANK_IMPORT=secret-4',
      'LETTRAGE_DB_PASSWORD_MATCHING=secret-5',
      'LETTRAGE_DB_PASSWORD_CASH=secret-6',
      'LETTRAGE_TOKEN_SECRET=secret-7',
    ]);
  });

  it('writes what the compose file requires, readable for the owner alone', async () => {
    const path = join(folder, '.env');
    await run(['--out', path]);
    const text = await readFile(path, 'utf8');
    const required = new Set([...(await readFile(join(REPOSITORY, 'docker-compose.yml'), 'utf8')).matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name as string));
    const secrets = new Map([...text.matchAll(/^(\w+)=([A-Za-z0-9_-]{43})$/gm)].map(([, name, value]) => [name as string, value as string]));
    expect([...secrets.keys()].sort()).toEqual([...required].sort());
    expect(new Set(secrets.values()).size).toBe(secrets.size);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('never overwrites', async () => {
    const path = join(folder, '.env');
    await writeFile(path, 'LETTRAGE_TOKEN_SECRET=in-use\n');
    await expect(run(['--out', path])).rejects.toThrow(`${path}: is there already and may hold the secrets of a running system`);
    expect(await readFile(path, 'utf8')).toBe('LETTRAGE_TOKEN_SECRET=in-use\n');
  });

  it('says what is wrong with a folder that is not there, and with an option that it does not know', async () => {
    await expect(run(['--out', join(folder, 'missing', '.env')])).rejects.toThrow(/cannot be written \(ENOENT/);
    await expect(run(['--force'])).rejects.toThrow(/lettrage init: Unknown option '--force'.*\nusage: lettrage init \[--out FILE\]/);
  });
});
