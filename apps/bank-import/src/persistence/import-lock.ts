import { type Transaction } from '@lettrage/persistence';

const key = `hashtextextended('lettrage import ' || $1, 0)`;

/** One at a time compares an organisation's entries with what is stored, wherever it runs: until this transaction ends. False where another one does. */
export async function tryLockImports(tx: Transaction, organisationId: string): Promise<boolean> {
  const [{ mine }] = await tx.query<[{ mine: boolean }]>(`select pg_try_advisory_xact_lock(${key}) as mine`, [organisationId]);
  return mine;
}

/** The same lock, waited for. */
export async function lockImports(tx: Transaction, organisationId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(${key})`, [organisationId]);
}
