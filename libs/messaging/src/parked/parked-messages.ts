import { type Database } from '@lettrage/persistence';
import { type Consumer } from '../consumer/consumer.js';
import { type Delivery } from '../message.js';

const mostAtOnce = 100;

interface ParkedRow extends Omit<Delivery, 'original'> {
  readonly parkedId: string;
  readonly original: Buffer | null;
  readonly askedAt: string;
}

/**
 * Hands the parked messages for which somebody has asked to the consumer again, in the order in which they were parked; only those of
 * organisations that this process owns, so that of several replicas one does it, and not beside that organisation's other messages. One that
 * fails again stays parked, with the new reason. Returns how many were handed over.
 */
export async function replayAsked(database: Database, consumer: Consumer, owns: (organisationId: string | null) => boolean): Promise<number> {
  const rows = await database.inSystem((tx) =>
    tx.query<ParkedRow[]>(
      `select parked_id as "parkedId", event_id as "eventId", organisation_id as "organisationId", topic, name, key, payload, original, position, published_at as "publishedAt", replay_asked_at::text as "askedAt"
       from parked_message where consumer = $1 and replay_asked_at is not null and replayed_at is null order by parked_at, parked_id limit $2`,
      [consumer.name, mostAtOnce],
    ),
  );
  const mine = rows.filter(({ organisationId }) => owns(organisationId));
  for (const { parkedId, askedAt, original, ...delivery } of mine) {
    await consumer.handle([original ? { ...delivery, original, payload: original.toString() } : delivery]);
    // What has failed again is not asked for any more.
    await database.inSystem((tx) => tx.query('update parked_message set replayed_at = now() where parked_id = $1 and replay_asked_at = $2::timestamptz', [parkedId, askedAt]));
  }
  return mine.length;
}
