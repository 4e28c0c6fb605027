import { type ItemKind } from '@lettrage/contracts';
import { type Transaction } from '@lettrage/persistence';

/** An open item of the matcher's own copy. */
export interface ItemRow {
  id: string;
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

export const itemColumns = `item_id as id, version, customer_id as "customerId", number, kind, issue_date as "issueDate", due_date as "dueDate", currency, total_minor as "totalMinor",
  open_minor as "openMinor", structured_reference as "structuredReference", order_reference as "orderReference"`;

/** Those of the items of which something is open. */
export function openItemsById(tx: Transaction, itemIds: Iterable<string>): Promise<ItemRow[]> {
  return tx.query(`select ${itemColumns} from open_item where item_id = any ($1::uuid[]) and open_minor <> 0`, [[...new Set(itemIds)]]);
}

export async function itemsById(tx: Transaction, itemIds: Iterable<string>): Promise<Map<string, ItemRow>> {
  const rows = await tx.query<ItemRow[]>(`select ${itemColumns} from open_item where item_id = any ($1::uuid[])`, [[...new Set(itemIds)]]);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function customerNames(tx: Transaction, customerIds: Iterable<string>): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }[]>('select customer_id as id, name from customer where customer_id = any ($1)', [[...new Set(customerIds)]]);
  return new Map(rows.map((row) => [row.id, row.name]));
}
