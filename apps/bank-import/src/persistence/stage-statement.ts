import { type CsvAnswers } from '@lettrage/bank-formats';
import { type bankImportHttp } from '@lettrage/contracts';
import { type Transaction } from '@lettrage/persistence';
import { headerSignature } from '../domain/dialect.js';
import { accountOfSilentFile, resolveAccounts } from '../domain/resolve-account.js';
import { type Reading, UnreadableFile } from '../statement-reader/read-in-worker.js';
import { type KeptMapping, keptMapping, keptMappings } from './kept-mappings.js';
import { type StoredAccount } from './known-accounts.js';
import { stage } from './staging.js';

export interface StatementToStage {
  readonly organisationId: string;
  readonly known: readonly StoredAccount[];
  readonly chosen: StoredAccount | undefined;
  /** A person's, for this file; null where nobody was asked. */
  readonly answers: bankImportHttp.CsvAnswers | null;
}

/** What the reader is told of the account that a silent file is of, and of the file. */
interface ReadingTask {
  readonly account: string | null;
  readonly accountCurrency: string | undefined;
  readonly csv: CsvAnswers | undefined;
}

export interface StagedStatement {
  readonly reading: Reading;
  /** The mapping under which it was read, where one was kept for its account and header. */
  readonly kept: KeptMapping | null;
}

/**
 * Stages a file, reading a CSV as was kept for its account: first under the mappings of the account that it must be of, if they fit; and where it names an account
 * itself, once more under the mapping of that one. A person's answers for this file go before all that is kept.
 */
export async function stageStatement(tx: Transaction, file: StatementToStage, read: (task: ReadingTask) => AsyncGenerator<Uint8Array, Reading>): Promise<StagedStatement> {
  const { organisationId, known, chosen, answers } = file;
  const silent = accountOfSilentFile(known, chosen) as StoredAccount | undefined;
  const task = (csv: CsvAnswers | undefined): ReadingTask => ({ account: silent?.identification ?? null, accountCurrency: silent?.currency, csv });
  if (answers !== null) return { reading: await stage(tx, read(task(answers))), kept: null };
  const candidates = silent ? await keptMappings(tx, organisationId, silent.bankAccountId) : [];
  for (const candidate of candidates) {
    const reading = await ifReadable(tx, (inner) => stage(inner, read(task({ mapping: candidate.mapping }))));
    const signature = reading && headerSignature(reading.summary);
    if (reading && signature === null) return { reading, kept: null };
    if (reading && signature === candidate.signature) return { reading, kept: candidate };
  }
  const reading = await stage(tx, read(task(undefined)));
  const kept = await keptForNamed(tx, file, reading);
  return kept === null ? { reading, kept } : { reading: await stage(tx, read(task({ mapping: kept.mapping }))), kept };
}

/** In a savepoint, so that a reading that fails leaves nothing; null where the file cannot be read so. */
async function ifReadable(tx: Transaction, work: (inner: Transaction) => Promise<Reading>): Promise<Reading | null> {
  try {
    return await tx.transaction(work);
  } catch (error) {
    if (error instanceof UnreadableFile) return null;
    throw error;
  }
}

async function keptForNamed(tx: Transaction, { organisationId, known, chosen }: StatementToStage, { summary }: Reading): Promise<KeptMapping | null> {
  const signature = headerSignature(summary);
  if (signature === null || summary.statements[0]?.account == null) return null;
  const resolved = resolveAccounts(summary.statements, known, chosen);
  const [account] = 'accounts' in resolved ? resolved.accounts : [];
  return account?.bankAccountId ? keptMapping(tx, organisationId, account.bankAccountId, signature) : null;
}
