import { spawn } from 'node:child_process';

/**
 * Ends the process `pid` with SIGKILL and removes `folder` when this process ends in whatever way, SIGKILL included: a small shell waits for
 * the end of a pipe that only we hold. (A signal skips Node's exit event, and Jest's workers never see theirs.) Dismissed once `exited` settles.
 */
export function guardProcess(pid: number, exited: Promise<unknown>, folder = ''): void {
  const script = 'while read -r _; do :; done; kill -9 "$1" 2>/dev/null; if [ -n "$2" ]; then sleep 0.5; rm -rf -- "$2"; fi';
  const guard = spawn('/bin/sh', ['-c', script, 'guard', String(pid), folder], { cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  guard.unref();
  // The pipe alone must not keep a finished test run waiting.
  (guard.stdin as unknown as { unref?(): void } | null)?.unref?.();
  void exited.then(() => {
    guard.kill('SIGKILL');
    guard.stdin?.destroy();
  });
}
