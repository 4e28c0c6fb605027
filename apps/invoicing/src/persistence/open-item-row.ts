import { type ItemKind, type OpenItemSnapshot } from '@lettrage/contracts';
import { formatMoney } from '@lettrage/money';

export interface OpenItemRow {
  itemId: string;
  version: number;
  customerId: string;
  number: string;
  kind: ItemKind;
  issueDate: string;
  dueDate: string;
  currency: string;
  totalMinor: bigint;
  openMinor: bigint;
  structuredReference: string | null;
  orderReference: string | null;
}

/** Columns of an open item under the contract's names; `i` is the table's alias. */
export const openItemColumns = `i.item_id as "itemId", i.version, i.customer_id as "customerId", i.number, i.kind, i.issue_date as "issueDate", i.due_date as "dueDate", i.currency,
  i.total_minor as "totalMinor", i.open_minor as "openMinor", i.structured_reference as "structuredReference", i.order_reference as "orderReference"`;

export function openItemOf(row: OpenItemRow): OpenItemSnapshot {
  const { itemId, version, customerId, number, kind, issueDate, dueDate, currency, totalMinor, openMinor, structuredReference, orderReference } = row;
  const total = formatMoney({ minor: totalMinor, currency });
  const open = formatMoney({ minor: openMinor, currency });
  return { itemId, version, customerId, number, kind, issueDate, dueDate, currency, total, open, structuredReference, orderReference };
}
