import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { EngineTimes } from './time-engine.js';

export interface Size {
  readonly openItems: number;
  readonly months: number;
  readonly statementDays: number;
}

/** The million takes some minutes and 10 GB to generate, so it is only run where it is asked for. */
export const usualSizes: readonly Size[] = [{ openItems: 10_000, months: 8, statementDays: 43 }, { openItems: 100_000, months: 8, statementDays: 43 }];
export const million: Size = { openItems: 1_000_000, months: 1, statementDays: 8 };

const run = promisify(execFile);

/** Times the engine at a size, in a process of its own. */
export async function timeSize({ openItems, months, statementDays }: Size): Promise<EngineTimes> {
  const program = join(import.meta.dirname, 'time-engine.js');
  const { stdout } = await run(process.execPath, ['--max-old-space-size=14000', program, String(openItems), String(months), String(statementDays)]);
  return JSON.parse(stdout) as EngineTimes;
}
