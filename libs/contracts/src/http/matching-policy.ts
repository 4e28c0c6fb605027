import { z } from 'zod';
import { fieldSentences } from '../field-sentences.js';
import { actor, id, instant } from '../wire.js';

/** What may be allocated without a person. */
export const allocationPolicy = z.strictObject({
  /** False: nothing is allocated unattended, everything is proposed. */
  automatic: z.boolean(),
  /** Of the allocations made unattended so many are to be right; null: what the engine asks of itself. */
  targetPrecision: z.number().min(0.5).max(0.9999).nullable(),
  /** Only what the text names in full (a number, an order number, a structured reference) is allocated unattended. */
  referenceOnly: z.boolean(),
  /** A larger receipt is for a person; counted in the receipt's own currency. Null: no limit. */
  largestUnattended: z.string().regex(/^\d{1,15}(\.\d{1,4})?$/, fieldSentences.field_amount.en).nullable(),
});
export type AllocationPolicy = z.infer<typeof allocationPolicy>;

/** `bankAccountId` null is the organisation's default, which holds for every account without a policy of its own. */
export const storedPolicy = allocationPolicy.extend({ bankAccountId: id.nullable(), updatedBy: actor.nullable(), updatedAt: instant.nullable() });
export type StoredPolicy = z.infer<typeof storedPolicy>;
/** The default first, also where nobody has set it. */
export const policyList = z.object({ items: z.array(storedPolicy) });
/** With `policy` null the account (or the default) goes back to what holds without one. */
export const putPolicyBody = z.strictObject({ bankAccountId: id.nullable(), policy: allocationPolicy.nullable() });
export type PutPolicyBody = z.infer<typeof putPolicyBody>;
