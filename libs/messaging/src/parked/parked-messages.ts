import { type Database } from '@lettrage/persistence';
import { type Consumer } from '../consumer/consumer.js';
import { type Delivery } from '../message.js';

const mostAtOnce = 500;

/**
 * Hands the parked messages for which somebody has asked to the consumer again, in the order in which they were parked. One that fails
 * again is parked again, as a new row. Returns how many were handed over.
 */
export async function replayAsked(database: Database, consumer: Consumer): Promise<number> {
  const rows = await database.inSystem((tx) =>
    tx.query<(Delivery & { parkedId: string })[]>(
      `select parked_id as "parkedId", event_id as "eventId", organisation_id as "organisationId", topic, name, key, payload, position, published_at as "publishedAt"
       from parked_message where consumer = $1 and replay_asked_at is not null and replayed_at is null order by parked_at, parked_id limit $2`,
      [consumer.name, mostAtOnce],
    ),
  );
  for (const { parkedId, ...delivery } of rows) {
    await consumer.handle([delivery]);
    await database.inSystem((tx) => tx.query('update parked_message set replayed_at = now() where parked_id = $1', [parkedId]));
  }
  return rows.length;
}
