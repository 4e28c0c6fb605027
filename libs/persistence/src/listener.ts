import { type Log } from '@lettrage/observability';
import { Connection } from './connection.js';

/**
 * Listens on PostgreSQL channels over a connection of its own, and connects again by itself. A notification is only a
 * hint to look: whoever listens also looks by the clock.
 */
export class Listener {
  private client: Connection | undefined;
  private closed = false;
  private readonly wakers = new Map<string, Set<(payload: string) => void>>();

  constructor(
    private readonly url: string,
    private readonly log: Log,
  ) {}

  /** Calls `wake` on every notification of the channel, and once after each (re)connection. */
  on(channel: string, wake: (payload: string) => void): void {
    const wakers = this.wakers.get(channel) ?? new Set();
    wakers.add(wake);
    this.wakers.set(channel, wakers);
    if (wakers.size === 1) this.client?.query(`listen ${channel}`).catch(() => undefined); // a lost connection listens anew when it is back
  }

  async start(): Promise<void> {
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
    this.wakers.forEach((wakers) => wakers.forEach((wake) => wake('')));
  }

  async stop(): Promise<void> {
    this.closed = true;
    await this.client?.end().catch(() => undefined);
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
        await this.start();
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
    }
  }
}
