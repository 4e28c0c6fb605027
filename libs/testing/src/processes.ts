import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { collectOutput, endProcess, exitOf, hasExited, lastWordsOf } from './child-process.js';
import { freePorts } from './free-port.js';
import { guardProcess } from './process-guard.js';

/** The root of the checkout. */
export const REPOSITORY = join(import.meta.dirname, '../../..');
/** A service may use 20 s for an orderly end, and is asked again without mercy after this. */
const STOP_LIMIT_MS = 30_000;

export interface ServiceOptions {
  /** The service's configuration. Nothing named LETTRAGE_* is inherited from the test. */
  env?: Record<string, string>;
  /** A free port of 127.0.0.1 when not given; kept over restarts. */
  port?: number;
  /** What to run instead of apps/<name>/dist/main.js. */
  script?: string;
  args?: string[];
  readyWithinMs?: number;
}

export interface ServiceProcess {
  name: string;
  url: string;
  pid(): number;
  /** What it has said so far, over restarts. */
  logs(): string;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves to the exit code, or to the signal that it took. */
  stop(): Promise<number | NodeJS.Signals>;
  /** Starts it again on the same port, after a stop if it still runs; resolves when it is ready. */
  restart(): Promise<void>;
}

export interface ServiceProcesses {
  start(name: string, options?: ServiceOptions): Promise<ServiceProcess>;
  /** For afterAll: ends all of them, also those that a failed test has left half started. */
  stopAll(): Promise<void>;
}

/** Runs built services (`npm run build`) as processes of their own, as in production. They end with the test, however it ends. */
export function serviceProcesses(): ServiceProcesses {
  const children = new Set<ChildProcess>();
  return {
    start: (name, options = {}) => startService(name, options, children),
    stopAll: async () => void (await Promise.all([...children].map((child) => endProcess(child, 'SIGTERM', STOP_LIMIT_MS)))),
  };
}

async function startService(name: string, options: ServiceOptions, children: Set<ChildProcess>): Promise<ServiceProcess> {
  const port = options.port ?? ((await freePorts(1))[0] as number);
  const url = `http://127.0.0.1:${port}`;
  const past: string[] = [];
  const run = async (): Promise<{ child: ChildProcess; text(): string }> => {
    const child = spawnService(name, options, port);
    children.add(child);
    const output = collectOutput(child);
    await untilReady(name, url, child, output.text, options.readyWithinMs ?? 90_000);
    return { child, text: output.text };
  };
  let current = await run();
  const service: ServiceProcess = {
    name,
    url,
    pid: () => current.child.pid as number,
    logs: () => [...past, current.text()].join('\n'),
    kill: () => endProcess(current.child, 'SIGKILL'),
    stop: async () => {
      await endProcess(current.child, 'SIGTERM', STOP_LIMIT_MS);
      return current.child.exitCode ?? current.child.signalCode ?? 0;
    },
    restart: async () => {
      await service.stop();
      past.push(current.text());
      current = await run();
    },
  };
  return service;
}

function spawnService(name: string, options: ServiceOptions, port: number): ChildProcess {
  const inherited = Object.entries(process.env).filter(([variable]) => !variable.startsWith('LETTRAGE_'));
  const env = { ...Object.fromEntries(inherited), LETTRAGE_HTTP_HOST: '127.0.0.1', LETTRAGE_HTTP_PORT: String(port), ...options.env };
  const script = options.script ?? join(REPOSITORY, 'apps', name, 'dist', 'main.js');
  const child = spawn(process.execPath, ['--max-semi-space-size=32', '--disable-warning=ExperimentalWarning', script, ...(options.args ?? [])], {
    cwd: REPOSITORY,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.once('spawn', () => guardProcess(child.pid as number, exitOf(child)));
  return child;
}

async function untilReady(name: string, url: string, child: ChildProcess, text: () => string, limitMs: number): Promise<void> {
  const deadline = performance.now() + limitMs;
  let last = 'no answer';
  while (performance.now() < deadline) {
    if (hasExited(child)) {
      await lastWordsOf(child);
      throw new Error(`${name} ended (${child.signalCode ?? `exit code ${child.exitCode}`}) before it was ready:\n${lastLines(text())}`);
    }
    last = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
      async (response) => (response.ok ? 'ready' : `${response.status} ${await response.text()}`),
      (error: unknown) => `no answer (${String(error)})`,
    );
    if (last === 'ready') return;
    await sleep(50);
  }
  await endProcess(child, 'SIGKILL');
  throw new Error(`${name} was not ready within ${limitMs} ms; /readyz said: ${last}\n${lastLines(text())}`);
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-30).join('\n');
}
