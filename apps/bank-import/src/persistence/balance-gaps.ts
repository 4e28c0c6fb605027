import { type StatementSummary } from '@lettrage/bank-formats';
import { type Transaction } from '@lettrage/persistence';
import { joins, type Joint } from '../domain/gap.js';

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
  /** Whether it follows a statement and another follows it: not so a notification. */
  readonly joins: boolean;
}

export function statementRow(position: number, statement: StatementSummary, account: { bankAccountId: string | null; currency: string }, format: string): StatementRow {
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
    joins: joins(format),
  };
}

/** `statement_of_file`: rows given as JSON ($2). */
export const givenStatements = `
  jsonb_to_recordset($2::jsonb) as given ("position" int, "bankAccountId" uuid, "bankStatementId" text, "sequence" text, "currency" text, "fromDate" date, "toDate" date,
    "openingMinor" bigint, "closingMinor" bigint, "entries" int, "creditsMinor" bigint, "debitsMinor" bigint, "balanced" boolean, "gapMinor" bigint, "joins" boolean)`;

/** The statement before each given one: the account's latest that ended before it begins, from an earlier file or the same one; one of the same days is no predecessor. */
const isBefore = (earlier: string, given: string) =>
  `(${earlier}.to_date < ${given}.from_date or (${earlier}.to_date = ${given}.from_date and ${earlier}.from_date < ${given}.from_date))`;

interface FoundJoint {
  readonly position: number;
  readonly gapMinor: bigint | null;
  readonly previousSequence: string | null;
}

/** How the statements of a file join with the ones before them, by position; a statement without a predecessor is not named. */
export async function jointsOfFile(tx: Transaction, organisationId: string, statements: readonly StatementRow[]): Promise<ReadonlyMap<number, FoundJoint>> {
  if (statements.length === 0) return new Map();
  const rows = await tx.query<FoundJoint[]>(
    `with given as (
       select "position", "bankAccountId" as bank_account_id, currency, "fromDate" as from_date, "toDate" as to_date, "openingMinor" as opening_minor, "closingMinor" as closing_minor, sequence
       from ${givenStatements}
     ),
     earlier as (
       select bank_account_id, currency, from_date, to_date, closing_minor, sequence from statement
       where organisation_id = $1 and bank_account_id in (select bank_account_id from given) and joins
       union all
       select bank_account_id, currency, from_date, to_date, closing_minor, sequence from given
     )
     select given."position", given.opening_minor - previous.closing_minor as "gapMinor", previous.sequence as "previousSequence"
     from given cross join lateral (
       select closing_minor, sequence from earlier
       where earlier.bank_account_id is not distinct from given.bank_account_id and earlier.currency = given.currency and ${isBefore('earlier', 'given')}
       order by to_date desc, abs(given.opening_minor - closing_minor) limit 1
     ) as previous`,
    [organisationId, JSON.stringify(statements)],
  );
  return new Map(rows.map((row) => [row.position, row]));
}

/** A stored statement with how it joins now, and how it was said to. */
export interface StoredJoint extends Joint {
  readonly statementFileId: string;
  readonly position: number;
  readonly bankAccountId: string;
  readonly storedGapMinor: bigint | null;
  readonly balanced: boolean | null;
}

/** The statements of a file and all that begin after its first one, on its accounts: their predecessors may be others now. */
export function jointsAfter(tx: Transaction, organisationId: string, statementFileId: string): Promise<StoredJoint[]> {
  return tx.query<StoredJoint[]>(
    `select one.statement_file_id as "statementFileId", one.position, one.bank_account_id as "bankAccountId", one.currency, one.sequence, one.balanced, one.opening_minor as "openingMinor",
       coalesce(one.bank_statement_id, one.sequence, (one.position + 1)::text) as name, one.gap_minor as "storedGapMinor", one.opening_minor - previous.closing_minor as "gapMinor", previous.sequence as "previousSequence"
     from (select bank_account_id, min(from_date) as from_date from statement where organisation_id = $1 and statement_file_id = $2 group by 1) as new
     join statement as one on one.organisation_id = $1 and one.bank_account_id = new.bank_account_id and one.joins and (one.from_date >= new.from_date or one.statement_file_id = $2)
     left join lateral (
       select closing_minor, sequence from statement as earlier
       where earlier.organisation_id = $1 and earlier.bank_account_id = one.bank_account_id and earlier.currency = one.currency and earlier.joins and ${isBefore('earlier', 'one')}
       order by to_date desc, abs(one.opening_minor - closing_minor) limit 1
     ) as previous on true`,
    [organisationId, statementFileId],
  );
}
