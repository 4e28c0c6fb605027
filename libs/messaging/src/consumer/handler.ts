import { type EventContract } from '@lettrage/contracts';
import { type Transaction } from '@lettrage/persistence';
import { type Message } from '../message.js';

/**
 * What a service does when it hears of an event. `handle` gets messages of one organisation, in order, inside the
 * transaction that also marks them as heard: its effect happens exactly once. It does nothing outside the transaction; what must
 * follow the commit (waking someone, a cache) it returns. It may be called again with the same messages after a failure.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- handlers of different payloads stand in one list; each is checked by its own contract
export interface MessageHandler<Payload = any> {
  readonly contract: EventContract<Payload>;
  handle(tx: Transaction, organisationId: string, messages: readonly Message<Payload>[]): Promise<void | AfterCommit>;
}

export type AfterCommit = () => void;
