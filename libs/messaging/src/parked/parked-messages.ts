import { type Database } from '@lettrage/persistence';
import { type Consumer } from '../consumer/consumer.js';
import { type Delivery } from '../message.js';

export interface ParkedMessage {
  readonly parkedId: string;
  readonly consumer: string;
  readonly organisationId: string | null;
  readonly topic: string;
  readonly name: string | null;
  readonly position: string;
  readonly reason: string;
  readonly attempts: number;
  readonly parkedAt: Date;
}

/** The messages that a service has set aside and not yet replayed, oldest first. */
export function listParked(database: Database, most = 200): Promise<ParkedMessage[]> {
  return database.inSystem((tx) =>
    tx.query<ParkedMessage[]>(
      `select parked_id as "parkedId", consumer, organisation_id as "organisationId", topic, name, position, reason, attempts, parked_at as "parkedAt"
       from parked_message where replayed_at is null order by parked_at, parked_id limit $1`,
      [most],
    ),
  );
}

/**
 * Hands parked messages to the consumer again, in the order in which they were parked. A message that fails again is parked again as a new row.
 * Returns how many were replayed. `parkedIds` limits it to those.
 */
export async function replayParked(database: Database, consumer: Consumer, parkedIds?: readonly string[]): Promise<number> {
  const rows = await database.inSystem((tx) =>
    tx.query<(Delivery & { parkedId: string })[]>(
      `select parked_id as "parkedId", event_id as "eventId", organisation_id as "organisationId", topic, name, key, payload, position, published_at as "publishedAt"
       from parked_message where replayed_at is null and ($1::uuid[] is null or parked_id = any ($1)) order by parked_at, parked_id limit 1000`,
      [parkedIds ?? null],
    ),
  );
  for (const { parkedId, ...delivery } of rows) {
    await consumer.handle([delivery]);
    await database.inSystem((tx) => tx.query('update parked_message set replayed_at = now() where parked_id = $1', [parkedId]));
  }
  return rows.length;
}
