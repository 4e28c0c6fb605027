import { type FileSummary, type StatementEvent, type StatementSummary, type StatementWarning } from '../statement.js';
import { StatementFault } from '../statement-fault.js';
import { zipMembers } from './zip-archive.js';

/** Reads one member under the name `archive/member`. */
export type ReadMember = (bytes: AsyncIterable<Uint8Array>, file: string) => AsyncGenerator<StatementEvent[], FileSummary>;

/**
 * Reads all members of an archive as if they were one file: statements are counted on through the members. Their formats must
 * be the same, because a CSV and a CAMT of one month side by side would double its money.
 */
export async function* readArchive(source: AsyncIterable<Uint8Array>, file: string, readMember: ReadMember): AsyncGenerator<StatementEvent[], FileSummary> {
  const statements: StatementSummary[] = [];
  const warnings: StatementWarning[] = [];
  const versions = new Set<string | null>();
  let first: FileSummary | null = null;
  for await (const member of zipMembers(source, file)) {
    const events = readMember(member.bytes, `${file}/${member.name}`);
    let next = await events.next();
    for (; !next.done; next = await events.next()) yield statements.length === 0 ? next.value : next.value.map((event) => shifted(event, statements.length));
    const summary = next.value;
    if (first && first.format !== summary.format) throw new StatementFault('archive_refused', file, {}, `the archive is refused: it holds files of different formats (${first.format} and ${summary.format})`);
    first ??= summary;
    versions.add(summary.version);
    statements.push(...summary.statements);
    warnings.push(...summary.warnings);
  }
  if (!first) throw new StatementFault('archive_refused', file, {}, 'the archive is refused: it holds no file');
  return { ...first, file, version: versions.size === 1 ? first.version : [...versions].filter((version) => version !== null).sort().join(', '), statements, warnings };
}

function shifted(event: StatementEvent, by: number): StatementEvent {
  return event.kind === 'transaction' ? { kind: 'transaction', transaction: { ...event.transaction, statement: event.transaction.statement + by } } : event;
}
