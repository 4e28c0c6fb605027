import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile, readlink, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterPaths, viewOf } from './cluster.js';
import { codeOf } from './errno.js';
import type { ServerUser } from './server-user.js';

/** Crash recovery after a power cut can take a while; a server that says nothing for longer is broken. */
const START_LIMIT_MS = 120_000;
const FAST_STOP_LIMIT_MS = 30_000;
const IMMEDIATE_STOP_LIMIT_MS = 5_000;
const LOG_LIMIT_BYTES = 16 * 1024 * 1024;

export interface Postmaster {
  pid: number;
  port: number;
  /** Settles when the server's process is gone, wanted or not. */
  exited: Promise<void>;
  stop(): Promise<void>;
}

export interface PostmasterOptions {
  program: string;
  dataDir: string;
  user: ServerUser | undefined;
  port: number | undefined;
  settings: Record<string, string>;
}

/** Starts the server and resolves once it accepts connections; a port that was not asked for is chosen anew when somebody else takes it first. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const paths = clusterPaths(options.dataDir);
  await stopStaleServer(paths.cluster);
  await turnLog(paths.log);
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const from = await sizeOf(paths.log);
    const child = await spawned(options, port);
    if (await ready(child, paths.cluster)) return running(child, port);
    const said = await readLog(paths.log, from);
    const portTaken = said.includes('Address already in use');
    if (portTaken && options.port === undefined && attempt < 5) continue;
    const reason = portTaken ? `port ${port} of 127.0.0.1 is taken by another program; choose another.` : `its last words were:\n${lastLines(said)}`;
    throw new Error(`PostgreSQL in ${options.dataDir} did not start: ${reason}`);
  }
}

async function spawned(options: PostmasterOptions, port: number): Promise<ChildProcess> {
  const paths = clusterPaths(options.dataDir);
  const settings: Record<string, string> = { ...options.settings, listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' };
  const view = await viewOf(paths.cluster, options.user);
  const log = await open(paths.log, 'a', 0o600);
  try {
    const args = ['-D', view.path, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
    // A session of its own: Ctrl-C in the terminal must not stop the server under a service that is still finishing its work.
    const child = spawn(options.program, args, {
      ...options.user,
      cwd: '/',
      detached: true,
      env: { LC_ALL: 'C' },
      stdio: ['ignore', log.fd, log.fd, view.descriptor],
    });
    await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    child.unref();
    return child;
  } finally {
    await log.close();
    await view.close();
  }
}

/** The server writes `ready` into the eighth line of postmaster.pid, which is what pg_ctl waits for too. False when it exits instead. */
async function ready(child: ChildProcess, cluster: string): Promise<boolean> {
  const deadline = performance.now() + START_LIMIT_MS;
  while (child.exitCode === null && child.signalCode === null) {
    const lines = await pidFile(cluster);
    if (lines[0]?.trim() === String(child.pid) && lines[7]?.trim() === 'ready') return true;
    if (performance.now() > deadline) child.kill('SIGQUIT');
    await sleep(10);
  }
  return false;
}

function running(child: ChildProcess, port: number): Postmaster {
  const pid = child.pid as number;
  const exited = new Promise<void>((resolve) => (child.exitCode ?? child.signalCode) === null ? child.once('exit', () => resolve()) : resolve());
  // process.exit() without stop(): ask for a fast stop on the way out rather than leave the server behind.
  const onProcessExit = (): void => void child.kill('SIGINT');
  process.once('exit', onProcessExit);
  void exited.then(() => process.removeListener('exit', onProcessExit));
  let stopping: Promise<void> | undefined;
  return {
    pid,
    port,
    exited,
    stop: () => {
      child.ref();
      return (stopping ??= endServer(pid, () => child.exitCode === null && child.signalCode === null));
    },
  };
}

/** A server whose starter was killed still holds the folder: it is stopped, so that its successor starts from a closed database. */
async function stopStaleServer(cluster: string): Promise<void> {
  const pid = Number((await pidFile(cluster))[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return;
  if (await servesFolder(pid, cluster)) await endServer(pid, () => isAlive(pid));
  // The number may meanwhile belong to another program, which PostgreSQL would take for a running server.
  else await rm(join(cluster, 'postmaster.pid'), { force: true });
}

async function servesFolder(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === cluster && basename(await readlink(`/proc/${pid}/exe`)).startsWith('postgres');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

async function endServer(pid: number, alive: () => boolean): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [['SIGINT', FAST_STOP_LIMIT_MS], ['SIGQUIT', IMMEDIATE_STOP_LIMIT_MS], ['SIGKILL', IMMEDIATE_STOP_LIMIT_MS]];
  for (const [signal, limitMs] of steps) {
    const deadline = performance.now() + limitMs;
    if (alive()) process.kill(pid, signal);
    while (alive() && performance.now() < deadline) await sleep(10);
    if (!alive()) return;
  }
  throw new Error(`The PostgreSQL server with process number ${pid} does not end. End it by hand, then start again.`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

async function pidFile(cluster: string): Promise<string[]> {
  return readFile(join(cluster, 'postmaster.pid'), 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

async function turnLog(log: string): Promise<void> {
  if ((await sizeOf(log)) > LOG_LIMIT_BYTES) await rename(log, `${log}.1`);
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    (found) => found.size,
    () => 0,
  );
}

async function readLog(log: string, from: number): Promise<string> {
  return (await readFile(log)).subarray(from).toString('utf8');
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-8).join('\n') || '(none)';
}
