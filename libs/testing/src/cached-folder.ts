import { access, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder of the user's cache that is filled once a machine: whole or not at all, also when two runs fill it at the same moment.
 * `fill` gets an empty folder that becomes `name`. Falls back to the temporary folder where there is no writable home.
 */
export async function cachedFolder(name: string, fill: (draft: string) => Promise<void>): Promise<string> {
  const root = await cacheRoot();
  const folder = join(root, name);
  if (await exists(folder)) return folder;
  const draft = await mkdtemp(join(root, `${name}.`));
  try {
    const content = join(draft, 'content');
    await mkdir(content);
    await fill(content);
    // The other run was faster, with the same content.
    await rename(content, folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST' && error.code !== 'ENOTEMPTY') throw error;
    });
    return folder;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function cacheRoot(): Promise<string> {
  const own = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'lettrage');
  const uid = process.getuid?.() ?? 0;
  for (const folder of [own, join(tmpdir(), `lettrage-cache-${uid}`)]) {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // What somebody else put into a public folder must not be run.
      if ((await stat(folder)).uid !== uid) continue;
      await rm(await mkdtemp(join(folder, 'probe.')), { recursive: true });
      return folder;
    } catch {
      continue;
    }
  }
  throw new Error(`Neither ${own} nor ${tmpdir()} can be written. Set XDG_CACHE_HOME to a folder that can.`);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
