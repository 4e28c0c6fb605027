import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { Refusal } from './exit.js';

/** A text sink that respects back-pressure: it is waited for only when there is something to wait for. */
export interface TextSink {
  write(text: string): Promise<void> | undefined;
}

/**
 * Writes a file whole or not at all: the text goes to a neighbour that takes the name only at the end. Without a path the
 * text goes to standard output.
 */
export async function writeWhole(path: string | undefined, fill: (sink: TextSink) => Promise<void>): Promise<void> {
  if (path === undefined) {
    const sink = new StandardOutput();
    await fill(sink);
    await sink.flush();
    return;
  }
  await writeWholeFile(path, fill);
}

/** The same for what has a path, and may be bytes. */
export async function writeWholeFile(path: string, fill: (sink: FileSink) => Promise<void>): Promise<void> {
  const unfinished = `${path}.${process.pid}.part`;
  let file: number | undefined;
  try {
    file = refusing(path, () => openSync(unfinished, 'w'));
    const sink = new FileSink(path, file);
    await fill(sink);
    sink.flush();
    closeSync(file);
    file = undefined;
    refusing(path, () => renameSync(unfinished, path));
  } catch (error) {
    if (file !== undefined) closeSync(file);
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** What goes wrong while the file is written is the user's to mend: a disk that is full, a folder that is not there. */
function refusing<T>(path: string, writing: () => T): T {
  try {
    return writing();
  } catch (error) {
    throw new Refusal(`${path}: cannot be written (${(error as Error).message}); check the folder and its rights`);
  }
}

const standardChars = 1 << 17;

/** Few large writes: one a line would cost more than making the line. */
class StandardOutput implements TextSink {
  private pending = '';

  write(text: string): Promise<void> | undefined {
    this.pending += text;
    return this.pending.length < standardChars ? undefined : this.flush();
  }

  flush(): Promise<void> {
    const text = this.pending;
    this.pending = '';
    return text === '' ? Promise.resolve() : new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));
  }
}

// Small enough to stay in the processor's cache, large enough that the calls do not count.
const bufferBytes = 1 << 17;
// UTF-8 needs at most three bytes for a unit of a JavaScript string.
const bytesOfUnit = 3;

/** Encodes into one and the same buffer. The system writes behind by itself: to hand it over to a thread, and to wait for that, takes longer. */
export class FileSink implements TextSink {
  /** Where to write bytes for which there is room; `used` is where they begin, and is to be set to where they end. */
  readonly buffer = Buffer.allocUnsafeSlow(bufferBytes);
  used = 0;

  constructor(
    private readonly path: string,
    private readonly file: number,
  ) {}

  /** A line at a time straight into the buffer: joining lines to a longer text first would only copy them once more. */
  write(text: string): undefined {
    if (text.length * bytesOfUnit > bufferBytes - this.used) this.writePieces(text);
    else this.used += this.buffer.write(text, this.used);
  }

  /** Sees to it that there is room for so many bytes. */
  room(bytes: number): void {
    if (bytes > bufferBytes - this.used) this.flush();
  }

  private writePieces(text: string): void {
    const most = Math.floor(bufferBytes / bytesOfUnit);
    for (let at = 0; at < text.length; ) {
      let end = Math.min(text.length, at + most);
      // A pair of surrogates is one character.
      if (end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end--;
      const piece = at === 0 && end === text.length ? text : text.slice(at, end);
      this.room(piece.length * bytesOfUnit);
      this.used += this.buffer.write(piece, this.used);
      at = end;
    }
  }

  flush(): void {
    const { buffer, file, used, path } = this;
    refusing(path, () => {
      for (let at = 0; at < used; ) at += writeSync(file, buffer, at, used - at);
    });
    this.used = 0;
  }
}
