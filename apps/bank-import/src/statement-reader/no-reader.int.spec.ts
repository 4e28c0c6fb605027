import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const built = new URL('./read-in-worker.js', pathToFileURL(createRequire(import.meta.url).resolve('@lettrage/bank-import/statement-reader')));

/** Reads an empty file in a process that may open 80 files, when it has opened as many as it can but `left`. */
async function reads(left: number): Promise<string> {
  const script = `
    import { closeSync, openSync } from 'node:fs';
    import { readInWorker } from '${built.href}';
    const open = [];
    try { for (;;) open.push(openSync('/dev/null')); } catch {}
    for (const file of open.splice(0, ${left})) closeSync(file);
    async function* nothing() {}
    await readInWorker({ source: nothing(), file: 'a.xml', account: null, compressed: false, limits: { memoryMb: 64, stallMs: 30_000 } }).next()
      .catch((error) => { for (const file of open) closeSync(file); console.log(error.name); });`;
  const { stdout } = await promisify(execFile)('/bin/sh', ['-c', 'ulimit -n 80; exec "$0" "$@"', process.execPath, '--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script]);
  return stdout.trim();
}

describe('a reader for which the machine has no room', () => {
  it('says nothing of the file', async () => expect(await reads(0)).toBe('NoReader'));
  it('reads when there is room', async () => expect(await reads(40)).toBe('UnreadableFile'));
});
