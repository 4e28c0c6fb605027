import { type Transaction } from '@lettrage/persistence';
import { type Delivery } from '../message.js';

/**
 * Puts a message aside with its bytes and why, for a person to look at. One that lies there already (it was delivered again, or replayed and
 * failed again) gets the new reason, its attempts add up, and a replay that was asked for is over.
 */
export async function park(tx: Transaction, consumer: string, delivery: Delivery, reason: string, attempts: number): Promise<void> {
  const storable = (text: string | null) => text?.replaceAll('\0', '␀') ?? null;
  const uuid = (text: string | null) => (text !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : null);
  await tx.query(
    `insert into parked_message (consumer, organisation_id, topic, name, event_id, key, payload, original, position, published_at, reason, attempts)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (consumer, position, md5(payload)) where replayed_at is null
     do update set reason = excluded.reason, attempts = parked_message.attempts + excluded.attempts, parked_at = now(), replay_asked_at = null`,
    [
      consumer, uuid(delivery.organisationId), delivery.topic, storable(delivery.name), uuid(delivery.eventId), storable(delivery.key), storable(delivery.payload), delivery.original ?? null,
      delivery.position, delivery.publishedAt, storable(reason), attempts,
    ],
  );
}
