import { type FileSummary } from '@lettrage/bank-formats';
import { type bankImportHttp, sentence } from '@lettrage/contracts';
import { type Transaction } from '@lettrage/persistence';
import { importProblem, problemOfWarning } from '../domain/file-problem.js';
import { type Account, resolveAccounts } from '../domain/resolve-account.js';
import { UnreadableFile } from '../statement-reader/read-in-worker.js';
import { probableDuplicates } from './probable-duplicates.js';
import { gapProblem, joins } from '../domain/gap.js';
import { dialectOf, formatName } from '../domain/dialect.js';
import { recognise } from './recognise.js';
import { anyBatchWithoutPayments } from './recognise-batches.js';
import { type StatementAccount } from './staging.js';
import { jointsOfFile, statementRow, type StatementRow } from './balance-gaps.js';

export interface Judgement {
  /** One a statement. */
  readonly accounts: readonly Account[];
  readonly rows: readonly (StatementRow & { readonly gapMinor: string | null })[];
  readonly warnings: readonly bankImportHttp.FileProblem[];
  readonly dialect: string;
}

/** What a staged file means here: whose statements they are, and what about them should be looked at. Throws `UnreadableFile`. */
export async function judge(tx: Transaction, organisationId: string, summary: FileSummary, known: readonly Account[], chosen: Account | undefined): Promise<Judgement> {
  const resolved = resolveAccounts(summary.statements, known, chosen);
  if ('problem' in resolved) throw new UnreadableFile(resolved.problem);
  const { accounts } = resolved;
  const format = formatName(summary);
  const rows = summary.statements.map((statement, position) => statementRow(position, statement, accounts[position]!, format));
  const joints = joins(format) ? await jointsOfFile(tx, organisationId, rows) : new Map<number, never>();
  const warnings: bankImportHttp.FileProblem[] = [];
  for (const row of rows) {
    const joint = joints.get(row.position);
    const openingMinor = row.openingMinor === null ? null : BigInt(row.openingMinor);
    const problem = joint && gapProblem({ ...joint, currency: row.currency, sequence: row.sequence, openingMinor, name: row.bankStatementId ?? row.sequence ?? String(row.position + 1) });
    if (problem) warnings.push(problem);
  }
  const ofStatements = accounts.map(({ bankAccountId }, statement) => ({ statement, bankAccountId }));
  const dialect = dialectOf(summary);
  await recognise(tx, organisationId, ofStatements, dialect);
  warnings.unshift(...(await stillTrue(tx, organisationId, ofStatements, summary)).map(problemOfWarning));
  const [{ held }] = await tx.query<[{ held: number }]>(
    `select count(*)::int as held from recognised left join transaction as booking on booking.organisation_id = $1 and booking.transaction_id = recognised.batch_of
     where candidates is not null and not coalesce((booking.batch ->> 'whole')::boolean, false)`,
    [organisationId],
  );
  if (held > 0) warnings.push(heldWarning(held));
  const probable = await probableDuplicates(tx, organisationId, ofStatements);
  if (probable > 0) warnings.push(duplicatesWarning(probable));
  return { accounts, dialect, rows: rows.map((row) => ({ ...row, gapMinor: joints.get(row.position)?.gapMinor?.toString() ?? null })), warnings };
}

/** What the reader said of the file alone: nobody need import the payments of bulk bookings that are here already. */
async function stillTrue(tx: Transaction, organisationId: string, accounts: readonly StatementAccount[], { warnings }: FileSummary): Promise<FileSummary['warnings']> {
  const isAboutPayments = ({ code }: FileSummary['warnings'][number]) => code === 'batch_without_details';
  if (!warnings.some(isAboutPayments) || (await anyBatchWithoutPayments(tx, organisationId, accounts))) return warnings;
  return warnings.filter((warning) => !isAboutPayments(warning));
}

function heldWarning(held: number): bankImportHttp.FileProblem {
  return importProblem('entries_held', held === 1 ? sentence('entry_held') : sentence('entries_held', { count: String(held) }));
}

function duplicatesWarning(probable: number): bankImportHttp.FileProblem {
  return importProblem('probable_duplicates', probable === 1 ? sentence('probable_duplicate') : sentence('probable_duplicates', { count: String(probable) }));
}
