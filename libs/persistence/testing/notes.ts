import { createLogger, type Log } from '@lettrage/observability';
import { createTestDatabase, prepareTemplate, type TestDatabase, testSecret } from '@lettrage/testing';
import pg from 'pg';
import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { Database, migrate, rolePassword, roleUrl, type ServiceSchema, tableRights } from '../src/index.js';

/** One table of each kind of access. */
export class CreateNotes1763700800000 implements MigrationInterface {
  readonly name: string = 'CreateNotes1763700800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['note', 'journal', 'ticket', 'machine']) {
      await runner.query(`create table ${table} (organisation_id uuid not null, id int not null, amount bigint, day date, primary key (organisation_id, id))`);
    }
    const rights = [tableRights('notes', 'note'), tableRights('notes', 'journal', { organisation: 'append_only' }), tableRights('notes', 'ticket', { system: true }), tableRights('notes', 'machine', { organisation: 'none', system: true })];
    for (const statement of rights.flat()) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table note, journal, ticket, machine');
  }
}

export const notesSchema: ServiceSchema = { name: 'notes', migrations: [CreateNotes1763700800000] };
export const passwords = { notes: rolePassword(testSecret, 'notes') };
export const silent: Log = createLogger('test', 'silent');

export interface Notes {
  readonly url: string;
  readonly administratorUrl: string;
  readonly administrator: pg.Client;
  readonly database: Database;
  stop(): Promise<void>;
}

/** A service's schema with its role, on a database of its own. */
export async function openNotes(): Promise<Notes> {
  const test: TestDatabase = await createTestDatabase(await prepareTemplate((url) => migrate(url, [notesSchema], passwords), 'notes'));
  const administrator = new pg.Client(test.url);
  await administrator.connect();
  const url = roleUrl(test.url, testSecret, 'notes');
  const database = new Database({ url, schema: 'notes', poolSize: 4 }, silent);
  await database.connect();
  return {
    url, administratorUrl: test.url, administrator, database,
    async stop() {
      await database.close();
      await administrator.end();
      await test.drop();
    },
  };
}
