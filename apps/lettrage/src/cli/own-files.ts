import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { WrongUsage } from './exit.js';

/** Refuses to write over a file that is read, under whatever name it is called, or two files in one place. */
export async function refuseOverwriting(read: readonly string[], written: readonly (string | undefined)[]): Promise<void> {
  const taken = new Set<string>();
  for (const path of read) for (const mark of await marksOf(path)) taken.add(mark);
  for (const path of written) {
    if (path === undefined) continue;
    const marks = await marksOf(path);
    if (marks.some((mark) => taken.has(mark))) throw new WrongUsage(`${path}: would be written over a file that this command reads or writes; name another file`);
    for (const mark of marks) taken.add(mark);
  }
}

/** What a path names; a device or a pipe is no file, and may be named twice. */
async function marksOf(path: string): Promise<string[]> {
  const stats = await stat(path).catch(() => null);
  if (stats === null) return [resolve(path)];
  return stats.isFile() ? [`${stats.dev} ${stats.ino}`] : [];
}
