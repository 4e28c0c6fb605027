import { z } from 'zod';
import { defineEvent } from '../contract.js';
import { topics } from '../topics.js';
import { actor, calendarDate, currency, decimal, difference, id } from '../wire.js';

export const allocationRequest = z.object({
  requestId: id,
  transactionId: id,
  /** What was received, in the account's currency. */
  amount: decimal,
  currency,
  bookingDate: calendarDate,
  /** Whose money it is; needed where the difference leaves money on account. */
  customerId: id.nullable(),
  lines: z.array(z.object({ itemId: id, amount: decimal })).max(1000),
  difference: difference.nullable(),
  decidedBy: actor,
});
export type AllocationRequest = z.infer<typeof allocationRequest>;

const sampleRequest: AllocationRequest = {
  requestId: '0190a5f0-0000-7000-8000-000000000091', transactionId: '0190a5f0-0000-7000-8000-0000000000a1', amount: '2296.86', currency: 'EUR', bookingDate: '2026-10-01',
  customerId: '0190a5f0-0000-7000-8000-0000000000c1', lines: [{ itemId: '0190a5f0-0000-7000-8000-0000000000e1', amount: '2296.86' }], difference: null, decidedBy: 'automatic',
};

export const allocationsRequested = defineEvent({
  name: 'matching.allocations-requested.v1',
  topic: topics.allocationRequests,
  schema: z.object({ requests: z.array(allocationRequest).min(1).max(500) }),
  firedWhen: 'the engine is certain, or a reviewer has decided, which items a transaction pays',
  sample: { requests: [sampleRequest] },
});

export const undoRequested = defineEvent({
  name: 'matching.undo-requested.v1',
  topic: topics.allocationRequests,
  schema: z.object({ undos: z.array(z.object({ requestId: id, transactionId: id, undoneBy: actor, effectiveDate: calendarDate.optional() })).min(1).max(500) }),
  firedWhen: 'someone takes an allocation back, or the bank its credit: then from a day of its own',
  sample: { undos: [{ requestId: sampleRequest.requestId, transactionId: sampleRequest.transactionId, undoneBy: '0190a5f0-0000-7000-8000-000000000002' }] },
});

export const queueChanged = defineEvent({
  name: 'matching.queue-changed.v1',
  topic: topics.queue,
  schema: z.object({
    /** How many of the transactions changed into each state; `transactionIds` names at most 100 of them. */
    waiting: z.int(),
    requested: z.int(),
    settled: z.int(),
    setAside: z.int(),
    transactionIds: z.array(id).max(100),
  }),
  firedWhen: 'transactions enter the reviewer’s queue, leave it, or change in it',
  sample: { waiting: 1, requested: 0, settled: 0, setAside: 0, transactionIds: [sampleRequest.transactionId] },
});

export const transactionsSetAside = defineEvent({
  name: 'matching.transactions-set-aside.v1',
  topic: topics.queue,
  schema: z.object({ transactions: z.array(z.object({ transactionId: id, setAside: z.boolean() })).min(1) }),
  firedWhen: 'a credit is found to pay no invoice, or that finding is taken back',
  sample: { transactions: [{ transactionId: sampleRequest.transactionId, setAside: true }] },
});

/** A credit of the past as people settled it, from before the company used this system. */
export const settledPayment = z.object({
  customerId: id,
  paidDate: calendarDate,
  currency,
  items: z.array(z.object({ number: z.string(), amount: decimal, issueDate: calendarDate, dueDate: calendarDate })),
});

export const historyRecorded = defineEvent({
  name: 'matching.history-recorded.v1',
  topic: topics.history,
  schema: z.object({ payments: z.array(settledPayment).min(1).max(500) }),
  firedWhen: 'confirmed payments of the past have been uploaded',
  sample: {
    payments: [{ customerId: '0190a5f0-0000-7000-8000-0000000000c1', paidDate: '2026-05-04', currency: 'EUR', items: [{ number: 'FA2026-00130', amount: '420.00', issueDate: '2026-05-01', dueDate: '2026-05-16' }] }],
  },
});

