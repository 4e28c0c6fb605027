import { execFile, spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';

/** The operating system's user as which the server's processes run; PostgreSQL refuses to run as root. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/**
 * Whom to run the server as: undefined (ourselves) for an ordinary user. For root: the owner of a cluster that is there already,
 * else `postgres`, else `nobody`.
 */
export async function serverUser(cluster: string): Promise<ServerUser | undefined> {
  const self = process.getuid?.() ?? 0;
  const owner = await stat(cluster).catch(() => undefined);
  if (self !== 0) {
    if (owner !== undefined && owner.uid !== self) {
      throw new Error(
        `The database in ${cluster} belongs to the operating system's user ${owner.uid}, and this process runs as ${self}. ` +
          'Start it as the user who made it (root, if root did), or choose another folder.',
      );
    }
    return undefined;
  }
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([idOf('-u', name), idOf('-g', name)]);
    if (uid !== undefined && gid !== undefined && uid !== 0) return { uid, gid };
  }
  throw new Error(
    'PostgreSQL does not run as root, and this system has neither a user postgres nor a user nobody to run it as. ' +
      'Start Lettrage as an ordinary user, or add one: useradd --system postgres.',
  );
}

async function idOf(option: '-u' | '-g', name: string): Promise<number | undefined> {
  try {
    const { stdout } = await promisify(execFile)('id', [option, name]);
    return Number.parseInt(stdout, 10);
  } catch {
    return undefined;
  }
}

/** Whether `user` can reach and run the program with these arguments; nothing is printed. */
export function runsAs(user: ServerUser | undefined, program: string, args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...user, cwd: '/', stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
