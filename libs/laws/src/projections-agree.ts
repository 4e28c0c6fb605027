import { type Law } from './law.js';

/** Compares a copy with its source, row by row over the columns that both have. */
function sameRows(says: string, source: string, copy: string, key: string, columns: readonly string[]): Law {
  const list = (alias: string) => columns.map((column) => `${alias}.${column}`).join(', ');
  return {
    number: 6,
    says,
    onceQuiet: true,
    violations: `
      select coalesce(s.organisation_id, c.organisation_id) as organisation_id, '${copy} ' || coalesce(s.${key}, c.${key}) as thing, 'source ' || (${list('s')})::text || ', copy ' || (${list('c')})::text as found
      from ${source} s full join ${copy} c on c.organisation_id = s.organisation_id and c.${key} = s.${key}
      where (${list('s')}) is distinct from (${list('c')})`,
  };
}

export const projectionsAgree: Law[] = [
  sameRows('cash knows the ledger’s items', 'invoicing.open_item', 'cash.open_item', 'item_id', ['version', 'customer_id', 'number', 'due_date', 'total_minor', 'open_minor']),
  sameRows('cash knows the ledger’s entries', 'invoicing.ledger_entry', 'cash.ledger_entry', 'entry_id', ['transaction_id', 'kind', 'item_id', 'customer_id', 'amount_minor', 'effective_date', 'reverses']),
  sameRows('cash knows the customers', 'invoicing.customer', 'cash.customer', 'customer_id', ['version', 'number', 'name']),
  sameRows('the matcher knows the customers', 'invoicing.customer', 'matching.customer', 'customer_id', ['version', 'number', 'name', 'iban']),
  sameRows('the matcher knows the bank accounts', 'bank_import.bank_account', 'matching.bank_account', 'bank_account_id', ['bank_account_id']),
  {
    number: 6,
    says: 'the queue’s counters are the counts of its cases',
    violations: `
      select o.organisation_id, 'counters of the queue' as thing,
             (o.waiting, o.requested, o.settled_automatically, o.settled_by_people, o.set_aside)::text || ' for ' || (n.waiting, n.requested, n.automatic, n.people, n.set_aside)::text as found
      from matching.organisation_state o join lateral (
        select count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'requested') as requested,
               count(*) filter (where state = 'settled' and decided_by = 'automatic') as automatic, count(*) filter (where state = 'settled' and decided_by <> 'automatic') as people,
               count(*) filter (where state = 'set_aside') as set_aside
        from matching.payment_case c where c.organisation_id = o.organisation_id
      ) n on true
      where (o.waiting, o.requested, o.settled_automatically, o.settled_by_people, o.set_aside) is distinct from (n.waiting, n.requested, n.automatic, n.people, n.set_aside)`,
  },
  {
    number: 6,
    says: 'of allocations made without a person as many are counted as kept, and at least as many as undone, as there are cases',
    violations: `
      select organisation_id, 'automatic allocations of ' || made_on || ', band ' || band || ', ' || method as thing, 'counted ' || counted_kept || ' kept, ' || counted_undone || ' undone; cases ' || kept || ' and ' || undone as found
      from (select coalesce(n.organisation_id, c.organisation_id) as organisation_id, coalesce(n.made_on, c.made_on) as made_on, coalesce(n.band, c.band) as band, coalesce(n.method, c.method) as method,
                   coalesce(n.made - n.undone, 0) as counted_kept, coalesce(n.undone, 0) as counted_undone, coalesce(c.kept, 0) as kept, coalesce(c.undone, 0) as undone
            from matching.automatic_count n full join (
              select organisation_id, automatic_on as made_on, automatic_band as band, automatic_method as method,
                     count(*) filter (where automatic_outcome = 'made') as kept, count(*) filter (where automatic_outcome = 'undone') as undone
              from matching.payment_case where automatic_outcome is not null group by 1, 2, 3, 4
            ) c on c.organisation_id = n.organisation_id and c.made_on = n.made_on and c.band = n.band and c.method = n.method) both_sides
      where counted_kept <> kept or counted_undone < undone`,
  },
  {
    number: 6,
    says: 'what is settled without a person is counted as made',
    violations: `
      select organisation_id, 'transaction ' || transaction_id as thing, coalesce(automatic_outcome, 'not counted') as found from matching.payment_case
      where state = 'settled' and decided_by = 'automatic' and automatic_outcome is distinct from 'made'`,
  },
];
