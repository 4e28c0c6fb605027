import { createTestDatabase, type TestDatabase, testSecret } from '@lettrage/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { CreateNotes1763700800000, notesSchema, passwords, silent } from '../testing/notes.js';
import { Database, migrate, NewerSchema, refuseNewerSchema, roleUrl } from './index.js';

class AddColour1763700900000 implements MigrationInterface {
  readonly name = 'AddColour1763700900000';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table note add column colour text');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table note drop column colour');
  }
}

class Breaks1763700900000 extends AddColour1763700900000 {
  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await runner.query('select 1 / 0');
  }
}

const newer = { ...notesSchema, migrations: [CreateNotes1763700800000, AddColour1763700900000] };
const other = { name: 'other', migrations: [], roles: false };

let test: TestDatabase;
let administrator: pg.Client;
beforeEach(async () => {
  test = await createTestDatabase();
  administrator = new pg.Client(test.url);
  await administrator.connect();
});
afterEach(async () => {
  await administrator.end();
  await test.drop();
});
const applied = async () => (await administrator.query<{ name: string }>('select name from notes.migration order by id')).rows.map(({ name }) => name);
const columns = async () => (await administrator.query<{ column_name: string }>(`select column_name from information_schema.columns where table_schema = 'notes' and table_name = 'note' order by ordinal_position`)).rows.map(({ column_name }) => column_name);

describe('migrate', () => {
  it('run twice does its work once', async () => {
    await migrate(test.url, [notesSchema], passwords);
    await administrator.query(`insert into notes.note (organisation_id, id) values (gen_random_uuid(), 1)`);
    await migrate(test.url, [notesSchema], passwords);
    expect(await applied()).toEqual(['CreateNotes1763700800000']);
    expect((await administrator.query('select id from notes.note')).rows).toEqual([{ id: 1 }]);
  });

  it('run by four at once does its work once, and all of them succeed', async () => {
    await Promise.all([1, 2, 3, 4].map(() => migrate(test.url, [notesSchema], passwords)));
    expect(await applied()).toEqual(['CreateNotes1763700800000']);
  });

  it('on several databases of a cluster at once gets along with the roles that they share', async () => {
    const others = await Promise.all([1, 2, 3].map(() => createTestDatabase()));
    try {
      await Promise.all([test, ...others].map(({ url }) => migrate(url, [notesSchema], passwords)));
      expect(await applied()).toEqual(['CreateNotes1763700800000']);
    } finally {
      for (const each of others) await each.drop();
    }
  });

  it('brings an older schema up to date and keeps its rows', async () => {
    await migrate(test.url, [notesSchema], passwords);
    await administrator.query(`insert into notes.note (organisation_id, id, amount) values (gen_random_uuid(), 1, 5)`);
    await migrate(test.url, [newer], passwords);
    expect(await applied()).toEqual(['CreateNotes1763700800000', 'AddColour1763700900000']);
    expect((await administrator.query('select id, amount, colour from notes.note')).rows).toEqual([{ id: 1, amount: '5', colour: null }]);
  });

  it('refuses a schema that a newer build has made, by name, and touches none', async () => {
    await migrate(test.url, [newer], passwords);
    const older = migrate(test.url, [other, notesSchema], passwords);
    await expect(older).rejects.toThrow(NewerSchema);
    await expect(older).rejects.toThrow('The schema "notes" is newer than this build (unknown: AddColour1763700900000); start the build that made it, or a later one');
    expect((await administrator.query(`select 1 from pg_namespace where nspname = 'other'`)).rows).toEqual([]);
  });

  it('that fails leaves the schema as it was, and works when the cause is mended', async () => {
    await migrate(test.url, [notesSchema], passwords);
    await expect(migrate(test.url, [{ ...notesSchema, migrations: [CreateNotes1763700800000, Breaks1763700900000] }], passwords)).rejects.toThrow('division by zero');
    expect(await applied()).toEqual(['CreateNotes1763700800000']);
    expect(await columns()).not.toContain('colour');
    await migrate(test.url, [newer], passwords);
    expect(await columns()).toContain('colour');
  });

  it('gives the role the password that follows from the secret, and no other', async () => {
    await migrate(test.url, [notesSchema], passwords);
    const client = new pg.Client(roleUrl(test.url, testSecret, 'notes'));
    await client.connect();
    expect((await client.query('select current_user as role')).rows).toEqual([{ role: 'lettrage_notes' }]);
    await client.end();
    const { rows } = await administrator.query<{ rolpassword: string }>(`select rolpassword from pg_authid where rolname = 'lettrage_notes'`);
    expect(rows[0]!.rolpassword).toMatch(/^SCRAM-SHA-256\$/);
  });
});

describe('a service', () => {
  const asService = async (build: typeof notesSchema): Promise<unknown> => {
    const database = new Database({ url: roleUrl(test.url, testSecret, 'notes'), schema: 'notes', poolSize: 1 }, silent);
    await database.connect();
    return refuseNewerSchema(database, [build, other]).then(() => 'goes on', (error: unknown) => error).finally(() => database.close());
  };

  it('goes on with its own schema and with an older one, and refuses a newer one by name', async () => {
    await migrate(test.url, [notesSchema, other], passwords);
    expect([await asService(notesSchema), await asService(newer)]).toEqual(['goes on', 'goes on']);
    await migrate(test.url, [newer], passwords);
    expect(await asService(newer)).toBe('goes on');
    expect(await asService(notesSchema)).toEqual(new NewerSchema('notes', ['AddColour1763700900000']));
  });

  it('refuses a newer schema of the transport', async () => {
    await migrate(test.url, [notesSchema, other], passwords);
    await administrator.query(`insert into other.migration (timestamp, name) values (1, 'Later1')`);
    expect(await asService(notesSchema)).toEqual(new NewerSchema('other', ['Later1']));
  });

  it('goes on where an older build has migrated, which did not let it ask', async () => {
    await migrate(test.url, [notesSchema], passwords);
    await administrator.query('drop function notes.migrated()');
    expect(await asService(notesSchema)).toBe('goes on');
  });

  it('may ask in the machinery’s role only, and read the list itself in none', async () => {
    await migrate(test.url, [notesSchema], passwords);
    const client = new pg.Client(roleUrl(test.url, testSecret, 'notes'));
    await client.connect();
    const denied = (sql: string) => client.query(sql).then(() => 'allowed', (error: { code: string }) => error.code);
    expect([await denied('select notes.migrated()'), await denied('select from notes.migration')]).toEqual(['42501', '42501']);
    await client.query('set role lettrage_notes_system');
    expect([await denied('select notes.migrated()'), await denied('select from notes.migration')]).toEqual(['allowed', '42501']);
    await client.end();
  });
});
