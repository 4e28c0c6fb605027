import { z } from 'zod';
import { sentenceOnTheWire } from '../sentences.js';
import { actor, calendarDate, currency, decimal, difference, id, instant, reason } from '../wire.js';

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
  /** Why it waits: ambiguous or unsure, no candidate, refused by the ledger, undone, or sure and kept for a person by the account's policy. */
  waitingBecause: z.enum(['unsure', 'no_candidate', 'refused', 'undone', 'policy']).nullable(),
  refusal: z.object({ code: z.string(), detail: z.string(), sentence: sentenceOnTheWire.optional() }).nullable(),
  decidedBy: actor.nullable(),
  decidedAt: instant.nullable(),
  proposals: z.array(proposal),
  /** What is known of a receipt that has no proposal, such as the rule that set it aside. */
  remarks: z.array(reason).optional(),
});
export type QueueEntry = z.infer<typeof queueEntry>;
