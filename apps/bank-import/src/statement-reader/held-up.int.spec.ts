import { expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { camt, credits } from '../../testing/statements.js';

const built = new URL('./read-in-worker.js', pathToFileURL(createRequire(import.meta.url).resolve('@lettrage/bank-import/statement-reader')));
const stallMs = 1500;
const entries = 400;
const times = 200;

/** A file of many megabytes: the same entries again and again. */
function script(): string {
  const statement = camt({ entries: credits(entries) });
  const [from, to] = [statement.indexOf('<Ntry>'), statement.lastIndexOf('</Ntry>') + '</Ntry>'.length];
  return `
    import { readInWorker } from '${built.href}';
    async function* source() {
      yield Buffer.from(${JSON.stringify(statement.slice(0, from))});
      for (let time = 0; time < ${times}; time++) yield Buffer.from(${JSON.stringify(statement.slice(from, to))});
      yield Buffer.from(${JSON.stringify(statement.slice(to))});
    }
    const reading = readInWorker({ source: source(), file: 'a.xml', account: null, compressed: false, limits: { memoryMb: 256, stallMs: ${stallMs} }, onProgress: () => console.log('reading') });
    try {
      for (;;) {
        const { done, value } = await reading.next();
        if (done) { console.log('read ' + value.transactions); break; }
      }
    } catch (error) {
      console.log(error.message);
    }`;
}

it('a reader whose process was held up for longer than it may be silent is not taken for silent', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-'], { stdio: ['pipe', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stdin.end(script());
  const closed = once(child, 'close');
  try {
    await once(child.stdout, 'data');
    child.kill('SIGSTOP');
    await sleep(2 * stallMs);
    child.kill('SIGCONT');
    await closed;
  } finally {
    child.kill('SIGKILL');
  }
  expect(said.replaceAll('reading\n', '')).toBe(`read ${entries * times}\n`);
});
