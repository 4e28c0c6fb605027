import { z } from 'zod';
import { decimal, difference, id } from '../wire.js';
import { page, pageQuery } from './paging.js';
import { caseState, queueEntry } from './queue-entry.js';

export * from './queue-entry.js';
export * from './matching-glance.js';
export * from './matching-learning.js';
export * from './matching-policy.js';
export * from './matching-rules.js';

export const queueQuery = pageQuery.extend({
  state: caseState.default('waiting'),
  statementFileId: id.optional(),
  search: z.string().trim().max(100).optional(),
});
export const queuePage = page(queueEntry);

export const queueSummary = z.object({ waiting: z.int(), requested: z.int(), settledAutomatically: z.int(), settledByPeople: z.int(), setAside: z.int(), waitingBecause: z.record(z.string(), z.int()) });
export type QueueSummary = z.infer<typeof queueSummary>;
export const queueSummaryQuery = z.strictObject({ statementFileId: id.optional() });

/** One of the proposals by its rank, or a free allocation over several items. */
export const confirmBody = z.union([
  z.strictObject({ rank: z.int().min(1).max(20), version: z.int().optional() }),
  z.strictObject({
    customerId: id.nullable().default(null),
    lines: z.array(z.strictObject({ itemId: id, amount: decimal })).max(1000),
    difference: difference.nullable().default(null),
    version: z.int().optional(),
  }),
]);
export type ConfirmBody = z.infer<typeof confirmBody>;
/** This proposal is wrong: it does not come back. With `version`, only if the proposals are still those that were read. */
export const rejectBody = z.strictObject({ rank: z.int().min(1).max(20), version: z.int().optional() });

export const historyImportResult = z.object({ imported: z.int() });
