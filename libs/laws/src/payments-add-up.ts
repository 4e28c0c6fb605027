import { type Law } from './law.js';

export const paymentsAddUp: Law[] = [
  {
    number: 2,
    says: 'what the ledger took of a transaction is the sum of its entries, and never more than its amount',
    violations: `
      select p.organisation_id, 'transaction ' || p.transaction_id as thing, 'amount ' || p.amount_minor || ', taken ' || p.taken_minor || ', entries ' || coalesce(sum(e.amount_minor), 0) as found
      from invoicing.payment p left join invoicing.ledger_entry e using (organisation_id, transaction_id)
      group by 1, p.transaction_id, p.amount_minor, p.taken_minor
      having p.taken_minor <> coalesce(sum(e.amount_minor), 0) or p.taken_minor not between 0 and p.amount_minor`,
  },
  {
    number: 2,
    says: 'no entry stands in the ledger without its payment',
    violations: `
      select e.organisation_id, 'entry ' || e.entry_id as thing, 'has no payment ' || e.transaction_id as found
      from invoicing.ledger_entry e left join invoicing.payment p using (organisation_id, transaction_id) where p.transaction_id is null`,
  },
  {
    number: 2,
    says: 'a payment of the ledger is a booked credit of the bank, over the same amount',
    violations: `
      select p.organisation_id, 'transaction ' || p.transaction_id as thing, 'ledger ' || p.amount_minor || ' ' || p.currency || ', bank ' || coalesce(t.amount_minor || ' ' || t.currency, 'none') as found
      from invoicing.payment p left join bank_import.transaction t using (organisation_id, transaction_id)
      where t.amount_minor is distinct from p.amount_minor or t.currency is distinct from p.currency or (t.status is distinct from 'booked' and not (t.status = 'superseded' and p.taken_minor = 0))`,
  },
  {
    number: 2,
    says: 'a settled case is taken whole, any other not at all',
    onceQuiet: true,
    violations: `
      select c.organisation_id, 'transaction ' || c.transaction_id as thing, 'state ' || c.state || ', amount ' || c.amount_minor || ', taken ' || coalesce(p.taken_minor, 0) as found
      from matching.payment_case c left join invoicing.payment p using (organisation_id, transaction_id)
      where coalesce(p.taken_minor, 0) <> case when c.state = 'settled' then c.amount_minor else 0 end`,
  },
];
