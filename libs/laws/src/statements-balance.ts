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
    says: 'a gap to the statement before is said aloud, as a warning of its file',
    violations: `
      select s.organisation_id, 'statement ' || s.position || ' of file ' || s.statement_file_id as thing, 'gap of ' || s.gap_minor || ' without a warning' as found
      from bank_import.statement s join bank_import.statement_file f using (organisation_id, statement_file_id)
      where s.gap_minor <> 0 and not f.warnings @> '[{"code": "balance_gap"}]'`,
  },
];
