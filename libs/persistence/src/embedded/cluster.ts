import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, open, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf } from './errno.js';
import { runsAs, type ServerUser } from './server-user.js';

/** Where things lie in the data folder. */
export function clusterPaths(dataDir: string): { cluster: string; password: string; log: string } {
  return { cluster: join(dataDir, 'cluster'), password: join(dataDir, 'superuser-password'), log: join(dataDir, 'server.log') };
}

/** What the child processes get as descriptor 3, and the name under which they see the cluster's folder. */
export interface ClusterView {
  descriptor: number;
  path: string;
  close(): Promise<void>;
}

/**
 * The cluster's folder as `user` can name it. A home folder or a folder of mktemp has mode 0700: what root keeps below it, the server's
 * user cannot reach by path. On Linux the open folder is handed down instead, and /proc/self/fd/3 leads to it in every child.
 */
export async function viewOf(cluster: string, user: ServerUser | undefined): Promise<ClusterView> {
  const handle = await open(cluster, 'r');
  const close = (): Promise<void> => handle.close();
  if (user === undefined || (await runsAs(user, '/bin/sh', ['-c', 'cd -- "$0"', cluster]))) return { descriptor: handle.fd, path: cluster, close };
  const path = '/proc/self/fd/3';
  if (process.platform === 'linux') return { descriptor: handle.fd, path, close };
  await close();
  throw new Error(`The folder ${cluster} cannot be reached by the operating system's user ${user.uid}, as which PostgreSQL must run. Choose another.`);
}

export interface ClusterChoice {
  superuserPassword: string | undefined;
  /** False for a cluster whose loss does not matter: it is then not forced to disk when made. */
  durable: boolean;
}

/**
 * Makes the database cluster when there is none (whole or not at all) and returns the superuser's password, which is kept in a file of
 * mode 0600 beside the data. Text sorts by code point whatever the operating system's locale, and time is UTC.
 */
export async function ensureCluster(dataDir: string, initdb: string, user: ServerUser | undefined, choice: ClusterChoice): Promise<string> {
  const { superuserPassword: wanted, durable } = choice;
  const paths = clusterPaths(dataDir);
  const kept = await readFile(paths.password, 'utf8').then(
    (text) => text.trim(),
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    },
  );
  if (await stat(paths.cluster).then(() => true, () => false)) {
    if (kept === undefined) throw new Error(`${paths.password} is missing, but there is a database beside it. Put the file back from the backup.`);
    if (wanted !== undefined && wanted !== kept) throw new Error(`The database in ${dataDir} was made with another superuser password than the one given.`);
    return kept;
  }
  const password = wanted ?? randomBytes(24).toString('base64url');
  await writeFile(paths.password, `${password}\n`, { mode: 0o600 });
  for (const name of await readdir(dataDir)) {
    if (name.startsWith('cluster.new-')) await rm(join(dataDir, name), { recursive: true });
  }
  const draft = await mkdtemp(join(dataDir, 'cluster.new-'));
  if (user !== undefined) await chown(draft, user.uid, user.gid);
  await runInitdb(initdb, draft, password, user, durable);
  await rename(draft, paths.cluster);
  return password;
}

async function runInitdb(initdb: string, folder: string, password: string, user: ServerUser | undefined, durable: boolean): Promise<void> {
  const secrets = await mkdtemp(join(tmpdir(), 'lettrage-initdb-'));
  const passwordFile = join(secrets, 'password');
  const view = await viewOf(folder, user);
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user !== undefined) {
      await chown(passwordFile, user.uid, user.gid);
      await chown(secrets, user.uid, user.gid);
    }
    const args = ['-D', view.path, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'];
    args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '-c', 'timezone=UTC', '-c', 'log_timezone=UTC', '--no-instructions');
    if (!durable) args.push('--no-sync');
    await succeed(initdb, args, user, view.descriptor);
  } finally {
    await view.close();
    await rm(secrets, { recursive: true, force: true });
  }
}

function succeed(program: string, args: string[], user: ServerUser | undefined, descriptor: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(program, args, { ...user, cwd: '/', env: { LC_ALL: 'C' }, stdio: ['ignore', 'pipe', 'pipe', descriptor] });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (output += text.toString('utf8')));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) return resolve();
      const hint = output.includes('could not look up effective user ID')
        ? ' This user number has no entry in /etc/passwd: add one, or run as a user that has one.'
        : '';
      reject(new Error(`PostgreSQL's initdb failed (${signal ?? `exit code ${code}`}).${hint}\n${output.trim().split('\n').slice(-8).join('\n')}`));
    });
  });
}
