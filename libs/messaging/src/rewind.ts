import { type Transaction } from '@lettrage/persistence';
import { type TransportSettings } from './service-messaging.js';
import { rewindGroup } from './transport-kafka/rewind-group.js';

/** The consumer's place cannot be set back now; the message says why and what to do. */
export class RewindRefused extends Error {
  override readonly name = 'RewindRefused';
}

/**
 * Sets a consumer's place back to the beginning of all that it listens to, so that at its next start it hears everything again. Refused
 * while a service holds the place. `tx` is one of the machinery (`inSystem`); over PostgreSQL the place moves with its commit, over Kafka at once,
 * so that a failure after it means hearing again without need, and never the other way round.
 */
export async function rewind(tx: Transaction, settings: TransportSettings, consumer: string): Promise<void> {
  if (settings.kind === 'kafka') {
    if (!(await rewindGroup(settings, consumer))) throw new RewindRefused(running(consumer));
    return;
  }
  const [{ free }] = await tx.query<[{ free: boolean }]>(`select pg_try_advisory_xact_lock(hashtextextended('lettrage consumer ' || $1, 0)) as free`, [consumer]);
  if (!free) throw new RewindRefused(running(consumer));
  await tx.query('update bus.consumer_position set pos = 0, moved_at = now() where consumer = $1', [consumer]);
}

function running(consumer: string): string {
  return `The service "${consumer}" is running; stop every instance of it and try again`;
}
