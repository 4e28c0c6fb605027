import { type Law } from './law.js';

/** What the aged balance of a customer and currency must add up to: the ledger's open items minus the ledger's money on account. */
const perCustomer = `
  select organisation_id, customer_id, currency, sum(minor) as minor from (
    select organisation_id, customer_id, currency, open_minor as minor from invoicing.open_item where open_minor <> 0
    union all select organisation_id, customer_id, currency, -amount_minor from invoicing.ledger_entry where kind = 'on_account'
  ) l group by 1, 2, 3`;

export const agedBalanceAddsUp: Law[] = [
  {
    number: 4,
    says: 'the aged balance is the sum of the open items plus unapplied cash, per customer and currency',
    onceQuiet: true,
    violations: `
      select coalesce(l.organisation_id, c.organisation_id) as organisation_id, 'customer ' || coalesce(l.customer_id, c.customer_id) || ' ' || coalesce(l.currency, c.currency) as thing,
             'ledger ' || coalesce(l.minor, 0) || ', aged balance ' || coalesce(c.minor, 0) as found
      from (${perCustomer}) l
      full join (
        select organisation_id, customer_id, currency, sum(minor) as minor from (
          select organisation_id, customer_id, currency, open_minor as minor from cash.open_item where open_minor <> 0
          union all select organisation_id, customer_id, currency, -amount_minor from cash.unapplied_cash
        ) x group by 1, 2, 3
      ) c on c.organisation_id = l.organisation_id and c.customer_id = l.customer_id and c.currency = l.currency
      where coalesce(l.minor, 0) <> coalesce(c.minor, 0)`,
  },
  {
    number: 4,
    says: 'what a receipt counts as taken is what the ledger took',
    onceQuiet: true,
    violations: `
      select coalesce(p.organisation_id, r.organisation_id) as organisation_id, 'transaction ' || coalesce(p.transaction_id, r.transaction_id) as thing,
             'ledger ' || coalesce(p.taken_minor, 0) || ', cash ' || coalesce(r.taken_minor, 0) as found
      from invoicing.payment p full join cash.receipt r on r.organisation_id = p.organisation_id and r.transaction_id = p.transaction_id
      where coalesce(p.taken_minor, 0) <> coalesce(r.taken_minor, 0)`,
  },
];
