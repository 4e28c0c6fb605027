import { isUtf8 } from 'node:buffer';
import { type KafkaMessage } from 'kafkajs';
import { type Delivery } from '../message.js';

/** A Kafka message as the consumer takes it. Nothing in it is believed; what is no text keeps its bytes. */
export function deliveryOf(topic: string, position: string, message: Pick<KafkaMessage, 'key' | 'value' | 'headers' | 'timestamp'>): Delivery {
  const header = (name: string) => {
    const value = message.headers?.[name];
    return value === undefined ? null : String(Array.isArray(value) ? value[0] : value);
  };
  const { value } = message;
  return {
    eventId: header('event_id'),
    organisationId: header('organisation_id'),
    topic,
    name: header('name'),
    key: message.key?.toString() ?? '',
    payload: value?.toString() ?? '',
    original: value && (!isUtf8(value) || value.includes(0)) ? value : null,
    publishedAt: instantOf(message.timestamp),
    position,
  };
}

/** Milliseconds since 1970 as text; null for what is no instant that a database knows. */
function instantOf(timestamp: string): Date | null {
  const ms = /^\d{1,15}$/.test(timestamp) ? Number(timestamp) : NaN;
  return ms < Date.UTC(10_000, 0) ? new Date(ms) : null;
}
