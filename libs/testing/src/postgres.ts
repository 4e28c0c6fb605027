import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { variable } from './test-run-client.js';

export interface TestDatabase {
  /** Of the superuser, at this database. */
  url: string;
  drop(): Promise<void>;
}

/** The cluster of this Jest run, as its superuser, at the database `postgres`. */
export function testPostgresUrl(): string {
  return variable('LETTRAGE_TEST_POSTGRES_URL');
}

/**
 * A database of one's own, empty or a copy of what prepareTemplate() made (about 15 ms). Roles belong to the whole cluster and are shared.
 */
export async function createTestDatabase(template = 'template0'): Promise<TestDatabase> {
  const name = `test_${variable('LETTRAGE_TEST_RUN')}_${randomBytes(5).toString('hex')}`;
  await asSuperuser((client) => client.query(`create database ${name} template ${template} strategy file_copy`));
  return {
    url: urlOf(name),
    drop: () => asSuperuser(async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
}

/**
 * Runs `fill` once a Jest run, whichever worker comes first, on an empty database, and returns the name to give to createTestDatabase().
 * `fill` must close its connections. When it fails, the next caller tries anew.
 */
export async function prepareTemplate(fill: (url: string) => Promise<void>, name = 'lettrage'): Promise<string> {
  const template = `template_${name.replaceAll(/\W/g, '_').toLowerCase()}_${variable('LETTRAGE_TEST_RUN')}`;
  return asSuperuser(async (client) => {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [template]);
    const found = await client.query<{ datistemplate: boolean }>('select datistemplate from pg_database where datname = $1', [template]);
    if (found.rows[0]?.datistemplate === true) return template;
    await client.query(`drop database if exists ${template} with (force)`);
    await client.query(`create database ${template} template template0`);
    await fill(urlOf(template));
    // Copying fails while somebody is connected, so nobody may connect any more.
    await client.query(`alter database ${template} with is_template true allow_connections false`);
    return template;
  });
}

/**
 * Lets only superusers connect to the client's database, as a server that is full does (53300), until `letEverybodyIn`. Never done by the limit
 * of a role: roles belong to the whole cluster, and other test files use them at the same moment.
 */
export function letNobodyIn(superuser: pg.Client): Promise<unknown> {
  return superuser.query(connectionLimit(0));
}

export function letEverybodyIn(superuser: pg.Client): Promise<unknown> {
  return superuser.query(connectionLimit(-1));
}

function connectionLimit(most: number): string {
  return `do $$ begin execute format('alter database %I connection limit ${most}', current_database()); end $$`;
}

/** Removes what a run has left on a server that stays: its templates, and databases that a failed test did not drop. */
export async function dropRunDatabases(): Promise<void> {
  await asSuperuser(async (client) => {
    const names = await client.query<{ datname: string }>(`select datname from pg_database where datname ~ $1`, [
      `^(test|template)_(.*_)?${variable('LETTRAGE_TEST_RUN')}(_|$)`,
    ]);
    for (const { datname } of names.rows) {
      await client.query(`alter database ${datname} with is_template false`);
      await client.query(`drop database ${datname} with (force)`);
    }
  });
}

function urlOf(database: string): string {
  const url = new URL(testPostgresUrl());
  url.pathname = `/${database}`;
  return url.href;
}

async function asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(testPostgresUrl());
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
