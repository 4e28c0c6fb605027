import { type Log, type Metrics } from '@lettrage/observability';
import { type Database, isOutage } from '@lettrage/persistence';
import { type Transport } from '../transport.js';

const most = 2000;
const pollMs = 1000;
const pauseAfterFailureMs = 500;

/**
 * Moves a service's outbox to the transport. One relay at a time works per schema (a lock in the database decides which of
 * several replicas), so what one transaction said after another leaves after it.
 */
export class Relay {
  private awake = false;
  private stopped = false;
  private failing = false;
  private lastTurn = Date.now();
  private wake: () => void = () => undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly transport: Transport,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  start(): void {
    this.lastTurn = Date.now();
    this.running = this.run();
  }

  /** Something may lie in the outbox. */
  notify(): void {
    this.awake = true;
    this.wake();
  }

  /** For how long the loop has not turned; a failure is a turn. */
  silentForMs(): number {
    return Date.now() - this.lastTurn;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.notify();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      this.lastTurn = Date.now();
      try {
        this.awake = false;
        while ((await this.relayOnce()) && !this.stopped) this.lastTurn = Date.now();
        this.failing = false;
        await this.sleep(pollMs);
      } catch (error) {
        this.failing = true;
        this.log[isOutage(error) || isBrokerOutage(error) ? 'warn' : 'error']({ error: (error as Error).message }, 'the outbox could not be moved on');
        await new Promise((resolve) => setTimeout(resolve, pauseAfterFailureMs));
      }
    }
    // Before the process goes, what it has said leaves with it where that is possible; the rest leaves at the next start.
    if (!this.failing) await this.relayOnce().catch(() => false);
  }

  /** Whether there may be more. */
  private relayOnce(): Promise<boolean> {
    return this.database.inSystem(async (tx) => {
      const [{ mine }] = await tx.query<[{ mine: boolean }]>(`select exists (select from outbox) and pg_try_advisory_xact_lock(hashtextextended('lettrage outbox ' || current_schema(), 0)) as mine`);
      if (!mine) return false;
      const { moved, more } = await this.transport.relay(tx, most);
      this.metrics.outboxRelayed.inc(moved);
      return more;
    });
  }

  private async sleep(ms: number): Promise<void> {
    if (this.awake || this.stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** kafkajs names its errors; whatever it is, the messages stay in the outbox and are tried again. */
function isBrokerOutage(error: unknown): boolean {
  return error instanceof Error && error.name.startsWith('KafkaJS');
}
