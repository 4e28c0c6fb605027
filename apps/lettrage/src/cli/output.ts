import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { Refusal } from './exit.js';

/** A text sink that respects back-pressure. */
export interface TextSink {
  write(text: string): Promise<void>;
}

/**
 * Writes a file whole or not at all: the text goes to a neighbour that takes the name only at the end. Without a path the
 * text goes to standard output.
 */
export async function writeWhole(path: string | undefined, fill: (sink: TextSink) => Promise<void>): Promise<void> {
  if (path === undefined) {
    await fill({ write: (text) => new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve()))) });
    return;
  }
  const unfinished = `${path}.${process.pid}.part`;
  const stream = createWriteStream(unfinished, { flags: 'w' });
  let failure: Error | undefined;
  stream.on('error', (error) => (failure = error));
  try {
    await fill({
      write: async (text) => {
        if (failure) throw failure;
        // `once` rejects on an error of the stream, and leaves no listener behind.
        if (!stream.write(text)) await once(stream, 'drain');
      },
    });
    stream.end();
    await finished(stream);
    await rename(unfinished, path);
  } catch (error) {
    stream.destroy();
    await rm(unfinished, { force: true });
    if (error === failure || (error as NodeJS.ErrnoException).syscall) throw new Refusal(`${path}: cannot be written (${(error as Error).message}); check the folder and its rights`);
    throw error;
  }
}