export const transactionReleased = defineEvent({
  name: 'matching.transaction-released.v1',
  topic: topics.queue,
  schema: z.object({ transactionId: id, statementFileId: id, released: z.boolean() }),
  firedWhen: 'a bulk booking whose payments have come is let go from the queue, or is not because it has been decided, or is on its way to the ledger',
  sample: { transactionId: sampleRequest.transactionId, statementFileId: '0190a5f0-0000-7000-8000-0000000000f2', released: true },
});

/** What the service asks of itself, a bounded piece at a time, so that it takes its turn among the other messages and survives a restart. */
export const queueOutdated = defineEvent({
  name: 'matching.queue-outdated.v1',
  topic: topics.outdated,
  schema: z.object({
    /** A later pass ends an earlier one: it begins anew. */
    passId: id,
    /** The last case that this pass has looked at; null at its beginning. */
    after: z.object({ bookingDate: calendarDate, transactionId: id }).nullable(),
  }),
  firedWhen: 'a rule, a policy or an uploaded history may change what becomes of everything that waits',
  sample: { passId: '0190a5f0-0000-7000-8000-000000000101', after: { bookingDate: '2026-10-01', transactionId: sampleRequest.transactionId } },
});

export const casesOutdated = defineEvent({
  name: 'matching.cases-outdated.v1',
  topic: topics.outdated,
  schema: z.object({ transactionIds: z.array(id).min(1).max(200) }),
  firedWhen: 'a person’s decision teaches something about the payer of other transactions that wait',
  sample: { transactionIds: [sampleRequest.transactionId] },
});

export const booksChanged = defineEvent({
  name: 'matching.books-changed.v1',
  topic: topics.outdated,
  schema: z.object({
    /** A later pass ends an earlier one: it begins anew, with the news of both. */
    passId: id,
    /** Up to which of the waiting cases this pass has got; null at its beginning. */
    after: z.object({ bookingDate: calendarDate, transactionId: id }).nullable(),
  }),
  firedWhen: 'invoices, credit notes or customers came in, were corrected or are open again, while credits wait that they may concern',
  sample: { passId: '0190a5f0-0000-7000-8000-000000000102', after: { bookingDate: '2026-10-01', transactionId: sampleRequest.transactionId } },
});

const sampleRuleId = '0190a5f0-0000-7000-8000-000000000111';
const sampleUserId = '0190a5f0-0000-7000-8000-000000000002';

export const ruleChanged = defineEvent({
  name: 'matching.rule-changed.v1',
  topic: topics.guidance,
  schema: z.object({ ruleId: id, version: z.int(), active: z.boolean(), removed: z.boolean(), changedBy: actor }),
  firedWhen: 'an accountant writes, changes, switches or removes a rule',
  sample: { ruleId: sampleRuleId, version: 2, active: true, removed: false, changedBy: sampleUserId },
});

export const policyChanged = defineEvent({
  name: 'matching.policy-changed.v1',
  topic: topics.guidance,
  /** Null is the organisation's default. */
  schema: z.object({ bankAccountId: id.nullable(), changedBy: actor }),
  firedWhen: 'an accountant says anew what may be allocated without a person, or takes that back',
  sample: { bankAccountId: '0190a5f0-0000-7000-8000-0000000000b1', changedBy: sampleUserId },
});

export const precisionChanged = defineEvent({
  name: 'matching.precision-changed.v1',
  topic: topics.guidance,
  schema: z.object({ made: z.int(), undone: z.int() }),
  firedWhen: 'allocations that were made without a person are counted, or were found wrong',
  sample: { made: 120, undone: 0 },
});

export const allocationsSeen = defineEvent({
  name: 'matching.allocations-viewed.v1',
  topic: topics.guidance,
  schema: z.object({ seen: z.int(), seenBy: actor }),
  firedWhen: 'someone has looked at allocations that were made without a person',
  sample: { seen: 12, seenBy: sampleUserId },
});

export const learningCorrected = defineEvent({
  name: 'matching.learning-corrected.v1',
  topic: topics.guidance,
  schema: z.object({ customerId: id }),
  firedWhen: 'an accountant lets a name or an IBAN of a customer be forgotten, or takes that back',
  sample: { customerId: '0190a5f0-0000-7000-8000-0000000000c1' },
});
