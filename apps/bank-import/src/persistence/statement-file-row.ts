import { type bankImportHttp } from '@lettrage/contracts';

export interface StatementFileRow extends Omit<bankImportHttp.StatementFile, 'bytes' | 'receivedAt' | 'completedAt'> {
  bytes: bigint;
  receivedAt: Date;
  completedAt: Date | null;
}

export const statementFileColumns = `
  statement_file_id as "statementFileId", filename, bytes, sha256, state, received_at as "receivedAt", completed_at as "completedAt", format,
  imported, known, held as "probableDuplicates", not_booked as "notBooked", statements, warnings, problem, questions, mapping`;

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
