import { z } from 'zod';
import { actor, calendarDate, currency, decimal, difference, id, instant, reason } from '../wire.js';
import { page, pageQuery } from './paging.js';

export const caseState = z.enum(['waiting', 'requested', 'settled', 'set_aside']);
export type CaseState = z.infer<typeof caseState>;

export const proposalLine = z.object({ itemId: id, amount: decimal, number: z.string(), kind: z.enum(['invoice', 'credit_note']), dueDate: calendarDate, open: decimal });
export const proposal = z.object({
  /** 1 is the likeliest. */
  rank: z.int(),
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  lines: z.array(proposalLine),
  difference: difference.nullable(),
  confidence: z.number().min(0).max(1),
  reasons: z.array(reason),
});
export type Proposal = z.infer<typeof proposal>;

/** A credit on its way to being settled. */
export const queueEntry = z.object({
  transactionId: id,
  version: z.int(),
  state: caseState,
  reference: z.string().nullable(),
  bookingDate: calendarDate,
  amount: decimal,
  currency,
  counterpartyName: z.string().nullable(),
  counterpartyIban: z.string().nullable(),
  remittance: z.string().nullable(),
  structuredReferences: z.array(z.string()),
  /** Why it waits: ambiguous, unsure, no candidate, refused by the ledger, undone. */
  waitingBecause: z.enum(['unsure', 'no_candidate', 'refused', 'undone']).nullable(),
  refusal: z.object({ code: z.string(), detail: z.string() }).nullable(),
  decidedBy: actor.nullable(),
  decidedAt: instant.nullable(),
  proposals: z.array(proposal),
});
export type QueueEntry = z.infer<typeof queueEntry>;

export const queueQuery = pageQuery.extend({
  state: caseState.default('waiting'),
  statementFileId: id.optional(),
  search: z.string().trim().max(100).optional(),
});
export const queuePage = page(queueEntry);

export const queueSummary = z.object({ waiting: z.int(), requested: z.int(), settledAutomatically: z.int(), settledByPeople: z.int(), setAside: z.int(), waitingBecause: z.record(z.string(), z.int()) });
export type QueueSummary = z.infer<typeof queueSummary>;
export const queueSummaryQuery = z.object({ statementFileId: id.optional() });

/** One of the proposals by its rank, or a free allocation over several items. */
export const confirmBody = z.union([
  z.object({ rank: z.int().min(1).max(20), version: z.int().optional() }),
  z.object({
    customerId: id.nullable().default(null),
    lines: z.array(z.object({ itemId: id, amount: decimal })).max(1000),
    difference: difference.nullable().default(null),
    version: z.int().optional(),
  }),
]);
export type ConfirmBody = z.infer<typeof confirmBody>;
/** This proposal is wrong: it does not come back. With `version`, only if the proposals are still those that were read. */
export const rejectBody = z.object({ rank: z.int().min(1).max(20), version: z.int().optional() });

export const historyImportResult = z.object({ imported: z.int() });
