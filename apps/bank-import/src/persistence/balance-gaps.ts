import { type StatementSummary } from '@lettrage/bank-formats';
import { type Transaction } from '@lettrage/persistence';

/** A statement of a file, as the tables have it. */
export interface StatementRow {
  readonly position: number;
  readonly bankAccountId: string | null;
  readonly bankStatementId: string | null;
  readonly sequence: string | null;
  readonly currency: string;
  readonly fromDate: string | null;
  readonly toDate: string | null;
  readonly openingMinor: string | null;
  readonly closingMinor: string | null;
  readonly entries: number;
  readonly creditsMinor: string | null;
  readonly debitsMinor: string | null;
  readonly balanced: boolean | null;
}

export function statementRow(position: number, statement: StatementSummary, account: { bankAccountId: string | null; currency: string }): StatementRow {
  const minor = (amount: { minor: bigint } | null) => amount?.minor.toString() ?? null;
  return {
    position,
    bankAccountId: account.bankAccountId,
    bankStatementId: statement.id,
    sequence: statement.sequence,
    currency: account.currency,
    fromDate: statement.from,
    toDate: statement.to,
    openingMinor: minor(statement.openingBalance),
    closingMinor: minor(statement.closingBalance),
    entries: statement.entries,
    creditsMinor: minor(statement.credits),
    debitsMinor: minor(statement.debits),
    balanced: statement.balanced,
  };
}

/** `statement_of_file`: rows given as JSON ($2). */
export const givenStatements = `
  jsonb_to_recordset($2::jsonb) as given ("position" int, "bankAccountId" uuid, "bankStatementId" text, "sequence" text, "currency" text, "fromDate" date, "toDate" date,
    "openingMinor" bigint, "closingMinor" bigint, "entries" int, "creditsMinor" bigint, "debitsMinor" bigint, "balanced" boolean, "gapMinor" bigint)`;

/**
 * For each statement with an opening balance its distance to the closing balance before it (opening minus closing), by position. The statement before
 * is the account's latest that ended before this one begins, from an earlier file or the same one; a statement of the same days is no predecessor.
 */
export async function balanceGaps(tx: Transaction, organisationId: string, statements: readonly StatementRow[]): Promise<ReadonlyMap<number, bigint>> {
  if (statements.length === 0) return new Map();
  const rows = await tx.query<{ position: number; gap: bigint }[]>(
    `with given as (select * from ${givenStatements}),
     earlier as (
       select bank_account_id, currency, from_date, to_date, closing_minor from statement
       where organisation_id = $1 and bank_account_id in (select "bankAccountId" from given) and closing_minor is not null
       union all
       select "bankAccountId", "currency", "fromDate", "toDate", "closingMinor" from given where "closingMinor" is not null
     )
     select given."position", given."openingMinor" - previous.closing_minor as gap
     from given cross join lateral (
       select closing_minor from earlier
       where earlier.bank_account_id is not distinct from given."bankAccountId" and earlier.currency = given."currency"
         and (earlier.to_date < given."fromDate" or (earlier.to_date = given."fromDate" and earlier.from_date < given."fromDate"))
       order by to_date desc, abs(given."openingMinor" - closing_minor) limit 1
     ) as previous
     where given."openingMinor" is not null`,
    [organisationId, JSON.stringify(statements)],
  );
  return new Map(rows.map(({ position, gap }) => [position, gap]));
}
