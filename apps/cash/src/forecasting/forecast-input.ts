import { type CalendarDate } from '@lettrage/calendar';
import { type Transaction } from '@lettrage/persistence';
import { rememberedPayments } from '@lettrage/receivables';

/**
 * What a forecast is calculated from. Items and payments stay the JSON texts that the database made, because there may be tens of
 * thousands: they are read where they are used, which for a large company is another thread.
 */
export interface ForecastInput {
  readonly asOf: CalendarDate;
  readonly days: number;
  /** A list of `ItemTuple`. */
  readonly items: string;
  /** A list of `PaymentTuple`, per customer oldest first. */
  readonly payments: string;
}

export type ItemTuple = readonly [customerId: string, currency: string, issueDate: string, dueDate: string, totalMinor: string, openMinor: string, lastPaidDate: string | null];
export type PaymentTuple = readonly [customerId: string, issueDate: string, dueDate: string, paidDate: string, amountMinor: string, openBeforeMinor: string, previousPaidDate: string | null];

/** The open items and, of each customer, the newest payments that behaviour is learned from; in an order that does not depend on how the rows came to lie. */
export async function readForecastInput(tx: Transaction, asOf: CalendarDate, days: number): Promise<ForecastInput> {
  const [items] = await tx.query<[{ text: string }]>(itemsSql);
  const [payments] = await tx.query<[{ text: string }]>(paymentsSql, [rememberedPayments]);
  return { asOf, days, items: items.text, payments: payments.text };
}

const itemsSql = `
  select coalesce(json_agg(json_build_array(customer_id, currency, issue_date, due_date, total_minor::text, open_minor::text, last_paid) order by due_date, item_id), '[]')::text as text
  from open_item left join lateral (
    select max(paid_date) as last_paid from item_payment where item_key in (open_item.item_id::text, 'number ' || open_item.number) and live > 0 and open_minor <> total_minor
  ) as payment on open_minor <> total_minor
  where open_minor <> 0`;

// What was open before a payment is what is open now plus this payment and all later ones on the item.
const paymentsSql = `
  with still_open as materialized (
    select item_id::text as item_key, open_minor from open_item where open_minor <> 0 and open_minor <> total_minor
    union all
    select 'number ' || number, open_minor from open_item where open_minor <> 0 and open_minor <> total_minor
  )
  select coalesce(json_agg(json_build_array(customer_id, issue_date, due_date, paid_date, amount_minor::text, (later_minor + coalesce(open_minor, 0))::text, previous) order by customer_id, paid_date, payment_id), '[]')::text as text
  from customer cross join lateral (
    select newest.*, sum(amount_minor) over item as later_minor, lead(paid_date) over item as previous
    from (
      select payment_id, item_key, issue_date, due_date, paid_date, amount_minor from item_payment
      where item_payment.organisation_id = customer.organisation_id and item_payment.customer_id = customer.customer_id and live > 0
      order by paid_date desc, payment_id desc limit $1
    ) as newest
    window item as (partition by item_key order by paid_date desc, payment_id desc)
  ) as payment left join still_open using (item_key)`;
