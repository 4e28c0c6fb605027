import { createHash } from 'node:crypto';
import { unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf } from './errno.js';

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Holds `folder` (an absolute path without symbolic links) for this process, or says who holds it. The lock is a listening local
 * socket, so the kernel frees it however the process ends: after kill -9 nothing stale is left to be judged by a process number.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const address = addressOf(folder);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      return lockOf(await listening(address));
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE') throw error;
    }
    const holder = await holderOf(address);
    if (holder !== undefined) {
      throw new Error(
        `The database in ${folder} is in use by the running process ${holder}. Stop that one first, or give this one a folder of its own.`,
      );
    }
    // A socket file without a listener is what a killed process leaves; Linux' abstract sockets leave nothing.
    if (!address.startsWith('\0')) await unlink(address).catch(() => undefined);
  }
  throw new Error(`The folder ${folder} could not be locked: another process takes and frees it at this moment. Try again.`);
}

function addressOf(folder: string): string {
  const name = `lettrage-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}

function listening(address: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.end(String(process.pid)));
    server.once('error', reject);
    server.listen({ path: address, exclusive: true }, () => {
      server.unref();
      resolve(server);
    });
  });
}

function lockOf(server: Server): FolderLock {
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** The process number that the holder answers with; undefined when nobody listens any more. */
function holderOf(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(address);
    // A holder that is stopped or busy does not answer at once; it holds the folder all the same.
    socket.setTimeout(2000, () => socket.destroy(new Error('no answer')));
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => (answer += text));
    socket.once('error', (error) => resolve(codeOf(error) === '' ? '(unknown)' : undefined));
    socket.once('end', () => resolve(answer || '(unknown)'));
  });
}
