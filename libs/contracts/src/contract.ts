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
}): EventContract<z.infer<Schema>> {
  return { key: () => null, ...contract } as EventContract<z.infer<Schema>>;
}
