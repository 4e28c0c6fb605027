import { type Law } from './law.js';

export const statementsBalance: Law[] = [
  {
    number: 5,
    says: 'a statement’s balance is told as it is: opening plus credits minus debits against closing',
    violations: `
      select s.organisation_id, 'statement ' || s.position || ' of file ' || s.statement_file_id as thing,
             'opening ' || s.opening_minor || ' + ' || s.credits_minor || ' - ' || s.debits_minor || ', closing ' || s.closing_minor || ', said balanced: ' || coalesce(s.balanced::text, 'unknown') as found
      from bank_import.statement s
      where s.opening_minor is not null and s.closing_minor is not null and s.credits_minor is not null and s.debits_minor is not null
        and s.balanced is distinct from (s.opening_minor + s.credits_minor - s.debits_minor = s.closing_minor)`,
  },
  {
    number: 5,
    says: 'a statement that does not balance, or does not join with the one before, is said aloud until someone explains it',
    violations: `
      select s.organisation_id, 'statement ' || s.position || ' of file ' || s.statement_file_id as thing, 'balanced ' || coalesce(s.balanced::text, 'unknown') || ', gap of ' || coalesce(s.gap_minor::text, 'unknown') || ', without a warning' as found
      from bank_import.statement s
      where (s.gap_minor <> 0 and s.joins and not exists (select from bank_import.statement_warning w where w.organisation_id = s.organisation_id and w.statement_file_id = s.statement_file_id
               and w.position = s.position and w.code = 'balance_gap' and w.cleared_at is null))
         or (s.balanced = false and not exists (select from bank_import.statement_warning w where w.organisation_id = s.organisation_id and w.statement_file_id = s.statement_file_id
               and w.position = s.position and w.code = 'not_balanced'))`,
  },
];
