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
  /** What requests on their way to the ledger will take of it. */
  reservedMinor: bigint;
  structuredReference: string | null;
  orderReference: string | null;
}

export const itemColumns = `item_id as id, version, customer_id as "customerId", number, kind, issue_date as "issueDate", due_date as "dueDate", currency, total_minor as "totalMinor",
  open_minor as "openMinor", reserved_minor as "reservedMinor", structured_reference as "structuredReference", order_reference as "orderReference"`;

/**
 * What is left of an item for new decisions. The ledger's answer and the item's new state arrive one after the other; between the
 * two the same amount counts twice, and never below nothing.
 */
export function availableMinor({ openMinor, reservedMinor }: Pick<ItemRow, 'openMinor' | 'reservedMinor'>): bigint {
  const left = openMinor - reservedMinor;
  return left > 0n === openMinor > 0n ? left : 0n;
}

export async function itemsById(tx: Transaction, itemIds: Iterable<string>): Promise<Map<string, ItemRow>> {
  const rows = await tx.query<ItemRow[]>(`select ${itemColumns} from open_item where item_id = any ($1)`, [[...new Set(itemIds)]]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Adds to what is reserved of items, and returns them as they are now. */
export async function reserveItems(tx: Transaction, organisationId: string, amounts: ReadonlyMap<string, bigint>): Promise<ItemRow[]> {
  if (amounts.size === 0) return [];
  const [rows] = await tx.query<[ItemRow[], number]>(
    `update open_item set reserved_minor = reserved_minor + taken from unnest($2::uuid[], $3::bigint[]) as n (of_item, taken)
     where organisation_id = $1 and item_id = of_item returning ${itemColumns}`,
    [organisationId, [...amounts.keys()], [...amounts.values()]],
  );
  return rows;
}

export async function customerNames(tx: Transaction, customerIds: Iterable<string>): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }[]>('select customer_id as id, name from customer where customer_id = any ($1)', [[...new Set(customerIds)]]);
  return new Map(rows.map((row) => [row.id, row.name]));
}
