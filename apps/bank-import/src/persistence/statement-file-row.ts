import { type bankImportHttp } from '@lettrage/contracts';

export interface StatementFileRow extends Omit<bankImportHttp.StatementFile, 'bytes' | 'receivedAt' | 'completedAt'> {
  bytes: bigint;
  receivedAt: Date;
  completedAt: Date | null;
}

/** The bulk booking that a warning may be about, whose payments have not come. */
const isBare = `booking.batch is not null and (booking.batch ->> 'whole')::boolean and booking.status = 'booked'
      and coalesce(booking.batch ->> 'payments' = warning -> 'sentence' -> 'values' ->> 'count', true)`;
/** What is left of a warning is seen in what it is about, so that it ends with that, whoever or whatever ended it. */
const settled = `case
  when warning ->> 'code' in ('balance_gap', 'sequence_gap', 'not_balanced') then not exists (
    select from statement_warning as raised
    where raised.organisation_id = statement_file.organisation_id and raised.statement_file_id = statement_file.statement_file_id and raised.code = warning ->> 'code'
      and raised.cleared_at is null and raised.explained_at is null and coalesce(raised.problem -> 'place' ->> 'statement' = warning -> 'place' ->> 'statement', true))
  when warning ->> 'code' = 'entries_held' then statement_file.held = 0
  when warning ->> 'code' = 'batch_without_details' then not exists (
    select from transaction as booking
    where booking.organisation_id = statement_file.organisation_id and booking.statement_file_id = statement_file.statement_file_id and ${isBare}
  ) and not exists (
    select from statement join transaction as booking using (organisation_id, bank_account_id)
    where statement.organisation_id = statement_file.organisation_id and statement.statement_file_id = statement_file.statement_file_id
      and booking.booking_date between statement.from_date and statement.to_date and ${isBare})
  else false end`;
const warnings = `(select coalesce(jsonb_agg(warning || jsonb_build_object('settled', ${settled}) order by place), '[]') from jsonb_array_elements(statement_file.warnings) with ordinality as said (warning, place))`;

export const statementFileColumns = `
  statement_file_id as "statementFileId", filename, bytes, sha256, state, received_at as "receivedAt", completed_at as "completedAt", format,
  imported, known, held as "probableDuplicates", not_booked as "notBooked", statements, ${warnings} as warnings, problem, questions, mapping`;

export function statementFileOf(row: StatementFileRow): bankImportHttp.StatementFile {
  return {
    statementFileId: row.statementFileId,
    filename: row.filename,
    bytes: Number(row.bytes),
    sha256: row.sha256,
    state: row.state,
    receivedAt: row.receivedAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
    format: row.format,
    imported: row.imported,
    known: row.known,
    probableDuplicates: row.probableDuplicates,
    notBooked: row.notBooked,
    statements: row.statements,
    warnings: row.warnings,
    problem: row.problem,
    questions: row.questions,
    mapping: row.mapping,
  };
}
