import { type Law } from './law.js';

export const itemsAddUp: Law[] = [
  {
    number: 3,
    says: 'what is open on an item is its total minus what it had been paid elsewhere minus what the ledger allocated, between nothing and the total',
    violations: `
      select i.organisation_id, 'item ' || i.number as thing,
             'total ' || i.total_minor || ', paid before ' || i.settled_before_minor || ', open ' || i.open_minor || ', allocated ' || coalesce(sum(e.amount_minor), 0) as found
      from invoicing.open_item i left join invoicing.ledger_entry e on e.organisation_id = i.organisation_id and e.item_id = i.item_id
      group by 1, i.item_id, i.number, i.total_minor, i.settled_before_minor, i.open_minor
      having i.open_minor <> i.total_minor - i.settled_before_minor - coalesce(sum(e.amount_minor), 0)
          or case when i.total_minor >= 0 then i.open_minor not between 0 and i.total_minor else i.open_minor not between i.total_minor and 0 end`,
  },
  {
    number: 3,
    says: 'a reversal takes back exactly the entry that it names',
    violations: `
      select r.organisation_id, 'entry ' || r.entry_id as thing, 'takes back ' || r.amount_minor || ' of ' || coalesce(e.amount_minor::text, 'nothing') as found
      from invoicing.ledger_entry r left join invoicing.ledger_entry e on e.organisation_id = r.organisation_id and e.entry_id = r.reverses
      where r.reverses is not null and (e.amount_minor is distinct from -r.amount_minor or e.item_id is distinct from r.item_id or e.transaction_id is distinct from r.transaction_id
        or e.currency is distinct from r.currency or e.reverses is not null)`,
  },
  {
    number: 3,
    says: 'the matcher’s copy of an item is the ledger’s item',
    onceQuiet: true,
    violations: `
      select coalesce(i.organisation_id, m.organisation_id) as organisation_id, 'item ' || coalesce(i.number, m.number) as thing,
             'ledger v' || coalesce(i.version::text, '-') || ' open ' || coalesce(i.open_minor::text, '-') || ', matcher v' || coalesce(m.version::text, '-') || ' open ' || coalesce(m.open_minor::text, '-') as found
      from invoicing.open_item i full join matching.open_item m on m.organisation_id = i.organisation_id and m.item_id = i.item_id
      where (i.version, i.open_minor, i.total_minor, i.customer_id, i.due_date) is distinct from (m.version, m.open_minor, m.total_minor, m.customer_id, m.due_date)`,
  },
];
