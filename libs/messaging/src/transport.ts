import { type Transaction } from '@lettrage/persistence';
import { type Delivery } from './message.js';

/** What takes messages from a service's outbox to all consumers. Two exist: PostgreSQL's own log, and Kafka. */
export interface Transport {
  /** Makes ready to send and, where the transport needs them, creates the topics. */
  start(): Promise<void>;
  /**
   * Moves the outbox's oldest messages on, in their order, and takes them out of the outbox in the same transaction, after they
   * are safe on the other side. May deliver twice after a crash, never less than once.
   */
  relay(tx: Transaction, most: number): Promise<Relayed>;
  /** Takes out of the log, a bounded piece at a time, what nobody needs any more; nothing where the log does that by itself. */
  tidy(): Promise<void>;
  /** Consumes topics as the named group, from the group's place, until stopped. */
  subscribe(subscription: Subscription): Promise<Subscribed>;
  stop(): Promise<void>;
}

export interface Relayed {
  readonly moved: number;
  /** Whether the outbox may hold more: that many were asked for, or a batch has no room for more bytes. */
  readonly more: boolean;
}

export interface Subscription {
  /** Consumers of one name share the work; each organisation's messages reach one of them at a time, in order. */
  readonly consumer: string;
  readonly topics: readonly string[];
  /**
   * Handles a batch in order; when it returns, every message's effect (or its parking) is stored and the place moves on. It
   * throws only when the process is stopping; then nothing moves.
   */
  readonly handle: (batch: readonly Delivery[], progress: () => Promise<void>) => Promise<void>;
  /** The transport's client is beyond repair; the process should end and start anew. */
  readonly onFatal: (error: Error) => void;
}

export interface Subscribed {
  /** Whether the consumer has its place and is being served. */
  ready(): boolean;
  /** Whether the organisation's messages reach this process; null is asked of messages that name none. */
  owns(organisationId: string | null): boolean;
  /** For how long the transport's client has shown no sign of life. Without messages it looks for some several times a minute. */
  silentForMs(): number;
  stop(): Promise<void>;
}
