import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, prepareTemplate } from './postgres.js';

async function rows(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

async function makeLedger(url: string): Promise<void> {
  await rows(url, `create table ledger (line int); insert into ledger values (1)`);
}

describe('test databases', () => {
  it('prepares a template once, however many ask at once, and gives copies that do not see each other', async () => {
    let filled = 0;
    const fill = async (url: string): Promise<void> => {
      filled += 1;
      await makeLedger(url);
    };
    const [template, again] = await Promise.all([prepareTemplate(fill, 'own-spec'), prepareTemplate(fill, 'own-spec')]);
    expect(again).toBe(template);
    expect(filled).toBe(1);

    const [one, two] = await Promise.all([createTestDatabase(template), createTestDatabase(template)]);
    await rows(one.url, 'insert into ledger values (2)');
    expect(await rows(one.url, 'select line from ledger order by line')).toEqual([{ line: 1 }, { line: 2 }]);
    expect(await rows(two.url, 'select line from ledger order by line')).toEqual([{ line: 1 }]);
    await Promise.all([one.drop(), two.drop()]);
  });

  it('prepares a template anew after a failed attempt', async () => {
    const failing = async (url: string): Promise<void> => {
      await rows(url, 'create table half (line int)');
      throw new Error('migration 7 failed');
    };
    await expect(prepareTemplate(failing, 'failing')).rejects.toThrow('migration 7 failed');
    const database = await createTestDatabase(await prepareTemplate(makeLedger, 'failing'));
    expect(await rows(database.url, `select relname from pg_class where relnamespace = 'public'::regnamespace`)).toEqual([{ relname: 'ledger' }]);
    await database.drop();
  });

  it('drops a database also while somebody is connected', async () => {
    const database = await createTestDatabase();
    const client = new pg.Client(database.url);
    client.on('error', () => undefined);
    await client.connect();
    await database.drop();
    await expect(rows(database.url, 'select 1')).rejects.toThrow('does not exist');
    await client.end().catch(() => undefined);
  });
});
