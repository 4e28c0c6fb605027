import { type bankImportHttp } from '@lettrage/contracts';
import { formatDecimal, minorUnits } from '@lettrage/money';
import { type Transaction } from '@lettrage/persistence';

const mostFiles = 100;

interface Row {
  statementFileId: string;
  filename: string;
  statement: number;
  statementId: string | null;
  from: string | null;
  to: string | null;
  currency: string;
  open: number;
  creditsMinor: string;
  debitsMinor: string;
}

/** What of each file nobody has decided yet, by statement and currency; the latest files first. */
export async function openDuplicatesByFile(tx: Transaction, organisationId: string): Promise<bankImportHttp.ProbableDuplicateFile[]> {
  const rows = await tx.query<Row[]>(
    `select open.statement_file_id as "statementFileId", filename, open.statement, bank_statement_id as "statementId", from_date as "from", to_date as "to", open.currency, open, "creditsMinor", "debitsMinor"
     from (
       select statement_file_id, statement, currency, count(*)::int as open,
         coalesce(sum(amount_minor) filter (where amount_minor > 0), 0)::text as "creditsMinor", coalesce(-sum(amount_minor) filter (where amount_minor < 0), 0)::text as "debitsMinor"
       from held_entry where organisation_id = $1 and decision is null and statement_file_id in (
         select distinct statement_file_id from held_entry where organisation_id = $1 and decision is null order by statement_file_id desc limit ${mostFiles}
       ) group by 1, 2, 3
     ) as open
     join statement_file as file on file.organisation_id = $1 and file.statement_file_id = open.statement_file_id
     left join statement on statement.organisation_id = $1 and statement.statement_file_id = open.statement_file_id and statement.position = open.statement
     order by open.statement_file_id desc, open.statement, open.currency`,
    [organisationId],
  );
  const files = new Map<string, bankImportHttp.ProbableDuplicateFile>();
  for (const { statementFileId, filename, creditsMinor, debitsMinor, ...of } of rows) {
    const file = files.get(statementFileId) ?? { statementFileId, filename, open: 0, statements: [] };
    const decimal = (minor: string) => formatDecimal(BigInt(minor), minorUnits(of.currency));
    file.open += of.open;
    file.statements.push({ ...of, credits: decimal(creditsMinor), debits: decimal(debitsMinor) });
    files.set(statementFileId, file);
  }
  return [...files.values()];
}
