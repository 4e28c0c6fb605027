import { type Law } from './law.js';

export const transactionsOnce: Law[] = [
  {
    number: 1,
    says: 'a completed file’s new transactions are stored, each once',
    violations: `
      select f.organisation_id, 'statement file ' || f.statement_file_id as thing, 'says ' || f.imported || ' imported, ' || count(t.*) || ' are stored' as found
      from bank_import.statement_file f left join bank_import.transaction t on t.organisation_id = f.organisation_id and t.statement_file_id = f.statement_file_id and t.status in ('booked', 'superseded')
      where f.state = 'completed' group by 1, f.statement_file_id, f.imported having f.imported <> count(t.*)`,
  },
  {
    number: 1,
    says: 'entries that may be known already are held until someone decides, and a decided one is a transaction',
    violations: `
      select f.organisation_id, 'statement file ' || f.statement_file_id as thing, 'says ' || f.held || ' held, ' || count(h.*) || ' are' as found
      from bank_import.statement_file f left join bank_import.held_entry h on h.organisation_id = f.organisation_id and h.statement_file_id = f.statement_file_id and h.decision is null
      group by 1, f.statement_file_id, f.held having f.held <> count(h.*)
      union all
      select h.organisation_id, 'held entry ' || h.transaction_id, 'was decided to be ' || h.decision || ' and is no transaction'
      from bank_import.held_entry h where h.decision is not null and not exists (
        select from bank_import.transaction t where t.organisation_id = h.organisation_id and t.transaction_id = coalesce(h.same_as, h.transaction_id))`,
  },
  {
    number: 1,
    says: 'nothing of a refused file is stored',
    violations: `
      select f.organisation_id, 'statement file ' || f.statement_file_id as thing, 'was refused and has transactions' as found
      from bank_import.statement_file f where f.state = 'refused'
        and exists (select from bank_import.transaction t where t.organisation_id = f.organisation_id and t.statement_file_id = f.statement_file_id)`,
  },
  {
    number: 1,
    says: 'every booked credit has exactly its one case in the queue, with its amount',
    onceQuiet: true,
    violations: `
      select coalesce(t.organisation_id, c.organisation_id) as organisation_id, 'transaction ' || coalesce(t.transaction_id, c.transaction_id) as thing,
             'bank: ' || coalesce(t.amount_minor::text, 'none') || ', queue: ' || coalesce(c.amount_minor::text, 'none') as found
      from (select * from bank_import.transaction where status = 'booked' and amount_minor > 0) t
      full join matching.payment_case c on c.organisation_id = t.organisation_id and c.transaction_id = t.transaction_id
      where t.amount_minor is distinct from c.amount_minor or t.currency is distinct from c.currency or t.booking_date is distinct from c.booking_date`,
  },
];
