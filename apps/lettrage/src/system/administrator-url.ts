import { Connection, isOutage, sqlState } from '@lettrage/persistence';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Refusal } from '../cli/exit.js';
import { startEmbeddedDatabase } from './embedded-database.js';

/** undefined_table, invalid_schema_name. */
const noSuchTable: readonly (string | undefined)[] = ['42P01', '3F000'];
const noBooks = 'There are no books of Lettrage yet; start it once, or name where they are in LETTRAGE_DATABASE_URL (a server) or LETTRAGE_DATA_DIR (the data folder)';

const noteOf = (folder: string) => join(folder, 'database-url');

/** Says, for commands run beside a running system, where its database is. Readable by the owner alone: it holds the password. */
export async function noteAdministratorUrl(folder: string, url: string): Promise<{ forget(): Promise<void> }> {
  await writeFile(noteOf(folder), url, { mode: 0o600 });
  return { forget: () => rm(noteOf(folder), { force: true }) };
}

/** The administrator's view of the database: the one that is named, the embedded one that runs, or the embedded one started for the while. Refused where there are no books yet, or nobody answers. */
export async function withAdministratorUrl<T>(work: (administratorUrl: string) => Promise<T>): Promise<T> {
  try {
    return await withUrl(work);
  } catch (error) {
    if (noSuchTable.includes(sqlState(error))) throw new Refusal(noBooks);
    if (isOutage(error)) throw new Refusal(`The database does not answer (${(error as Error).message}); start it, or correct LETTRAGE_DATABASE_URL`);
    throw error;
  }
}

async function withUrl<T>(work: (administratorUrl: string) => Promise<T>): Promise<T> {
  const named = process.env['LETTRAGE_DATABASE_URL'];
  if (named) return work(named);
  const folder = resolve(process.env['LETTRAGE_DATA_DIR'] || '.lettrage');
  const running = await runningUrl(folder);
  if (running) return work(running);
  if (!existsSync(join(folder, 'postgres'))) throw new Refusal(noBooks);
  const database = await startEmbeddedDatabase(join(folder, 'postgres'));
  try {
    return await work(database.administratorUrl);
  } finally {
    await database.stop();
  }
}

async function runningUrl(folder: string): Promise<string | undefined> {
  const url = await readFile(noteOf(folder), 'utf8').catch(() => undefined);
  if (url === undefined) return undefined;
  const client = new Connection({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return url;
  } catch {
    return undefined; // the note is of a system that was killed
  }
}
