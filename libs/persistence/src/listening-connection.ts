import { type Log } from '@lettrage/observability';
import { Connection } from './connection.js';

export type Wake = (payload: string) => void;

const pauseMs = 1000;
const shared = new Map<string, ListeningConnection>();

/** A process's one connection to a database on which it hears notifications, for as long as somebody listens. */
export class ListeningConnection {
  private client: Connection | undefined;
  private started: Promise<void> | undefined;
  private users = 0;
  private closed = false;
  /** One statement at a time. */
  private turn: Promise<unknown> = Promise.resolve();
  private readonly wakers = new Map<string, Set<Wake>>();

  private constructor(
    private readonly place: string,
    private readonly url: string,
    private readonly log: Log,
  ) {}

  /** Whoever asks must leave. Services come with different roles: to listen needs no right, so that the first one's serves all. */
  static of(url: string, log: Log): ListeningConnection {
    const { host, pathname, search } = new URL(url);
    const place = `${host}${pathname}${search}`;
    const connection = shared.get(place) ?? new ListeningConnection(place, url, log);
    shared.set(place, connection);
    connection.users += 1;
    return connection;
  }

  /** Rejects where the first connection cannot be made; later ones it makes anew by itself. */
  async start(): Promise<void> {
    try {
      await (this.started ??= this.connect());
    } catch (error) {
      this.started = undefined;
      throw error;
    }
  }

  /** Resolves when notifications of the channel come in, or will with the next connection. */
  async add(channel: string, wake: Wake): Promise<void> {
    const wakers = this.wakers.get(channel) ?? new Set();
    this.wakers.set(channel, wakers);
    wakers.add(wake);
    this.turn = this.turn.then(() => this.client?.query(`listen ${channel}`)).catch(() => undefined); // a lost connection listens anew when it is back
    await this.turn;
  }

  async leave(wakers: Iterable<readonly [channel: string, wake: Wake]>): Promise<void> {
    for (const [channel, wake] of wakers) this.wakers.get(channel)?.delete(wake);
    this.users -= 1;
    if (this.users > 0) return;
    this.closed = true;
    if (shared.get(this.place) === this) shared.delete(this.place);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new Connection({ connectionString: this.url, application_name: 'lettrage listener', keepAlive: true, connectionTimeoutMillis: 10_000 });
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel, payload }) => this.wakers.get(channel)?.forEach((wake) => wake(payload ?? '')));
    try {
      await client.connect();
      for (const channel of this.wakers.keys()) await client.query(`listen ${channel}`);
    } catch (error) {
      await client.end().catch(() => undefined); // half open, and nobody else knows of it
      throw error;
    }
    if (this.closed) return client.end();
    this.client = client;
  }

  private lost(client: Connection, error?: Error): void {
    if (this.closed || this.client !== client) return;
    this.client = undefined;
    this.log.warn({ error: error?.message }, 'the listening connection was lost');
    void this.reconnect();
  }

  private async reconnect(): Promise<void> {
    while (!this.closed) {
      try {
        await this.connect();
        this.wakers.forEach((wakers) => wakers.forEach((wake) => wake('')));
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  }
}
