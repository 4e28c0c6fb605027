import type { Entry, ZipFile } from 'yauzl';
import type { Sentence } from '@lettrage/sentences';
import { joined } from '../bytes/chunks.js';
import { limits } from '../limits.js';
import { type Place, StatementFault } from '../statement-fault.js';
import { say } from '../catalogue/sentences.js';

export interface ArchiveMember {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Whether the first bytes are those of a ZIP archive (a local file header, or the end record of an empty one). */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));
}

/**
 * The files of a ZIP archive, one after the other, unpacked as they are read and never to disk. The packed bytes are held: the
 * directory of a ZIP stands at its end. Refused: encryption, links, too many members, and what grows beyond `limits`.
 */
export async function* zipMembers(source: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<ArchiveMember> {
  const bytes = await held(source, file);
  const archive = await opened(bytes, file);
  let members = 0;
  let unpacked = 0;
  let packed = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      if (isNoise(entry.fileName)) continue;
      if (++members > limits.archiveMembers) refuse(file, { member: entry.fileName }, say('archive_members', { most: String(limits.archiveMembers) }));
      check(entry, file);
      unpacked += entry.uncompressedSize;
      packed += entry.compressedSize;
      if (growsTooMuch(unpacked, packed)) refuse(file, { member: entry.fileName }, say('archive_grows', { times: String(limits.archiveRatio) }));
      if (unpacked > limits.archiveBytes) refuse(file, { member: entry.fileName }, say('archive_unpacked', { bytes: String(limits.archiveBytes) }));
      yield { name: entry.fileName, bytes: unpackedBytes(archive, entry, file) };
    }
  } catch (error) {
    throw asFault(error, file, { byte: bytes.length });
  } finally {
    archive.close();
  }
}

async function opened(bytes: Uint8Array, file: string): Promise<ZipFile> {
  // Loaded when there is an archive: it takes memory of its own.
  const { fromBufferPromise } = await import('yauzl');
  try {
    return await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true, validateEntrySizes: true, strictFileNames: true });
  } catch (error) {
    // The directory stands at the end.
    throw asFault(error, file, { byte: bytes.length });
  }
}

async function* unpackedBytes(archive: ZipFile, entry: Entry, file: string): AsyncGenerator<Uint8Array> {
  try {
    // The sizes that the directory declares are held against what comes out, so no member grows beyond what was checked.
    for await (const chunk of await archive.openReadStreamPromise(entry)) yield chunk as Uint8Array;
  } catch (error) {
    throw asFault(error, file, { member: entry.fileName });
  }
}

function check(entry: Entry, file: string): void {
  const mode = (entry.versionMadeBy >> 8) === 3 ? (entry.externalFileAttributes >>> 16) & 0o170000 : 0;
  if (mode === 0o120000) refuse(file, { member: entry.fileName }, say('archive_link', { quoted: entry.fileName }));
  if (entry.isEncrypted()) refuse(file, { member: entry.fileName }, say('archive_encrypted', { quoted: entry.fileName }));
  if (growsTooMuch(entry.uncompressedSize, entry.compressedSize)) refuse(file, { member: entry.fileName }, say('archive_member_grows', { quoted: entry.fileName, times: String(limits.archiveRatio) }));
}

/** What is small may compress to nearly nothing without being a bomb. */
function growsTooMuch(unpacked: number, packed: number): boolean {
  return unpacked > 10_000_000 && unpacked > packed * limits.archiveRatio;
}

/** Folders, and what operating systems put beside the files. */
function isNoise(name: string): boolean {
  return name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(name);
}

async function held(source: AsyncIterable<Uint8Array>, file: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    if (length > limits.archiveHeldBytes) refuse(file, { byte: limits.archiveHeldBytes }, say('archive_held', { bytes: String(limits.archiveHeldBytes) }));
    // The source may use its memory again.
    parts.push(Uint8Array.from(chunk));
  }
  return joined(parts, length);
}

function refuse(file: string, place: Place, problem: Sentence): never {
  throw new StatementFault('archive_refused', file, place, problem);
}

function asFault(error: unknown, file: string, place: Place): unknown {
  return error instanceof StatementFault ? error : new StatementFault('archive_damaged', file, place, say('archive_unreadable', { quoted: (error as Error).message }));
}
