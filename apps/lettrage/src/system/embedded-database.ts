import { Connection, startEmbeddedPostgres } from '@lettrage/persistence';

const name = 'lettrage';

export interface RunningDatabase {
  readonly administratorUrl: string;
  /** Settles when the server is gone, wanted or not. */
  readonly exited: Promise<void>;
  stop(): Promise<void>;
}

/** PostgreSQL from the npm package with its data in a folder, and the system's database in it. */
export async function startEmbeddedDatabase(dataDir: string): Promise<RunningDatabase> {
  const server = await startEmbeddedPostgres({ dataDir });
  try {
    const client = new Connection({ connectionString: server.url });
    await client.connect();
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${name} template template0 encoding 'UTF8'`);
    await client.end();
  } catch (error) {
    await server.stop();
    throw error;
  }
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return { administratorUrl: url.href, exited: server.exited, stop: () => server.stop() };
}
