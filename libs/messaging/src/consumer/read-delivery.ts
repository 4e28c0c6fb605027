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
  const { contract, handler, today } = event;
  const content = delivery.checked === undefined ? contentOf(delivery, contract.schema) : { payload: delivery.checked };
  if ('reason' in content) return { kind: 'unreadable', reason: content.reason };
  // In PostgreSQL's spelling, so that one id is one text.
  const message: Message<never> = { eventId: delivery.eventId.toLowerCase(), organisationId: delivery.organisationId.toLowerCase(), publishedAt: delivery.publishedAt ?? new Date(0), payload: today(content.payload) as never };
  return { kind: 'readable', readable: { delivery, handler, isFact: !contract.topic.compacted, message } };
}

/** The payload as its contract has it, or why it is not that. */
function contentOf({ name, payload }: Delivery, schema: Heard['contract']['schema']): { readonly payload: unknown } | { readonly reason: string } {
  let json: unknown;
  try {
    json = JSON.parse(payload);
  } catch (error) {
    // The engine's message quotes the payload, which may be somebody's name.
    return { reason: `not JSON: ${(error as Error).name} in ${payload.length} characters` };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { payload: parsed.data };
  return { reason: `breaks ${name}: ${parsed.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}` };
}

function isUuid(text: string | null): text is string {
  return text !== null && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}
