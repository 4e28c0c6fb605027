import { type OpenItemSnapshot } from '@lettrage/contracts';
import { type Transaction } from '@lettrage/persistence';
import { openItemOf, type OpenItemRow } from './open-item-row.js';
import { sayItemsChanged } from './say-items-changed.js';

export type NewOpenItem = Omit<OpenItemRow, 'version'>;

/** Stores new invoices and credit notes and says so. A number that is taken breaks the constraint `open_item_number`. */
export async function storeOpenItems(tx: Transaction, organisationId: string, items: readonly NewOpenItem[]): Promise<OpenItemSnapshot[]> {
  await tx.query(
    `insert into open_item (organisation_id, version, item_id, customer_id, number, kind, issue_date, due_date, currency, total_minor, settled_before_minor, open_minor, structured_reference, order_reference)
     select $1, 1, item_id, customer_id, number, kind, issue_date, due_date, currency, total_minor, total_minor - open_minor, open_minor, structured_reference, order_reference
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::date[], $7::date[], $8::text[], $9::bigint[], $10::bigint[], $11::text[], $12::text[])
       as n (item_id, customer_id, number, kind, issue_date, due_date, currency, total_minor, open_minor, structured_reference, order_reference)`,
    [
      organisationId, items.map((i) => i.itemId), items.map((i) => i.customerId), items.map((i) => i.number), items.map((i) => i.kind), items.map((i) => i.issueDate), items.map((i) => i.dueDate),
      items.map((i) => i.currency), items.map((i) => i.totalMinor), items.map((i) => i.openMinor), items.map((i) => i.structuredReference), items.map((i) => i.orderReference),
    ],
  );
  const stored = items.map((item) => openItemOf({ ...item, version: 1 }));
  await sayItemsChanged(tx, organisationId, stored);
  return stored;
}
