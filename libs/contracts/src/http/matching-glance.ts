import { z } from 'zod';
import { actor, calendarDate, id, instant } from '../wire.js';
import { page, pageQuery } from './paging.js';
import { queueEntry } from './queue-entry.js';

/** What an allocation without a person rests on: the group of its leading reason. */
export const matchMethod = z.enum(['reference', 'part_of_reference', 'iban', 'name', 'group', 'sum', 'amount', 'rule', 'other']);
export type MatchMethod = z.infer<typeof matchMethod>;

/** An allocation that was made without a person, with its reasons and confidence in the one proposal. */
export const glanceEntry = queueEntry.extend({ statementFileId: id, bankAccountId: id.nullable(), method: matchMethod, seenBy: actor.nullable(), seenAt: instant.nullable() });
export type GlanceEntry = z.infer<typeof glanceEntry>;
export const glanceQuery = pageQuery.extend({ seen: z.enum(['no', 'yes']).default('no'), statementFileId: id.optional() });
export const glancePage = page(glanceEntry);

/** The files that have something to glance at, the newest first, at most 200. */
export const glanceFiles = z.object({ items: z.array(z.object({ statementFileId: id, toGlanceAt: z.int(), lastDecidedAt: instant })) });
export type GlanceFiles = z.infer<typeof glanceFiles>;

/** These transactions, or all of a file, have been looked at. */
export const seenBody = z.union([z.strictObject({ transactionIds: z.array(id).min(1).max(500) }), z.strictObject({ statementFileId: id })]);
export type SeenBody = z.infer<typeof seenBody>;
export const seenResult = z.object({ seen: z.int() });

/** Takes back everything that was allocated without a person from this file. */
export const undoFileBody = z.strictObject({ statementFileId: id });
/** How many the ledger is asked for by this call, and how many of the file it has not answered yet. */
export const undoFileResult = z.object({ asked: z.int(), onTheirWay: z.int() });
export type UndoFileResult = z.infer<typeof undoFileResult>;

export const precisionQuery = z.strictObject({ from: calendarDate.optional(), to: calendarDate.optional() });
/** Of the allocations made without a person how many were kept, with the 95 % Wilson interval of that share; null where none was made. */
export const keptOfMade = z.object({ made: z.int(), undone: z.int(), kept: z.int(), share: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() });
export type KeptOfMade = z.infer<typeof keptOfMade>;
export const precision = z.object({
  from: calendarDate,
  to: calendarDate,
  all: keptOfMade,
  /** By confidence, from (included) to (excluded, but for 1). */
  byBand: z.array(keptOfMade.extend({ from: z.number(), to: z.number() })),
  byMethod: z.array(keptOfMade.extend({ method: matchMethod })),
});
export type Precision = z.infer<typeof precision>;
