import type { CalendarDate } from '@lettrage/calendar';
import { SeenFingerprints } from '../fingerprint.js';
import { type BankTransaction, type FileSummary, type StatementEvent, type StatementSummary, type StatementWarning } from '../statement.js';
import type { CsvQuestion } from '../csv/csv-mapping.js';
import { StatementFault } from '../statement-fault.js';
import { zipMembers } from './zip-archive.js';
import { say } from '../catalogue/sentences.js';

/** Reads one member under the name `archive/member`. */
export type ReadMember = (bytes: AsyncIterable<Uint8Array>, file: string) => AsyncGenerator<StatementEvent[], FileSummary>;

/**
 * Reads all members of an archive as if they were one file: statements are counted on through the members. Their formats must
 * be the same, and two exports of CSV with different columns must not be of the same days: a CSV and a CAMT of one month side by side would double its money, because only what
 * is imported one after the other is recognised across formats. Members may overlap: a line that another
 * has too is given out as `repeated`. Announced entries come last, when it is known which of them are booked in another member.
 */
export async function* readArchive(source: AsyncIterable<Uint8Array>, file: string, readMember: ReadMember): AsyncGenerator<StatementEvent[], FileSummary> {
  const statements: StatementSummary[] = [];
  const warnings: StatementWarning[] = [];
  const questions: CsvQuestion[] = [];
  const versions = new Set<string | null>();
  const overlap = new Overlap();
  const exports = new Exports();
  let first: FileSummary | null = null;
  for await (const member of zipMembers(source, file)) {
    const events = readMember(member.bytes, `${file}/${member.name}`);
    let next = await events.next();
    for (; !next.done; next = await events.next()) yield overlap.marked(next.value.map((event) => (event.kind === 'warning' ? { kind: 'warning', warning: ofMember(event.warning, member.name) } : event)), statements.length);
    const summary = next.value;
    const other = exports.sameDaysInOtherColumns(summary, overlap.takeDays(), member.name);
    if (other !== null) throw new StatementFault('archive_refused', file, { member: member.name }, say('archive_other_columns', { quoted: other }));
    if (first && first.format !== summary.format) throw new StatementFault('archive_refused', file, { member: member.name }, say('archive_two_formats', { one: first.format, other: summary.format }));
    first ??= summary;
    versions.add(summary.version);
    statements.push(...summary.statements);
    questions.push(...(summary.questions ?? []));
    warnings.push(...summary.warnings.map((warning) => ofMember(warning, member.name)));
  }
  if (!first) throw new StatementFault('archive_refused', file, { byte: 0 }, say('archive_without_file'));
  yield overlap.rest();
  return { ...first, file, version: versions.size === 1 ? first.version : [...versions].filter((version) => version !== null).sort().join(', '), statements, warnings, ...(first.questions ? { questions } : {}) };
}

function ofMember(warning: StatementWarning, member: string): StatementWarning {
  return { ...warning, place: { member, ...warning.place } };
}

interface Days {
  from: CalendarDate;
  to: CalendarDate;
}

/** The columns of the CSVs of an archive, and the days that they are of; other formats have no columns. */
class Exports {
  private readonly seen: { readonly name: string; readonly titles: string; readonly days: ReadonlyMap<string, Days> }[] = [];

  /** The name of an earlier member that has days of this one under other titles. */
  sameDaysInOtherColumns({ mapping }: FileSummary, days: ReadonlyMap<string, Days>, name: string): string | null {
    if (mapping === undefined) return null;
    const titles = mapping.columns.map(({ title }) => title ?? '').join('\n');
    const other = this.seen.find((each) => each.titles !== titles && [...days].some(([account, { from, to }]) => [...each.days].some(([of, held]) => (of === account || of === '' || account === '') && held.from <= to && from <= held.to)));
    this.seen.push({ name, titles, days });
    return other?.name ?? null;
  }
}

class Overlap {
  /** First and last day of each account of the member that is being read; a file that names no account may be of any. */
  private days = new Map<string, Days>();
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
      this.count(event.transaction);
      const transaction = statementsBefore === 0 ? event.transaction : { ...event.transaction, statement: event.transaction.statement + statementsBefore };
      if (transaction.status !== 'booked') this.announced.push(transaction);
      else given.push(this.event(transaction, !this.booked.isNew(transaction.fingerprint)));
    }
    return given;
  }

  takeDays(): ReadonlyMap<string, Days> {
    const { days } = this;
    this.days = new Map();
    return days;
  }

  rest(): StatementEvent[] {
    const seen = new SeenFingerprints();
    return this.announced.map((transaction) => this.event(transaction, this.booked.has(transaction.fingerprint) || !seen.isNew(transaction.fingerprint)));
  }

  private count({ account, bookingDate }: BankTransaction): void {
    const days = this.days.get(account ?? '');
    if (!days) this.days.set(account ?? '', { from: bookingDate, to: bookingDate });
    else if (bookingDate < days.from) days.from = bookingDate;
    else if (bookingDate > days.to) days.to = bookingDate;
  }

  private event(transaction: BankTransaction, repeated: boolean): StatementEvent {
    return repeated ? { kind: 'transaction', transaction, repeated } : { kind: 'transaction', transaction };
  }
}
