import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { EngineTimes } from './time-engine.js';
import type { RowTimes } from './time-in-a-row.js';

export interface Size {
  readonly customers: number;
  readonly months: number;
  readonly statementDays: number;
}

/** About 12,000 open items. */
const small: Size = { customers: 2_000, months: 8, statementDays: 43 };
/** About 120,000 open items, a history of 300,000, a statement of 50,000 credits. */
export const large: Size = { customers: 20_000, months: 8, statementDays: 43 };
export const usualSizes: readonly Size[] = [small, large];
/** About a million; it takes some minutes and 10 GB to generate, so it is only run where it is asked for. The history is short, the customers many. */
export const million: Size = { customers: 300_000, months: 1, statementDays: 8 };

const run = promisify(execFile);

/** Times the engine at a size: the first call of a process. */
export async function timeSize(size: Size): Promise<EngineTimes> {
  return (await runProgram('time-engine.js', size)) as EngineTimes;
}

/** Times a million transactions at a size, decided in a row in one process. */
export async function timeRow(size: Size): Promise<RowTimes> {
  return (await runProgram('time-in-a-row.js', size)) as RowTimes;
}

/** In a process of its own, with as much room for young objects as the services are given (deploy/Dockerfile). */
async function runProgram(file: string, { customers, months, statementDays }: Size): Promise<unknown> {
  const program = join(import.meta.dirname, file);
  const { stdout } = await run(process.execPath, ['--max-old-space-size=14000', '--max-semi-space-size=32', program, String(customers), String(months), String(statementDays)]);
  return JSON.parse(stdout) as unknown;
}
