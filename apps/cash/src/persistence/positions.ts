/** Open items and unapplied cash as they stand, by their partial indexes; closed ones are not read. */
const owed = (condition: string) => `
    select customer_id, currency, due_date, open_minor as minor from open_item where open_minor <> 0 and ${condition}
    union all
    select customer_id, currency, null, -amount_minor from unapplied_cash where amount_minor <> 0 and ${condition}`;

/** What is owed by currency and due date, as the books stand: summed as it is read, since an import has it announced several times a second. */
export const owedByDueDate = `select currency, due_date as "dueDate", sum(minor)::bigint as minor from (${owed('true')}) as position group by currency, due_date`;

/** The books as they stand. */
const now = `
  position as materialized (${owed('($2::text is null or currency = $2)')}
  ),
  unidentified as materialized (
    select currency, amount_minor - taken_minor as minor from receipt where amount_minor <> taken_minor and not set_aside and $1::date is not null and ($2::text is null or currency = $2)
  )`;

/**
 * The books as they stood at the end of a day: as they stand, less the effect of every entry that came into effect later. Its
 * cost grows with what is open and with what has happened since, not with the age of the company. What had been paid on an item
 * before its issue was unapplied cash until then.
 */
const asOf = `
  later as materialized (select transaction_id, kind, item_id, customer_id, currency, amount_minor from ledger_entry where effective_date > $1),
  later_on_item as materialized (select item_id, sum(amount_minor)::bigint as minor from later where kind = 'item' group by item_id),
  later_on_receipt as materialized (select transaction_id, sum(amount_minor)::bigint as minor from later group by transaction_id),
  position as materialized (
    select customer_id, currency, due_date, open_minor as minor from open_item
    where open_minor <> 0 and issue_date <= $1 and ($2::text is null or currency = $2) and not exists (select from later_on_item where later_on_item.item_id = open_item.item_id)
    union all
    select customer_id, currency, due_date, open_minor + later_on_item.minor from later_on_item join open_item using (item_id)
    where open_minor + later_on_item.minor <> 0 and issue_date <= $1 and ($2::text is null or currency = $2)
    union all
    select customer_id, currency, null, -sum(minor)::bigint from (
      select customer_id, currency, amount_minor as minor from unapplied_cash where amount_minor <> 0
      union all
      select customer_id, currency, -amount_minor from later where kind = 'on_account'
      union all
      select customer_id, currency, amount_minor from ledger_entry where kind = 'item' and effective_date < issue_date and issue_date > $1 and effective_date <= $1
    ) as cash where $2::text is null or currency = $2 group by customer_id, currency having sum(minor) <> 0
  ),
  unidentified as materialized (
    select currency, minor from (
      select currency, amount_minor - taken_minor as minor from receipt
      where amount_minor <> taken_minor and not set_aside and booking_date <= $1 and not exists (select from later_on_receipt where later_on_receipt.transaction_id = receipt.transaction_id)
      union all
      select currency, amount_minor - taken_minor + later_on_receipt.minor from later_on_receipt join receipt using (transaction_id)
      where not set_aside and booking_date <= $1 and amount_minor is not null
    ) as receipts where minor <> 0 and ($2::text is null or currency = $2)
  )`;

/**
 * What customers owe, as common table expressions: `position` has one row per open item and per customer's unapplied cash
 * (negative, without due date), `unidentified` one per receipt that nobody has taken or set aside. $1 is the date, $2 a currency or null.
 *
 * Today, and for any later date, everything that the books hold counts, also what is dated ahead: an allocation shows at once
 * wherever the bank's and the company's midnight lie. An earlier day is shown by what was in effect then.
 */
export function positionsSql(date: string, today: string): string {
  return date >= today ? now : asOf;
}
