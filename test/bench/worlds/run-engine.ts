import { readFile } from 'node:fs/promises';
import { lettrage } from '../run-command.js';
import { readItems, type WorldFiles } from './files.js';
import { type ProposalLine, readJsonLines, type TruthLine } from './lines.js';
import { type Judgement, judgeWorld } from './score.js';

interface EngineRun {
  readonly files: WorldFiles;
  readonly statement: string;
  /** The history that it may learn from; null for none. */
  readonly history: string | null;
  readonly out: string;
}

/** Runs `lettrage match` as a user would, and judges what it wrote. */
export async function runEngine({ files, statement, history, out }: EngineRun): Promise<{ judgements: Judgement[]; ms: number }> {
  const { ms } = await lettrage('match', '--customers', files.customers, '--invoices', files.invoices, ...(history === null ? [] : ['--history', history]), '--statement', statement, '--out', out);
  return { judgements: await judge(files, await readJsonLines<ProposalLine>(out)), ms };
}

export async function judge(files: WorldFiles, proposals: readonly ProposalLine[]): Promise<Judgement[]> {
  const items = readItems(await readFile(files.invoices, 'utf8'));
  return judgeWorld(items, await readJsonLines<TruthLine>(files.truth), proposals);
}
