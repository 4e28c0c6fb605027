import { type Connection, type Database } from '@lettrage/persistence';
import type pg from 'pg';

/**
 * Which of a consumer's replicas reads: the one whose connection holds its lock. When it dies PostgreSQL gives the lock back, and another takes it. What the
 * holder reads and writes goes over the same connection: if that breaks, nothing more is read or written under a lock that is somebody else's.
 */
export class ConsumerLock {
  private client: Connection | undefined;
  private held = false;

  constructor(
    private readonly database: Database,
    private readonly consumer: string,
  ) {}

  get holds(): boolean {
    return this.held;
  }

  /** True once the lock is ours. */
  async take(): Promise<boolean> {
    if (this.held) return true;
    const client = this.client ?? (await this.connect());
    const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(hashtextextended('lettrage consumer ' || $1, 0)) as mine`, [this.consumer]);
    this.held = this.client === client && rows[0]!.mine;
    return this.held;
  }

  /** One statement, a transaction by itself, over the connection that holds the lock. One with a name is read by the server once. */
  async query<Row extends pg.QueryResultRow>(text: string, values: unknown[], name?: string): Promise<pg.QueryResult<Row>> {
    if (!this.client || !this.held) throw new Error('the consumer’s lock is lost');
    return this.client.query<Row>({ text, values, ...(name !== undefined && { name }) });
  }

  async release(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    this.held = false;
    await client?.end().catch(() => undefined); // it is gone already
  }

  private async connect(): Promise<Connection> {
    const client = await this.database.openSystem(`lettrage consumer ${this.consumer}`);
    const lost = () => {
      if (this.client !== client) return;
      this.client = undefined;
      this.held = false;
    };
    client.on('error', lost).on('end', lost);
    this.client = client;
    return client;
  }
}
