import type pg from 'pg';
import { sqlState } from './database-error.js';
import { type Database } from './database.js';
import { type ServiceSchema } from './migrate.js';

/** The database carries migrations that this build does not know: a newer build has been here. */
export class NewerSchema extends Error {
  constructor(schema: string, unknown: readonly string[]) {
    super(`The schema "${schema}" is newer than this build (unknown: ${unknown.join(', ')}); start the build that made it, or a later one`);
    this.name = 'NewerSchema';
  }
}

/** What was migrated and is no migration of this build. */
export function unknownTo(schema: ServiceSchema, applied: readonly { readonly name: string }[]): string[] {
  const known = new Set(schema.migrations.map((migration) => new migration().name ?? migration.name));
  return applied.map(({ name }) => name).filter((name) => !known.has(name));
}

/** The list of migrations stays closed to every role; a service's machinery may ask for the names, and nothing else. */
export async function grantList(client: pg.Client, { name, roles = true }: ServiceSchema): Promise<void> {
  const asking = roles ? `lettrage_${name}_system` : 'lettrage_transport';
  await client.query(`
    grant usage on schema ${name} to ${asking};
    create or replace function ${name}.migrated() returns setof text language sql stable security definer set search_path = '' as 'select name::text from ${name}.migration';
    revoke all on function ${name}.migrated() from public;
    grant execute on function ${name}.migrated() to ${asking}`);
}

/**
 * Throws `NewerSchema` where one of the schemas was made by a newer build, so that a service does not begin to work on tables of which it does not know what
 * they mean. A database that cannot be asked was migrated by an older build: the function came with this check.
 */
export async function refuseNewerSchema(database: Database, schemas: readonly ServiceSchema[]): Promise<void> {
  for (const schema of schemas) {
    const unknown = unknownTo(schema, await migrated(database, schema));
    if (unknown.length > 0) throw new NewerSchema(schema.name, unknown);
  }
}

async function migrated(database: Database, { name }: ServiceSchema): Promise<{ name: string }[]> {
  try {
    return await database.inSystem((tx) => tx.query<{ name: string }[]>(`select name from ${name}.migrated() as name`));
  } catch (error) {
    if (['42883', '3F000', '42501'].includes(sqlState(error) ?? '')) return [];
    throw error;
  }
}
