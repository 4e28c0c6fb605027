import { type z } from 'zod';

/** A queue of messages. Every topic is partitioned by organisation, so that one consumer owns an organisation's order. */
export interface Topic {
  readonly name: string;
  /** Compacted topics keep the last message of each key for ever: whole snapshots with a version, harmless when repeated or late. */
  readonly compacted: boolean;
  /** Null is for ever: projections are rebuilt from it. News is overtaken by what comes next, and kept for some days only. */
  readonly keptDays: number | null;
}

/** One message's contract: all that a producer and a consumer agree on. */
export interface EventContract<Payload = unknown> {
  /** `<service>.<what-happened>.v<n>`, in the past tense. */
  readonly name: string;
  readonly topic: Topic;
  readonly schema: z.ZodType<Payload>;
  /** The key under which a compacted topic keeps the message; elsewhere the organisation. */
  readonly key: (payload: Payload) => string | null;
  readonly firedWhen: string;
  /** Kept for ever: a consumer of any later build must read it. */
  readonly sample: Payload;
  /** How earlier builds said the same. Nobody says it like that any more; whoever hears this event hears those too, in today's form. */
  readonly formerly: readonly FormerForm<Payload>[];
}

/** An event that another one has replaced, and what it said in the form of that one. Its messages lie on the log for ever. */
export interface FormerForm<Payload> {
  readonly contract: EventContract<never>;
  readonly today: (payload: unknown) => Payload;
}

export type PayloadOf<Contract> = Contract extends EventContract<infer Payload> ? Payload : never;

export function defineTopic(name: string, { compacted = false, keptDays = null }: Partial<Omit<Topic, 'name'>> = {}): Topic {
  return { name, compacted, keptDays };
}

/** Registers nothing and hides nothing: it only ties the payload's type to its schema. */
export function defineEvent<Schema extends z.ZodType>(contract: {
  name: string;
  topic: Topic;
  schema: Schema;
  key?: (payload: z.infer<Schema>) => string;
  firedWhen: string;
  sample: z.infer<Schema>;
  formerly?: readonly FormerForm<z.infer<Schema>>[];
}): EventContract<z.infer<Schema>> {
  return { key: () => null, formerly: [], ...contract } as EventContract<z.infer<Schema>>;
}

/** Ties what an earlier event said to the form that it has today. */
export function formerForm<Former, Payload>(contract: EventContract<Former>, today: (payload: Former) => Payload): FormerForm<Payload> {
  return { contract: contract as unknown as EventContract<never>, today: today as (payload: unknown) => Payload };
}
