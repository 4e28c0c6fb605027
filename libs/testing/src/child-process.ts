import type { ChildProcess } from 'node:child_process';

export function hasExited(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

export function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => (hasExited(child) ? resolve() : child.once('exit', () => resolve())));
}

/** Resolves when the process is gone and all that it said has been read; a process of its own that still holds its pipes is not waited for long. */
export async function lastWordsOf(child: ChildProcess): Promise<void> {
  const pipes = [child.stdout, child.stderr].filter((pipe) => pipe !== null && !pipe.closed);
  const read = Promise.all(pipes.map((pipe) => new Promise((resolve) => pipe!.once('close', resolve))));
  await exitOf(child);
  await Promise.race([read, new Promise((resolve) => setTimeout(resolve, 1_000).unref())]);
}

/** Sends `signal` and resolves when the process is gone; SIGKILL follows when it is not after `limitMs`. */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals, limitMs = 20_000): Promise<void> {
  if (hasExited(child)) return;
  const gone = lastWordsOf(child);
  child.kill(signal);
  const last = setTimeout(() => child.kill('SIGKILL'), limitMs);
  await gone;
  clearTimeout(last);
}

/** Collects what a process says, the last `limitLines` lines of it. */
export function collectOutput(child: ChildProcess, limitLines = 5_000): { text(): string; onText(listener: (text: string) => void): void } {
  let lines: string[] = [''];
  const listeners: ((text: string) => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8');
    stream?.on('data', (chunk: string) => {
      const parts = chunk.split('\n');
      lines[lines.length - 1] += parts[0] ?? '';
      lines.push(...parts.slice(1));
      if (lines.length > 2 * limitLines) lines = lines.slice(-limitLines);
      for (const listener of listeners) listener(chunk);
    });
  }
  return { text: () => lines.join('\n'), onText: (listener) => void listeners.push(listener) };
}
