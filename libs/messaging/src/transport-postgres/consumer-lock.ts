import pg from 'pg';

/** Which of a consumer's replicas reads: the one whose connection holds its lock. When it dies PostgreSQL gives the lock back, and another takes it. */
export class ConsumerLock {
  private client: pg.Client | undefined;
  private held = false;

  constructor(
    private readonly url: string,
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

  async release(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    this.held = false;
    await client?.end().catch(() => undefined); // it is gone already
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.url, application_name: `lettrage consumer ${this.consumer}`, keepAlive: true, connectionTimeoutMillis: 10_000 });
    const lost = () => {
      if (this.client !== client) return;
      this.client = undefined;
      this.held = false;
    };
    client.on('error', lost).on('end', lost);
    await client.connect();
    this.client = client;
    return client;
  }
}
