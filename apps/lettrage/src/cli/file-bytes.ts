import { closeSync, openSync, readSync } from 'node:fs';

const pieceBytes = 1 << 17;

/**
 * A file's bytes, piece by piece, in one and the same buffer: what is yielded is overwritten by the next piece. A buffer for each would be
 * garbage that waits for its collection, and of a large file there is much. A command has nothing else to do while it reads, and the system reads ahead by
 * itself: to hand each piece to a thread and wait for its answer takes longer than the reading.
 */
export async function* fileBytes(path: string): AsyncGenerator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const buffer = new Uint8Array(pieceBytes);
    for (;;) {
      const bytesRead = readSync(file, buffer, 0, pieceBytes, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    closeSync(file);
  }
}
