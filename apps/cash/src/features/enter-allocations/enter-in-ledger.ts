import { type LedgerEntry } from '@lettrage/contracts';
import { minorUnits, parseDecimal } from '@lettrage/money';
import { type Transaction } from '@lettrage/persistence';
import { columns, inChunks } from '../../persistence/columns.js';
import { noteChange } from '../../persistence/note-change.js';

/**
 * Enters ledger entries with all that follows from them: money on account per customer, what is taken of a receipt, and payments
 * that behaviour is learned from. An entry that is known already has no effect at all, and the order does not matter: a
 * reversal that comes before what it reverses leaves a payment of weight -1, which the payment then brings to 0.
 */
export async function enterInLedger(tx: Transaction, organisationId: string, entries: readonly LedgerEntry[]): Promise<void> {
  const rows = [...new Map(entries.map((entry) => [entry.entryId, entry])).values()].map((entry) => ({ ...entry, amountMinor: parseDecimal(entry.amount, minorUnits(entry.currency)) }));
  for (const chunk of inChunks(rows)) {
    await tx.query(enterSql, [
      organisationId,
      ...columns(chunk, ['entryId', 'transactionId', 'kind', 'itemId', 'customerId', 'currency', 'amountMinor', 'effectiveDate', 'issueDate', 'dueDate', 'reverses']),
    ]);
  }
  await noteChange(tx, organisationId);
}

// The payment's date and amount are those of the entry itself, not of its reversal.
const enterSql = `
  with entered as (
    insert into ledger_entry (organisation_id, entry_id, transaction_id, kind, item_id, customer_id, currency, amount_minor, effective_date, issue_date, due_date, reverses)
    select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::text[], $8::bigint[], $9::date[], $10::date[], $11::date[], $12::uuid[])
    on conflict (organisation_id, entry_id) do nothing returning *
  ), on_account as (
    insert into unapplied_cash (organisation_id, customer_id, currency, amount_minor)
    select organisation_id, customer_id, currency, sum(amount_minor) from entered where kind = 'on_account' group by organisation_id, customer_id, currency
    on conflict (organisation_id, customer_id, currency) do update set amount_minor = unapplied_cash.amount_minor + excluded.amount_minor
  ), taken as (
    insert into receipt (organisation_id, transaction_id, taken_minor)
    select organisation_id, transaction_id, sum(amount_minor) from entered group by organisation_id, transaction_id
    on conflict (organisation_id, transaction_id) do update set taken_minor = receipt.taken_minor + excluded.taken_minor
  )
  insert into item_payment (organisation_id, payment_id, customer_id, item_key, issue_date, due_date, paid_date, amount_minor, live)
  select organisation_id, coalesce(reverses, entry_id)::text, customer_id, item_id::text, coalesce(issue_date, due_date), due_date, effective_date, amount_minor, case when reverses is null then 1 else -1 end
  from entered where kind = 'item' and due_date is not null
  on conflict (organisation_id, payment_id) do update set live = item_payment.live + excluded.live,
    paid_date = case when excluded.live > 0 then excluded.paid_date else item_payment.paid_date end,
    amount_minor = case when excluded.live > 0 then excluded.amount_minor else item_payment.amount_minor end`;
