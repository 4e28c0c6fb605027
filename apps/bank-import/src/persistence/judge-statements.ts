import { type FileSummary } from '@lettrage/bank-formats';
import { type bankImportHttp } from '@lettrage/contracts';
import { formatDecimal, minorUnits } from '@lettrage/money';
import { type Transaction } from '@lettrage/persistence';
import { importProblem, problemOfWarning } from '../domain/file-problem.js';
import { type Account, resolveAccounts } from '../domain/resolve-account.js';
import { UnreadableFile } from '../statement-reader/read-in-worker.js';
import { probableDuplicates } from './probable-duplicates.js';
import { balanceGaps, statementRow, type StatementRow } from './balance-gaps.js';

export interface Judgement {
  /** One a statement. */
  readonly accounts: readonly Account[];
  readonly rows: readonly (StatementRow & { readonly gapMinor: string | null })[];
  readonly warnings: readonly bankImportHttp.FileProblem[];
}

/** What a staged file means here: whose statements they are, and what about them should be looked at. Throws `UnreadableFile`. */
export async function judge(tx: Transaction, organisationId: string, summary: FileSummary, known: readonly Account[], chosen: Account | undefined): Promise<Judgement> {
  const resolved = resolveAccounts(summary.statements, known, chosen);
  if ('problem' in resolved) throw new UnreadableFile(resolved.problem);
  const { accounts } = resolved;
  const rows = summary.statements.map((statement, position) => statementRow(position, statement, accounts[position]!));
  const gaps = await balanceGaps(tx, organisationId, rows);
  const warnings = summary.warnings.map(problemOfWarning);
  for (const row of rows) {
    const gap = gaps.get(row.position);
    if (gap) warnings.push(gapWarning(row, gap));
  }
  const probable = await probableDuplicates(tx, organisationId, accounts.map(({ bankAccountId }, statement) => ({ statement, bankAccountId })));
  if (probable > 0) warnings.push(duplicatesWarning(probable));
  return { accounts, rows: rows.map((row) => ({ ...row, gapMinor: gaps.get(row.position)?.toString() ?? null })), warnings };
}

function gapWarning(row: StatementRow, gap: bigint): bankImportHttp.FileProblem {
  const shown = (minor: bigint) => `${formatDecimal(minor, minorUnits(row.currency))} ${row.currency}`;
  const distance = gap < 0n ? -gap : gap;
  return importProblem(
    'balance_gap',
    `the opening balance ${shown(BigInt(row.openingMinor!))} is ${shown(distance)} ${gap < 0n ? 'less' : 'more'} than the closing balance before it`,
    `statement ${row.bankStatementId ?? row.sequence ?? row.position + 1}`,
  );
}

function duplicatesWarning(probable: number): bankImportHttp.FileProblem {
  const [subject, verb] = probable === 1 ? ['1 of the new transactions', 'has'] : [`${probable} of the new transactions`, 'have'];
  return importProblem('probable_duplicates', `${subject} ${verb} the date and the amount of a transaction that another file had brought in other words`);
}
