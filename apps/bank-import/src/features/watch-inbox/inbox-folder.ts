import { createHash } from 'node:crypto';
import { constants, type Dirent } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isUnfinished, numberedName, plainName } from '../../domain/inbox-names.js';
import { Upload } from '../../upload/receive-upload.js';

export const done = 'done';
export const refused = 'refused';

/** A thing that lies in an organisation's folder, or in the folder of one of its accounts. */
export interface Dropped {
  /** The folder that is watched: `done` and `refused` are beside the file, or beside its account's folder. */
  readonly folder: string;
  readonly name: string;
  readonly path: string;
  /** The name of the folder that it lies in, where that is the folder of an account. */
  readonly accountFolder: string | null;
  readonly isFile: boolean;
  readonly bytes: number;
  /** Size, time of change and the file's own number: another writing is another mark. */
  readonly mark: string;
}

const reasonForPrograms = '.reason.json';
const reasonForPeople = '.reason.txt';

const organisationFolder = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function isOrganisationFolder(name: string): boolean {
  return organisationFolder.test(name);
}

/** The organisations that have a folder. A link to a folder is none. */
export async function organisationsWithFolder(inbox: string): Promise<string[]> {
  const entries = await readdir(inbox, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && isOrganisationFolder(entry.name)).map(({ name }) => name).sort();
}

/** What was dropped into a folder, or into an account's folder in it, by name; `isOthers` says which folders in it are no account's. What is unfinished is not among it. */
export async function droppedFiles(folder: string, isOthers: (name: string) => boolean = () => false): Promise<Dropped[]> {
  const found: Dropped[] = [];
  const look = async (path: string, entry: Dirent, accountFolder: string | null) => {
    if (isUnfinished(entry.name)) return;
    const stats = await lstat(path).catch(() => null); // gone meanwhile
    if (stats) found.push({ folder, name: entry.name, path, accountFolder, isFile: stats.isFile(), bytes: stats.isFile() ? stats.size : 0, mark: markOf(stats) });
  };
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) await look(path, entry, null);
    else if (entry.name !== done && entry.name !== refused && !isUnfinished(entry.name) && !isOthers(entry.name)) {
      for (const inner of await readdir(path, { withFileTypes: true })) if (!inner.isDirectory()) await look(join(path, inner.name), inner, entry.name);
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

export type Opened = { readonly upload: Upload } | { readonly tooLarge: true } | { readonly empty: true } | { readonly changed: true };

/** Opens a dropped file, following no link, and hashes it. Whoever gets the upload closes it. */
export async function openDropped(dropped: Dropped, limitBytes: number): Promise<Opened> {
  const handle = await open(dropped.path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  const upload = await hashed(handle, dropped, limitBytes).catch(async (error: unknown) => {
    await handle.close();
    throw error;
  });
  if (!('upload' in upload)) await handle.close();
  return upload;
}

async function hashed(handle: FileHandle, dropped: Dropped, limitBytes: number): Promise<Opened> {
  const before = await handle.stat();
  if (!before.isFile() || markOf(before) !== dropped.mark) return { changed: true };
  if (before.size > limitBytes) return { tooLarge: true };
  if (before.size === 0) return { empty: true };
  const hash = createHash('sha256');
  for await (const chunk of handle.createReadStream({ start: 0, autoClose: false })) hash.update(chunk as Buffer);
  if (markOf(await handle.stat()) !== dropped.mark) return { changed: true };
  return { upload: new Upload(plainName(dropped.name), before.size, hash.digest('hex'), handle) };
}

function markOf(stats: { size: number; mtimeMs: number; ino: number }): string {
  return `${stats.size} ${stats.mtimeMs} ${stats.ino}`;
}

/** A file that is out of the way: where it lies now, and as what it was taken. */
export interface Moved {
  readonly path: string;
  readonly from: Dropped;
}

/** Moves a file, or whatever was dropped, out of the way; a file of the same name that is there stays. A link is moved as what it is. */
export async function moveTo(kind: typeof done | typeof refused, dropped: Dropped, reason: object | null, line: string | null): Promise<Moved> {
  const path = await freePath(join(dropped.folder, kind), plainName(dropped.name));
  // The reason first: what is killed in between leaves a reason that the next round writes again, never a file without one.
  if (reason !== null) await writeFile(`${path}${reasonForPrograms}`, `${JSON.stringify(reason, null, 2)}\n`);
  if (line !== null) await writeFile(`${path}${reasonForPeople}`, `${line}\n`);
  await rename(dropped.path, path);
  return { path, from: dropped };
}

/** Whether a moved file still lies there as it was taken, has been written to since, or is gone or another one. */
export async function changeOf({ path, from }: Moved): Promise<'none' | 'written' | 'gone'> {
  const stats = await lstat(path).catch(() => null);
  if (!stats || !from.mark.endsWith(` ${stats.ino}`)) return 'gone';
  return markOf(stats) === from.mark ? 'none' : 'written';
}

/** Puts a moved file back to where it was dropped; what was said of it beside it goes. */
export async function putBack({ path, from }: Moved): Promise<void> {
  await rename(path, await freePath(dirname(from.path), from.name));
  for (const reason of [reasonForPrograms, reasonForPeople]) await rm(`${path}${reason}`, { force: true });
}

async function freePath(folder: string, wanted: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  if (!(await lstat(folder)).isDirectory()) throw new Error(`${folder} is no folder`);
  for (let number = 1; ; number++) {
    const path = join(folder, numberedName(wanted, number));
    if (!(await lstat(path).then(() => true, () => false))) return path;
  }
}
