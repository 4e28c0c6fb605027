import { z } from 'zod';
import { defineEvent, formerForm } from '../contract.js';
import { allocationRefusalCode } from '../refusals.js';
import { sentenceOnTheWire } from '../sentences.js';
import { topics } from '../topics.js';
import { actor, calendarDate, currency, decimal, id, itemKind } from '../wire.js';

export const customerSnapshot = z.object({
  customerId: id,
  version: z.int(),
  /** The company's own number for the customer, unique in the organisation. */
  number: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  iban: z.string().nullable(),
  vatId: z.string().nullable(),
  paymentTermsDays: z.int().nullable(),
});
export type CustomerSnapshot = z.infer<typeof customerSnapshot>;

export const customerChanged = defineEvent({
  name: 'invoicing.customer-changed.v1',
  topic: topics.customers,
  schema: customerSnapshot,
  key: (customer) => customer.customerId,
  firedWhen: 'a customer is created or changed',
  sample: { customerId: '0190a5f0-0000-7000-8000-0000000000c1', version: 1, number: 'C00001', name: 'Maçonnerie Guérin SAS', country: 'FR', iban: null, vatId: null, paymentTermsDays: 30 },
});

export const openItemSnapshot = z.object({
  itemId: id,
  version: z.int(),
  customerId: id,
  number: z.string(),
  kind: itemKind,
  issueDate: calendarDate,
  dueDate: calendarDate,
  currency,
  /** Amounts of a credit note are negative; `open` is `total` minus what the ledger has allocated. */
  total: decimal,
  open: decimal,
  structuredReference: z.string().nullable(),
  orderReference: z.string().nullable(),
});
export type OpenItemSnapshot = z.infer<typeof openItemSnapshot>;

const sampleItem: OpenItemSnapshot = {
  itemId: '0190a5f0-0000-7000-8000-0000000000e1', version: 1, customerId: '0190a5f0-0000-7000-8000-0000000000c1', number: 'FA2026-00617', kind: 'invoice',
  issueDate: '2026-09-01', dueDate: '2026-10-01', currency: 'EUR', total: '2296.86', open: '2296.86', structuredReference: null, orderReference: 'PO212389',
};

/** As earlier builds said it: a message an item. */
export const openItemChanged = defineEvent({
  name: 'invoicing.open-item-changed.v1',
  topic: topics.openItems,
  schema: openItemSnapshot,
  key: (item) => item.itemId,
  firedWhen: 'never any more: earlier builds said so of each item by itself what the next version says of many',
  sample: sampleItem,
});

/** The largest number of items in one message. */
export const itemsPerMessage = 250;

/** Whole items with their versions: of two that say something of the same item, the one with the higher version counts, in whatever order they come. */
export const openItemsChanged = defineEvent({
  name: 'invoicing.open-item-changed.v2',
  topic: topics.openItemChanges,
  schema: z.object({ items: z.array(openItemSnapshot).min(1).max(itemsPerMessage) }),
  firedWhen: 'invoices or credit notes are issued, or what is open on them changes; an open amount of zero means closed; what changed at once comes in few messages',
  sample: { items: [sampleItem] },
  formerly: [formerForm(openItemChanged, (item) => ({ items: [item] }))],
});

/**
 * One line of the allocation ledger. `item` closes part of an open item; `write_off` is a fee, a discount, a deduction or a
 * rounding that the company bears; `on_account` is a customer's money for no item yet. Over a transaction, `item` and
 * `on_account` minus what `write_off` bore add up to the amount received.
 */
export const ledgerEntry = z.object({
  entryId: id,
  transactionId: id,
  kind: z.enum(['item', 'write_off', 'on_account']),
  itemId: id.nullable(),
  customerId: id,
  /** What the entry takes of the transaction: an item's closed amount; a write-off is negative; money on account positive. */
  amount: decimal,
  currency,
  effectiveDate: calendarDate,
  /** Of an `item` entry, the item's due date: what payment behaviour is learned from. */
  dueDate: calendarDate.nullable(),
  issueDate: calendarDate.nullable(),
  reverses: id.nullable(),
});
export type LedgerEntry = z.infer<typeof ledgerEntry>;

const sampleEntry: LedgerEntry = {
  entryId: '0190a5f0-0000-7000-8000-0000000000d1', transactionId: '0190a5f0-0000-7000-8000-0000000000a1', kind: 'item', itemId: '0190a5f0-0000-7000-8000-0000000000e1',
  customerId: '0190a5f0-0000-7000-8000-0000000000c1', amount: '2296.86', currency: 'EUR', effectiveDate: '2026-10-01', dueDate: '2026-10-01', issueDate: '2026-09-01', reverses: null,
};

export const allocationsSettled = defineEvent({
  name: 'invoicing.allocations-settled.v1',
  topic: topics.allocations,
  schema: z.object({ settlements: z.array(z.object({ requestId: id, transactionId: id, decidedBy: actor, entries: z.array(ledgerEntry).min(1) })).min(1) }),
  firedWhen: 'requested allocations have been entered in the ledger, all lines of each',
  sample: { settlements: [{ requestId: '0190a5f0-0000-7000-8000-000000000091', transactionId: sampleEntry.transactionId, decidedBy: 'automatic', entries: [sampleEntry] }] },
});

export const allocationsRefused = defineEvent({
  name: 'invoicing.allocations-refused.v1',
  topic: topics.allocations,
  schema: z.object({ refusals: z.array(z.object({ requestId: id, transactionId: id, code: allocationRefusalCode, detail: z.string(), sentence: sentenceOnTheWire.optional() })).min(1) }),
  firedWhen: 'a requested allocation cannot be entered; nothing of it was',
  sample: { refusals: [{ requestId: '0190a5f0-0000-7000-8000-000000000091', transactionId: sampleEntry.transactionId, code: 'item_not_open_enough', detail: 'FA2026-00617: 0.00 is open, 2296.86 was asked' }] },
});

export const allocationsReversed = defineEvent({
  name: 'invoicing.allocations-reversed.v1',
  topic: topics.allocations,
  schema: z.object({ reversals: z.array(z.object({ requestId: id, transactionId: id, undoneBy: actor, entries: z.array(ledgerEntry).min(1) })).min(1) }),
  firedWhen: 'an allocation has been undone by reversing entries',
  sample: {
    reversals: [
      {
        requestId: '0190a5f0-0000-7000-8000-000000000091', transactionId: sampleEntry.transactionId, undoneBy: '0190a5f0-0000-7000-8000-000000000002',
        entries: [{ ...sampleEntry, entryId: '0190a5f0-0000-7000-8000-0000000000d2', amount: '-2296.86', reverses: sampleEntry.entryId }],
      },
    ],
  },
});
