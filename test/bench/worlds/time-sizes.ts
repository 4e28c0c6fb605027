import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { EngineTimes } from './time-engine.js';

export interface Size {
  readonly customers: number;
  readonly months: number;
  readonly statementDays: number;
}

/** About 12,000 and 120,000 open items. */
export const usualSizes: readonly Size[] = [{ customers: 2_000, months: 8, statementDays: 43 }, { customers: 20_000, months: 8, statementDays: 43 }];
/** About a million; it takes some minutes and 10 GB to generate, so it is only run where it is asked for. The history is short, the customers many. */
export const million: Size = { customers: 300_000, months: 1, statementDays: 8 };

const run = promisify(execFile);

/** Times the engine at a size, in a process of its own, with as much room for young objects as the services are given (deploy/Dockerfile). */
export async function timeSize({ customers, months, statementDays }: Size): Promise<EngineTimes> {
  const program = join(import.meta.dirname, 'time-engine.js');
  const { stdout } = await run(process.execPath, ['--max-old-space-size=14000', '--max-semi-space-size=32', program, String(customers), String(months), String(statementDays)]);
  return JSON.parse(stdout) as EngineTimes;
}
