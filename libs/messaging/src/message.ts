/** A message on its way, as the outbox and both transports carry it. */
export interface Envelope {
  readonly eventId: string;
  readonly organisationId: string;
  readonly topic: string;
  /** The contract's name. */
  readonly name: string;
  /** The thing that the message is about (compacted topics), or the organisation. */
  readonly key: string;
  /** JSON text, the very bytes that were written. */
  readonly payload: string;
  readonly publishedAt: Date;
}

/** A message as a transport delivered it: nothing about it is believed yet. */
export interface Delivery extends Omit<Envelope, 'eventId' | 'organisationId' | 'name' | 'publishedAt'> {
  readonly eventId: string | null;
  readonly organisationId: string | null;
  readonly name: string | null;
  readonly publishedAt: Date | null;
  /** What came, where it is no text that PostgreSQL can hold; `payload` is then what can be shown of it. */
  readonly original?: Uint8Array | null;
  /** What its contract made of `payload`, where this very process said it and checked it then. */
  readonly checked?: unknown;
  /** Where it lay, for people: `topic/partition@offset`. */
  readonly position: string;
}

/** A message whose contract has been checked. */
export interface Message<Payload> {
  readonly eventId: string;
  readonly organisationId: string;
  readonly publishedAt: Date;
  readonly payload: Payload;
}
