import { SeenFingerprints } from '../fingerprint.js';
import { type BankTransaction, type FileSummary, type StatementEvent, type StatementSummary, type StatementWarning } from '../statement.js';
import type { CsvQuestion } from '../csv/csv-mapping.js';
import { StatementFault } from '../statement-fault.js';
import { zipMembers } from './zip-archive.js';

/** Reads one member under the name `archive/member`. */
export type ReadMember = (bytes: AsyncIterable<Uint8Array>, file: string) => AsyncGenerator<StatementEvent[], FileSummary>;

/**
 * Reads all members of an archive as if they were one file: statements are counted on through the members. Their formats must
 * be the same, because a CSV and a CAMT of one month side by side would double its money. Members may overlap: a line that another
 * has too is given out as `repeated`. Announced entries come last, when it is known which of them are booked in another member.
 */
export async function* readArchive(source: AsyncIterable<Uint8Array>, file: string, readMember: ReadMember): AsyncGenerator<StatementEvent[], FileSummary> {
  const statements: StatementSummary[] = [];
  const warnings: StatementWarning[] = [];
  const questions: CsvQuestion[] = [];
  const versions = new Set<string | null>();
  const overlap = new Overlap();
  let first: FileSummary | null = null;
  for await (const member of zipMembers(source, file)) {
    const events = readMember(member.bytes, `${file}/${member.name}`);
    let next = await events.next();
    for (; !next.done; next = await events.next()) yield overlap.marked(next.value.map((event) => (event.kind === 'warning' ? { kind: 'warning', warning: ofMember(event.warning, member.name) } : event)), statements.length);
    const summary = next.value;
    if (first && first.format !== summary.format) throw new StatementFault('archive_refused', file, { member: member.name }, `the archive is refused: it holds files of different formats (${first.format} and ${summary.format})`);
    first ??= summary;
    versions.add(summary.version);
    statements.push(...summary.statements);
    questions.push(...(summary.questions ?? []));
    warnings.push(...summary.warnings.map((warning) => ofMember(warning, member.name)));
  }
  if (!first) throw new StatementFault('archive_refused', file, { byte: 0 }, 'the archive is refused: it holds no file');
  yield overlap.rest();
  return { ...first, file, version: versions.size === 1 ? first.version : [...versions].filter((version) => version !== null).sort().join(', '), statements, warnings, ...(first.questions ? { questions } : {}) };
}

function ofMember(warning: StatementWarning, member: string): StatementWarning {
  return { ...warning, place: { member, ...warning.place } };
}

class Overlap {
  private readonly booked = new SeenFingerprints();
  private readonly announced: BankTransaction[] = [];

  /** The events with their statements counted on; announced entries are held back. */
  marked(events: readonly StatementEvent[], statementsBefore: number): StatementEvent[] {
    const given: StatementEvent[] = [];
    for (const event of events) {
      if (event.kind !== 'transaction') {
        given.push(event);
        continue;
      }
      const transaction = statementsBefore === 0 ? event.transaction : { ...event.transaction, statement: event.transaction.statement + statementsBefore };
      if (transaction.status !== 'booked') this.announced.push(transaction);
      else given.push(this.event(transaction, !this.booked.isNew(transaction.fingerprint)));
    }
    return given;
  }

  rest(): StatementEvent[] {
    const seen = new SeenFingerprints();
    return this.announced.map((transaction) => this.event(transaction, this.booked.has(transaction.fingerprint) || !seen.isNew(transaction.fingerprint)));
  }

  private event(transaction: BankTransaction, repeated: boolean): StatementEvent {
    return repeated ? { kind: 'transaction', transaction, repeated } : { kind: 'transaction', transaction };
  }
}
