import { type Log } from '@lettrage/observability';
import pg, { type PoolClient } from 'pg';
import { DataSource, type EntityManager, type EntitySchema } from 'typeorm';
import { Connection } from './connection.js';
import { isTransient } from './database-error.js';
import { postgresTypes } from './postgres-types.js';
import { ServiceClient } from './service-client.js';

/** One open transaction. Its statements see one organisation, or with `inSystem` the service's own machinery. */
export type Transaction = EntityManager;

export interface DatabaseSettings {
  /** postgres://role:password@host:port/database; the role is the service's own. */
  readonly url: string;
  /** The schema that the service owns; unqualified names mean it. */
  readonly schema: string;
  readonly poolSize?: number;
  readonly entities?: (EntitySchema | (new () => object))[];
}

const attempts = 4;

/**
 * A service's access to its schema. Row-level security stands behind every statement: inside `inOrganisation` only that
 * organisation's rows exist; `inSystem` sees only what a table opens to the service's machinery (outbox, inbox, sign-in).
 */
export class Database {
  readonly dataSource: DataSource;
  private readonly systemRole: string;

  constructor(
    readonly settings: DatabaseSettings,
    private readonly log: Log,
  ) {
    this.systemRole = `lettrage_${settings.schema}_system`;
    this.dataSource = new DataSource({
      type: 'postgres',
      url: settings.url,
      schema: settings.schema,
      entities: settings.entities ?? [],
      synchronize: false,
      migrationsRun: false,
      installExtensions: false,
      applicationName: `lettrage ${settings.schema}`,
      poolSize: settings.poolSize ?? 8,
      poolErrorHandler: (error: Error) => log.warn({ error: error.message }, 'an idle database connection was lost'),
      extra: { Client: ServiceClient, types: postgresTypes, options: `-c search_path=${settings.schema}`, connectionTimeoutMillis: 10_000, keepAlive: true, idle_in_transaction_session_timeout: 120_000 },
    });
  }

  /** Connects; waits for a server that is still starting, at most `patienceMs`. */
  async connect(patienceMs = 60_000): Promise<void> {
    const until = Date.now() + patienceMs;
    for (;;) {
      try {
        await this.dataSource.initialize();
        return;
      } catch (error) {
        if (Date.now() > until) throw error;
        this.log.warn({ error: (error as Error).message }, 'the database does not answer yet');
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  }

  async close(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /**
   * Runs `work` in one transaction that sees one organisation. Deadlocks and serialisation failures are tried again, so
   * `work` must do nothing outside the transaction.
   */
  inOrganisation<T>(organisationId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.inTransaction(`select set_config('lettrage.organisation_id', ${pg.escapeLiteral(organisationId)}, true)`, work);
  }

  /** Runs `work` in one transaction as the service's machinery, across organisations. */
  inSystem<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.inTransaction(`set local role ${this.systemRole}`, work);
  }

  /** A connection of its own as the service's machinery, across organisations, for what lasts longer than a transaction. Whoever opens it ends it. */
  async openSystem(applicationName: string): Promise<Connection> {
    const client = new Connection({ connectionString: this.settings.url, application_name: applicationName, types: postgresTypes, keepAlive: true, connectionTimeoutMillis: 10_000 });
    try {
      await client.connect();
      await client.query(`set role ${this.systemRole}`);
      return client;
    } catch (error) {
      await client.end().catch(() => undefined); // half open, and nobody else knows of it
      throw error;
    }
  }

  private async inTransaction<T>(scope: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.inOneTransaction(scope, work);
      } catch (error) {
        if (attempt === attempts || !isTransient(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 20 * 2 ** attempt));
      }
    }
  }

  /** As TypeORM does it, but for the beginning, which takes along what the transaction may see. */
  private async inOneTransaction<T>(scope: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const connection = (await runner.connect()) as ServiceClient;
      connection.scope = scope;
      await runner.startTransaction();
      const result = await work(runner.manager);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      await runner.rollbackTransaction().catch(() => undefined); // what went wrong first is what is told
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** The pg connection under a transaction, for what TypeORM does not do: COPY. */
export async function connectionOf(tx: Transaction): Promise<PoolClient> {
  return (await tx.queryRunner!.connect()) as PoolClient;
}
