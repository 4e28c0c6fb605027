import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { Connection } from './connection.js';
import { grantList, NewerSchema, unknownTo } from './newer-schema.js';

export interface ServiceSchema {
  /** Schema and part of the role names: `lettrage_<name>` serves requests, `lettrage_<name>_system` is its machinery. */
  readonly name: string;
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** False for a schema that belongs to no service: it gets no roles of its own. */
  readonly roles?: boolean;
}

const lock = 7_041_955_001;

/**
 * Creates roles and schemas where they are missing and brings every schema to this build's version. Safe to run by several
 * at once: one works, the others wait and find nothing to do. `passwords` are set on the login roles that are named.
 */
export async function migrate(administratorUrl: string, schemas: readonly ServiceSchema[], passwords: Readonly<Record<string, string>> = {}): Promise<void> {
  const guard = new Connection({ connectionString: administratorUrl, application_name: 'lettrage migrate' });
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [lock]);
    await createRole(guard, 'lettrage_transport', 'nologin');
    // All are looked at before any is touched.
    for (const schema of schemas) await refuseNewer(guard, schema);
    for (const schema of schemas) await createSchema(guard, schema, passwords[schema.name]);
    for (const schema of schemas) {
      await runMigrations(administratorUrl, schema);
      await grantList(guard, schema);
    }
  } finally {
    await guard.end();
  }
}

async function createSchema(client: Connection, { name, roles = true }: ServiceSchema, password: string | undefined): Promise<void> {
  await client.query(`create schema if not exists ${name}`);
  if (!roles) return;
  const role = `lettrage_${name}`;
  await createRole(client, role, 'login');
  await createRole(client, `${role}_system`, 'nologin');
  // The machinery's role is put on by name (SET ROLE) and never inherited, so that no request has its rights by accident.
  await retryConcurrent(() => client.query(`grant ${role}_system to ${role} with inherit false, set true; grant lettrage_transport to ${role}_system with inherit true`));
  if (password !== undefined) await retryConcurrent(() => client.query(`alter role ${role} password ${pg.escapeLiteral(password)}`));
  await client.query(`grant usage on schema ${name} to ${role}, ${role}_system`);
}

async function createRole(client: Connection, role: string, login: 'login' | 'nologin'): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (rowCount) return;
  try {
    await client.query(`create role ${role} ${login} nosuperuser nobypassrls nocreatedb nocreaterole`);
  } catch (error) {
    if (!['42710', '23505'].includes((error as { code?: string }).code ?? '')) throw error; // another database of the cluster was faster
  }
}

/** Roles belong to the whole cluster, where the lock does not reach: two databases migrated at once may collide here. */
async function retryConcurrent(run: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await run();
      return;
    } catch (error) {
      if (attempt === 10 || !/tuple concurrently (updated|deleted)/.test((error as Error).message)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
    }
  }
}

async function runMigrations(administratorUrl: string, schema: ServiceSchema): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: administratorUrl,
    schema: schema.name,
    migrations: [...schema.migrations],
    migrationsTableName: 'migration',
    installExtensions: false,
    poolSize: 2,
    extra: { options: `-c search_path=${schema.name},public` },
  });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}

async function refuseNewer(client: Connection, schema: ServiceSchema): Promise<void> {
  const { rows } = await client.query<{ exists: boolean }>(`select to_regclass($1) is not null as exists`, [`${schema.name}.migration`]);
  if (!rows[0]!.exists) return;
  const applied = await client.query<{ name: string }>(`select name from ${schema.name}.migration`);
  const unknown = unknownTo(schema, applied.rows);
  if (unknown.length > 0) throw new NewerSchema(schema.name, unknown);
}
