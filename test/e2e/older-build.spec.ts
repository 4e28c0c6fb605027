import { createTestDatabase, serviceProcesses, type TestDatabase, testSecret } from '@lettrage/testing';
import { rolePassword, roleUrl } from '@lettrage/persistence';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrateAll, schemas } from '../../apps/lettrage/src/system/schemas.js';

let test: TestDatabase;
const processes = serviceProcesses();
beforeAll(async () => {
  test = await createTestDatabase();
  await migrateAll(test.url, Object.fromEntries(schemas.map(({ name }) => [name, rolePassword(testSecret, name)])));
  const administrator = new pg.Client(test.url);
  await administrator.connect();
  for (const { name } of schemas) if (name !== 'bus') await administrator.query(`insert into ${name}.migration (timestamp, name) values (9999999999999, 'OfALaterBuild')`);
  await administrator.end();
});
afterAll(async () => {
  await processes.stopAll();
  await test?.drop();
});

it.each(['invoicing', 'bank-import', 'matching', 'cash', 'gateway'])('%s refuses to start where a later build has migrated', async (name) => {
  const schema = name.replace('-', '_');
  const env = { LETTRAGE_DATABASE_URL: roleUrl(test.url, testSecret, schema), LETTRAGE_TOKEN_SECRET: testSecret };
  await expect(processes.start(name, { env })).rejects.toThrow(`exit code 78) before it was ready:\nThe schema "${schema}" is newer than this build (unknown: OfALaterBuild); start the build that made it, or a later one`);
});

it('so does the whole system in one process, without a stack', async () => {
  const refused: Error = await processes.start('lettrage', { args: ['start'], env: { LETTRAGE_DATABASE_URL: test.url, LETTRAGE_TOKEN_SECRET: testSecret } }).then(() => new Error('it started'), (error: Error) => error);
  expect(refused.message).toMatch(/^lettrage ended \(exit code 78\) before it was ready:\nThe schema "gateway" is newer than this build \(unknown: OfALaterBuild\); start the build that made it, or a later one$/);
});
