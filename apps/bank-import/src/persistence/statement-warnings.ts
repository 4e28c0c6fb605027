import { type bankImportHttp } from '@lettrage/contracts';
import { type Transaction } from '@lettrage/persistence';
import { gapProblem } from '../domain/gap.js';
import { notBalanced, type UnbalancedStatement } from '../domain/not-balanced.js';
import { jointsAfter } from './balance-gaps.js';

interface File {
  readonly organisationId: string;
  readonly statementFileId: string;
}

export interface Raised {
  readonly statementFileId: string;
  readonly position: number;
  readonly bankAccountId: string;
  readonly problem: bankImportHttp.FileProblem;
}

const jointCodes = ['balance_gap', 'sequence_gap'];

/**
 * After a file's statements are stored: writes how they and those after them join now, raises the warnings that are new, and clears the ones whose
 * missing statement has come. An explanation stays as long as its warning holds.
 */
export async function followJoints(tx: Transaction, { organisationId, statementFileId }: File): Promise<void> {
  const joints = await jointsAfter(tx, organisationId, statementFileId);
  const moved = joints.filter(({ gapMinor, storedGapMinor }) => gapMinor !== storedGapMinor);
  if (moved.length > 0) {
    await tx.query(
      `update statement set gap_minor = now.gap from unnest($2::uuid[], $3::int[], $4::bigint[]) as now (file, place, gap)
       where organisation_id = $1 and statement_file_id = now.file and position = now.place`,
      [organisationId, moved.map((joint) => joint.statementFileId), moved.map(({ position }) => position), moved.map(({ gapMinor }) => gapMinor)],
    );
  }
  const raised = joints.flatMap((joint): Raised[] => {
    const problem = gapProblem(joint);
    return problem ? [{ ...joint, problem }] : [];
  });
  await clearOthers(tx, organisationId, joints, raised);
  const unbalanced = await tx.query<(UnbalancedStatement & Pick<Raised, 'position' | 'bankAccountId'>)[]>(
    `select position, bank_account_id as "bankAccountId", coalesce(bank_statement_id, sequence, (position + 1)::text) as name, currency,
       opening_minor + credits_minor - debits_minor as "reachedMinor", closing_minor as "closingMinor"
     from statement where organisation_id = $1 and statement_file_id = $2 and balanced = false`,
    [organisationId, statementFileId],
  );
  await raiseWarnings(tx, organisationId, [...raised, ...unbalanced.map((one) => ({ statementFileId, position: one.position, bankAccountId: one.bankAccountId, problem: notBalanced(one) }))]);
}

/** Once a statement and code, as long as it is not cleared. */
export async function raiseWarnings(tx: Transaction, organisationId: string, warnings: readonly Raised[]): Promise<void> {
  if (warnings.length === 0) return;
  await tx.query(
    `insert into statement_warning (organisation_id, statement_file_id, position, bank_account_id, code, problem)
     select $1, * from unnest($2::uuid[], $3::int[], $4::uuid[], $5::text[], $6::jsonb[])
     on conflict (organisation_id, statement_file_id, position, code) where cleared_at is null do update
       set problem = excluded.problem where statement_warning.explained_at is null and statement_warning.problem <> excluded.problem`,
    [
      organisationId, warnings.map(({ statementFileId }) => statementFileId), warnings.map(({ position }) => position), warnings.map(({ bankAccountId }) => bankAccountId),
      warnings.map(({ problem }) => problem.code), warnings.map(({ problem }) => JSON.stringify(problem)),
    ],
  );
}

async function clearOthers(tx: Transaction, organisationId: string, looked: readonly Pick<Raised, 'statementFileId' | 'position'>[], raised: readonly Raised[]): Promise<void> {
  const still = raised.map(({ statementFileId, position, problem }) => `${statementFileId} ${position} ${problem.code}`);
  await tx.query(
    `update statement_warning set cleared_at = now() from unnest($2::uuid[], $3::int[]) as looked (file, place)
     where organisation_id = $1 and statement_file_id = looked.file and position = looked.place and code = any ($4) and cleared_at is null
       and statement_file_id || ' ' || position || ' ' || code <> all ($5::text[])`,
    [organisationId, looked.map(({ statementFileId }) => statementFileId), looked.map(({ position }) => position), jointCodes, still],
  );
}

/** The warnings of a file about bulk bookings whose payments do not wait any more. */
export async function clearBatchWarning(tx: Transaction, organisationId: string, statementFileId: string): Promise<void> {
  await tx.query(
    `update statement_warning as warning set cleared_at = now() where organisation_id = $1 and statement_file_id = $2 and code = 'batch_allocated' and cleared_at is null
       and not exists (select from held_entry where organisation_id = $1 and statement_file_id = $2 and statement = warning.position and batch_of is not null and decision is null)`,
    [organisationId, statementFileId],
  );
}
