// All that needs no database and no broker: npm run check. The parts run side by side, so that no core waits while one of them has only one thread.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

/** Whether a script of package.json ends well; what it says is shown where it does not, and of tests how many there were. */
async function passes(name, more = '') {
  const begun = performance.now();
  const { code, said } = await ended(spawn(`${scripts[name]} ${more}`, { cwd: root, shell: true, stdio: ['ignore', 'pipe', 'pipe'] }));
  const counts = said.split('\n').filter((line) => /^Tests?( Suites)?:/.test(line));
  console.log([`${code === 0 ? 'ok    ' : 'FAILED'} ${name} ${more} (${Math.round((performance.now() - begun) / 100) / 10} s)`, ...(code === 0 ? counts : [said])].join('\n'));
  return code === 0;
}

function ended(child) {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}

/** One after the other, and all of them: one run says all that is wrong. */
async function inTurn(names) {
  let fine = true;
  for (const name of names) fine = (await passes(name)) && fine;
  return fine;
}

// Some tests start what is built. Jest leaves a core free where it is not told otherwise, which of two is half.
const fine = (await passes('build:ts')) && (await Promise.all([passes('jest', '--selectProjects unit --maxWorkers=100%'), inTurn(['check:types', 'check:lint', 'check:layers', 'check:dead'])])).every(Boolean);
process.exit(fine ? 0 : 1);
