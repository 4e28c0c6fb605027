import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';

export interface CommandRun {
  readonly ms: number;
  /** Largest resident memory, as Linux counted it at most 20 ms before the end. */
  readonly peakMb: number;
}

/** Runs a command whole, as a user would, and measures it from outside. Fails with what it said on any exit code but 0. */
export async function runCommand(program: string, args: readonly string[], environment: NodeJS.ProcessEnv = process.env): Promise<CommandRun> {
  const start = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: environment });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  let peakKb = 0;
  const look = setInterval(() => {
    void readFile(`/proc/${child.pid}/status`, 'utf8').then((status) => (peakKb = Math.max(peakKb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))), () => undefined);
  }, 20);
  const code = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  clearInterval(look);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}: ${said.slice(-2000)}`);
  return { ms: performance.now() - start, peakMb: peakKb / 1024 };
}

export const lettrage = (...args: string[]) => runCommand(process.execPath, ['apps/lettrage/dist/main.js', ...args]);
/** Reads a file to JSON lines where there are none: to throw an earlier round's away, and wait for the disk, is no part of reading. */
export async function parseToLines(file: string, out: string): Promise<CommandRun> {
  await rm(out, { force: true });
  return lettrage('parse', file, '--out', out);
}

/** The floor of reading XML: a C parser that looks at every byte and keeps nothing. */
export const xmllint = (file: string) => runCommand('xmllint', ['--stream', '--noout', '--huge', file]);
