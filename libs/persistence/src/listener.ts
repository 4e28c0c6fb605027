import { type Log } from '@lettrage/observability';
import { ListeningConnection, type Wake } from './listening-connection.js';

/**
 * Listens on PostgreSQL channels, and connects again by itself. All listeners of a process on one database share a connection, so that a notification
 * wakes it once. A notification is only a hint to look: whoever listens also looks by the clock.
 */
export class Listener {
  private connection: ListeningConnection | undefined;
  private closed = false;
  private readonly wakers: (readonly [channel: string, wake: Wake])[] = [];

  constructor(
    private readonly url: string,
    private readonly log: Log,
  ) {}

  /** Calls `wake` on every notification of the channel, and once after each (re)connection. */
  on(channel: string, wake: Wake): void {
    const own: Wake = (payload) => void (this.closed || wake(payload));
    this.wakers.push([channel, own]);
    void this.connection?.add(channel, own);
  }

  async start(): Promise<void> {
    const connection = ListeningConnection.of(this.url, this.log);
    this.connection = connection;
    try {
      await connection.start();
    } catch (error) {
      if (this.connection === connection) await connection.leave(this.wakers);
      this.connection = undefined;
      throw error;
    }
    if (this.closed) return; // stopped meanwhile, and has left
    await Promise.all(this.wakers.map(([channel, wake]) => connection.add(channel, wake)));
    for (const [, wake] of this.wakers) wake('');
  }

  async stop(): Promise<void> {
    this.closed = true;
    const { connection } = this;
    this.connection = undefined;
    await connection?.leave(this.wakers);
  }
}
