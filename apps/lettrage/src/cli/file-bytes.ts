import { open } from 'node:fs/promises';

const pieceBytes = 1 << 17;

/**
 * A file's bytes, piece by piece, in one and the same buffer: what is yielded is overwritten by the next piece. A buffer for each would be
 * garbage that waits for its collection, and of a large file there is much.
 */
export async function* fileBytes(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = new Uint8Array(pieceBytes);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, pieceBytes, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
