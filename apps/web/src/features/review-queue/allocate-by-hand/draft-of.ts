import type { Proposal, QueueEntry } from '../../../api/types.js';
import type { Draft } from './draft.js';

/** The draft to start with: the lines of a proposal as they stand, or nothing; amounts are written by `write` as the reviewer would. */
export function draftOf(entry: QueueEntry, start: Proposal | null, write: (amount: string) => string): Draft {
  return {
    received: entry.amount,
    currency: entry.currency,
    lines: (start?.lines ?? []).map(({ itemId, number, dueDate, open, amount }) => ({
      itemId,
      number,
      dueDate,
      open,
      typed: write(amount),
      customerId: start?.customerId ?? null,
      customerName: start?.customerName ?? null,
    })),
    difference: start?.difference?.kind ?? null,
    customerId: start?.customerId ?? null,
  };
}
