import { eventByName } from '@lettrage/contracts';
import { type Delivery, type Message } from '../message.js';
import { type MessageHandler } from './handler.js';
import { type Heard } from './heard-events.js';

/** A delivery whose form has been checked. */
export interface Readable {
  readonly delivery: Delivery;
  readonly handler: MessageHandler;
  /** Whole snapshots carry a version and are harmless when repeated; everything else is a fact, and heard once. */
  readonly isFact: boolean;
  readonly message: Message<never>;
}

export type Reading = { readonly kind: 'readable'; readonly readable: Readable } | { readonly kind: 'not_for_us' } | { readonly kind: 'unreadable'; readonly reason: string };

/** Checks a delivery against its contract. What no build of ours has said, or what breaks its contract, is unreadable. */
export function readDelivery(delivery: Delivery, heard: ReadonlyMap<string, Heard>): Reading {
  if (delivery.name === null) return { kind: 'unreadable', reason: 'the message carries no contract name' };
  const event = heard.get(delivery.name);
  if (!event) return eventByName(delivery.name) ? { kind: 'not_for_us' } : { kind: 'unreadable', reason: `no contract is called "${delivery.name}"` };
  if (!isUuid(delivery.eventId) || !isUuid(delivery.organisationId)) return { kind: 'unreadable', reason: `the message carries no event id or no organisation ("${delivery.eventId}", "${delivery.organisationId}")` };
  let json: unknown;
  try {
    json = JSON.parse(delivery.payload);
  } catch (error) {
    // The engine's message quotes the payload, which may be somebody's name.
    return { kind: 'unreadable', reason: `not JSON: ${(error as Error).name} in ${delivery.payload.length} characters` };
  }
  const { contract, handler, today } = event;
  const parsed = contract.schema.safeParse(json);
  if (!parsed.success) return { kind: 'unreadable', reason: `breaks ${delivery.name}: ${parsed.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}` };
  // In PostgreSQL's spelling, so that one id is one text.
  const message: Message<never> = { eventId: delivery.eventId.toLowerCase(), organisationId: delivery.organisationId.toLowerCase(), publishedAt: delivery.publishedAt ?? new Date(0), payload: today(parsed.data) as never };
  return { kind: 'readable', readable: { delivery, handler, isFact: !contract.topic.compacted, message } };
}

function isUuid(text: string | null): text is string {
  return text !== null && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}
