import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceProcesses } from './processes.js';

const SERVICE = `
import { createServer } from 'node:http';
let ready = false;
setTimeout(() => { ready = true; }, 150);
const mode = process.env.LETTRAGE_MODE ?? 'good';
if (mode === 'broken') { console.error('LETTRAGE_DATABASE_URL is missing'); process.exit(78); }
console.log('starting', process.pid, 'inherited', process.env.LETTRAGE_TEST_RUN ?? 'nothing');
createServer((request, response) => {
  response.statusCode = request.url === '/readyz' && (!ready || mode === 'never') ? 503 : 200;
  response.end(response.statusCode === 503 ? 'database: refused' : String(process.pid));
}).listen(Number(process.env.LETTRAGE_HTTP_PORT), process.env.LETTRAGE_HTTP_HOST);
process.on('SIGTERM', () => { console.log('goodbye'); process.exit(0); });
`;

let folder: string;
let script: string;
const services = serviceProcesses();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lettrage-processes-'));
  script = join(folder, 'service.mjs');
  await writeFile(script, SERVICE);
});
afterEach(() => services.stopAll());
afterAll(() => rm(folder, { recursive: true, force: true }));

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('serviceProcesses', () => {
  it('starts a service, waits until it is ready, and stops it in order', async () => {
    const service = await services.start('invoicing', { script });
    expect(await (await fetch(`${service.url}/readyz`)).text()).toBe(String(service.pid()));
    expect(await service.stop()).toBe(0);
    expect(service.logs()).toContain('inherited nothing');
    expect(service.logs()).toContain('goodbye');
  });

  it('kills and restarts on the same address, keeping the logs', async () => {
    const service = await services.start('invoicing', { script });
    const first = service.pid();
    await service.kill();
    await expect(fetch(`${service.url}/readyz`)).rejects.toThrow();
    expect(await service.stop()).toBe('SIGKILL');
    await service.restart();
    expect(service.pid()).not.toBe(first);
    expect(await (await fetch(service.url)).text()).toBe(String(service.pid()));
    expect(service.logs()).toMatch(new RegExp(`starting ${first}[^]*starting ${service.pid()}`));
    expect(service.logs()).not.toContain('goodbye');
  });

  it('repeats the last words of a service that does not come up', async () => {
    await expect(services.start('cash', { script, env: { LETTRAGE_MODE: 'broken' } })).rejects.toThrow(
      /cash ended \(exit code 78\) before it was ready:\nLETTRAGE_DATABASE_URL is missing/,
    );
    await expect(services.start('cash', { script, env: { LETTRAGE_MODE: 'never' }, readyWithinMs: 6_000 })).rejects.toThrow(
      'cash was not ready within 6000 ms; /readyz said: 503 database: refused',
    );
  });

  it('leaves no process and no folder behind when the test run itself is killed', async () => {
    const victimFolder = join(folder, 'victim');
    await mkdir(victimFolder);
    const hook = `import { registerHooks } from 'node:module';
      registerHooks({ resolve: (name, context, next) => next(/^\\..*\\.js$/.test(name) ? name.replace(/js$/, 'ts') : name, context) });`;
    const program = `import { spawn } from 'node:child_process';
      const { guardProcess } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'process-guard.ts')).href)});
      const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
      guardProcess(child.pid, new Promise(() => {}), ${JSON.stringify(victimFolder)});
      process.stdout.write(String(child.pid)); setInterval(() => {}, 1000);`;
    const args = ['--disable-warning=ExperimentalWarning', '--import', `data:text/javascript,${encodeURIComponent(hook)}`, '--input-type=module', '-e', program];
    const run = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [text] = (await once(run.stdout, 'data')) as [Buffer];
    const victim = Number(text.toString('utf8'));
    expect(isAlive(victim)).toBe(true);
    run.kill('SIGKILL');
    for (let waited = 0; waited < 30_000 && (isAlive(victim) || (await stat(victimFolder).catch(() => undefined))); waited += 50) await sleep(50);
    expect(isAlive(victim)).toBe(false);
    await expect(stat(victimFolder)).rejects.toThrow('ENOENT');
  });
});
