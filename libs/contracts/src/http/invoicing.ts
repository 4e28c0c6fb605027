import { z } from 'zod';
import { fieldSentences } from '../field-sentences.js';
import { customerSnapshot, ledgerEntry, openItemSnapshot } from '../events/invoicing.js';
import { actor, calendarDate, currency, decimal, id, instant, itemKind, shortText } from '../wire.js';
import { page, pageQuery } from './paging.js';

export const customer = customerSnapshot;
export type Customer = z.infer<typeof customer>;
const customerNumber = z.string().trim().min(1).max(60);
const optionalText = (most: number) => z.string().trim().max(most).transform((text) => text || null).nullable().default(null);
export const createCustomerBody = z.strictObject({
  number: customerNumber,
  name: shortText,
  country: z.string().regex(/^[A-Z]{2}$/, fieldSentences.field_country.en).nullable().default(null),
  iban: optionalText(34),
  vatId: optionalText(20),
  paymentTermsDays: z.int().min(0).max(365).nullable().default(null),
});
export type CreateCustomerBody = z.infer<typeof createCustomerBody>;
/** With `version`, only if the customer is still the one that was read. */
export const updateCustomerBody = createCustomerBody.omit({ number: true }).extend({ version: z.int().optional() });
export const customersQuery = pageQuery.extend({ search: z.string().trim().max(100).optional() });
export const customerPage = page(customer);

export const openItem = openItemSnapshot.extend({ customerName: z.string() });
export type OpenItem = z.infer<typeof openItem>;
export const createInvoiceBody = z
  .strictObject({
    number: z.string().trim().min(1).max(60),
    customerId: id,
    kind: itemKind.default('invoice'),
    issueDate: calendarDate,
    dueDate: calendarDate,
    currency,
    /** Negative for a credit note. */
    total: decimal,
    structuredReference: optionalText(35),
    orderReference: optionalText(60),
  })
  .refine((body) => body.dueDate >= body.issueDate || body.kind === 'credit_note', { path: ['dueDate'], message: fieldSentences.field_due_early.en });
export type CreateInvoiceBody = z.infer<typeof createInvoiceBody>;
export const invoicesQuery = pageQuery.extend({
  state: z.enum(['open', 'closed', 'all']).default('open'),
  customerId: id.optional(),
  search: z.string().trim().max(100).optional(),
});
export const openItemPage = page(openItem);

/** What an import of a CSV did: all rows or none. */
export const importResult = z.object({ imported: z.int() });
export type ImportResult = z.infer<typeof importResult>;

export const allocationsQuery = z.strictObject({ transactionId: id.optional(), itemId: id.optional() }).refine((q) => q.transactionId ?? q.itemId, fieldSentences.field_no_subject.en);
export const allocationLine = ledgerEntry.extend({ itemNumber: z.string().nullable(), customerName: z.string(), requestId: id, decidedBy: actor, recordedAt: instant });
export const allocationList = z.object({ items: z.array(allocationLine) });
