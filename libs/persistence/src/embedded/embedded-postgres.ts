import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { usableBinaries } from './binaries.js';
import { clusterPaths, ensureCluster } from './cluster.js';
import { lockFolder } from './folder-lock.js';
import { startPostmaster } from './postmaster.js';
import { serverUser } from './server-user.js';

export interface EmbeddedPostgresOptions {
  /** Holds the cluster, its password file and the server's log; made when missing. One process at a time may use it. */
  dataDir: string;
  /** On 127.0.0.1; a free one when not given. */
  port?: number;
  /** Server settings by name, as in postgresql.conf. */
  settings?: Record<string, string>;
  /** Only for a cluster that is made now; a random one when not given. */
  superuserPassword?: string;
}

export interface EmbeddedPostgres {
  /** Of the superuser, at the database `postgres`. */
  url: string;
  pid: number;
  port: number;
  /** Settles when the server's process is gone, wanted or not. */
  exited: Promise<void>;
  /** Fast stop: open transactions are rolled back, the database is closed cleanly. May be called twice. */
  stop(): Promise<void>;
}

/** For data that lives as long as a test: nothing is forced to disk. Never for data that somebody wants to keep. */
export const TEST_SETTINGS: Record<string, string> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  autovacuum_naptime: '15s',
};

/** Compiling a query costs more than these short ones take, hence no JIT. */
const KEPT_SETTINGS: Record<string, string> = { synchronous_commit: 'on', log_checkpoints: 'off', jit: 'off' };

/**
 * Starts PostgreSQL 18 from the npm package's binaries on 127.0.0.1, as root (the server then runs as `postgres` or `nobody`) and as an
 * ordinary user; makes the cluster on first use. A server left over from a killed process is stopped first. A folder that another
 * living process uses is refused. Prints nothing; installs no signal handlers.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  await mkdir(options.dataDir, { recursive: true });
  const dataDir = await realpath(options.dataDir);
  const lock = await lockFolder(dataDir);
  try {
    const user = await serverUser(clusterPaths(dataDir).cluster);
    const binaries = await usableBinaries(user);
    const settings = { ...KEPT_SETTINGS, ...options.settings };
    const choice = { superuserPassword: options.superuserPassword, durable: settings['fsync'] !== 'off' };
    const password = await ensureCluster(dataDir, join(binaries, 'bin', 'initdb'), user, choice);
    const server = await startPostmaster({ program: join(binaries, 'bin', 'postgres'), dataDir, user, port: options.port, settings });
    void server.exited.then(() => lock.release());
    const url = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${server.port}/postgres`;
    return { url, pid: server.pid, port: server.port, exited: server.exited, stop: () => server.stop().then(() => lock.release()) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
