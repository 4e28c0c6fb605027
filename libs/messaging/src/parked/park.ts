import { type Transaction } from '@lettrage/persistence';
import { type Delivery } from '../message.js';

/** Puts a message aside with its bytes and why, for a person to look at. A text that PostgreSQL cannot hold keeps its NULs as U+2400. */
export async function park(tx: Transaction, consumer: string, delivery: Delivery, reason: string, attempts: number): Promise<void> {
  const storable = (text: string | null) => text?.replaceAll('\0', '␀') ?? null;
  const uuid = (text: string | null) => (text !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : null);
  await tx.query(
    `insert into parked_message (consumer, organisation_id, topic, name, event_id, key, payload, position, published_at, reason, attempts)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [consumer, uuid(delivery.organisationId), delivery.topic, storable(delivery.name), uuid(delivery.eventId), storable(delivery.key), storable(delivery.payload), delivery.position, delivery.publishedAt, storable(reason), attempts],
  );
}
