import { type LedgerEntry } from '@lettrage/contracts';
import { formatMoney } from '@lettrage/money';
import { type Transaction } from '@lettrage/persistence';
import { type Payment } from '../domain/open-item.js';
import { type OpenItemRow, openItemColumns } from './open-item-row.js';

/** A ledger row with all that its event says. */
export interface StoredEntry {
  readonly entryId: string;
  readonly requestId: string;
  readonly transactionId: string;
  readonly kind: LedgerEntry['kind'];
  readonly differenceKind: string | null;
  readonly itemId: string | null;
  readonly customerId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly effectiveDate: string;
  readonly reverses: string | null;
  readonly decidedBy: string;
}

/**
 * One decision at a time per organisation, until the transaction ends. Messages come one after the other anyway; this also holds when two
 * consumers believe that an organisation is theirs, and a payment that is not in the table yet has no row that could be locked.
 */
export async function lockLedger(tx: Transaction, organisationId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('lettrage ledger ' || $1, 0))`, [organisationId]);
}

/** The items as they stand; whoever holds the ledger's lock is alone in changing them. */
export async function itemsById(tx: Transaction, itemIds: readonly string[]): Promise<Map<string, OpenItemRow>> {
  const rows = await tx.query<OpenItemRow[]>(`select ${openItemColumns} from open_item i where item_id = any ($1::uuid[])`, [[...new Set(itemIds)]]);
  return new Map(rows.map((row) => [row.itemId, row]));
}

/** What is known of payments, under the ledger's lock. */
export async function paymentsById(tx: Transaction, transactionIds: readonly string[]): Promise<Map<string, Payment>> {
  const rows = await tx.query<Payment[]>(
    `select transaction_id as "transactionId", currency, amount_minor as "amountMinor", taken_minor as "takenMinor" from payment where transaction_id = any ($1::uuid[])`,
    [[...new Set(transactionIds)]],
  );
  return new Map(rows.map((row) => [row.transactionId, row]));
}

/** Writes ledger rows and brings items and payments to what they now add up to; versions of changed items grow by one. */
export async function writeEntries(tx: Transaction, organisationId: string, entries: readonly StoredEntry[], items: Iterable<OpenItemRow>, payments: Iterable<Payment>): Promise<void> {
  const changed = [...items];
  const paid = [...payments];
  await tx.query(
    `insert into ledger_entry (organisation_id, entry_id, request_id, transaction_id, kind, difference_kind, item_id, customer_id, amount_minor, currency, effective_date, reverses, decided_by)
     select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::uuid[], $9::bigint[], $10::text[], $11::date[], $12::uuid[], $13::text[])`,
    [
      organisationId, entries.map((e) => e.entryId), entries.map((e) => e.requestId), entries.map((e) => e.transactionId), entries.map((e) => e.kind), entries.map((e) => e.differenceKind),
      entries.map((e) => e.itemId), entries.map((e) => e.customerId), entries.map((e) => e.amountMinor), entries.map((e) => e.currency), entries.map((e) => e.effectiveDate),
      entries.map((e) => e.reverses), entries.map((e) => e.decidedBy),
    ],
  );
  // The keys stand there twice: as a list they are looked up in the index, where the join alone may read the whole table.
  await tx.query(
    `update open_item set version = said.version, open_minor = said.open_minor
     from unnest($2::uuid[], $3::int[], $4::bigint[]) as said (item_id, version, open_minor)
     where open_item.organisation_id = $1 and open_item.item_id = any ($2) and open_item.item_id = said.item_id`,
    [organisationId, changed.map((i) => i.itemId), changed.map((i) => i.version), changed.map((i) => i.openMinor)],
  );
  await tx.query(
    `insert into payment (organisation_id, transaction_id, currency, amount_minor, taken_minor) select $1, * from unnest($2::uuid[], $3::text[], $4::bigint[], $5::bigint[])
     on conflict (organisation_id, transaction_id) do update set taken_minor = excluded.taken_minor`,
    [organisationId, paid.map((p) => p.transactionId), paid.map((p) => p.currency), paid.map((p) => p.amountMinor), paid.map((p) => p.takenMinor)],
  );
}

/** The entry as events say it; the item's dates go along, because payment behaviour is learned from them. */
export function ledgerEntryOf(entry: StoredEntry, item: OpenItemRow | undefined): LedgerEntry {
  const { entryId, transactionId, kind, itemId, customerId, currency, effectiveDate, reverses } = entry;
  const amount = formatMoney({ minor: entry.amountMinor, currency });
  return { entryId, transactionId, kind, itemId, customerId, amount, currency, effectiveDate, dueDate: item?.dueDate ?? null, issueDate: item?.issueDate ?? null, reverses };
}
