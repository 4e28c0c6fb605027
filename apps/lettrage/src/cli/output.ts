import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
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

/** The same for what has a path, and may be bytes. A link stays one; a device or pipe is written to as it is, because a file in its place would end it. */
export async function writeWholeFile(path: string, fill: (sink: FileSink) => Promise<void>): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const isThrough = await stat(path).then((stats) => !stats.isFile() && !stats.isDirectory(), () => false);
  const unfinished = isThrough ? path : `${target}.${process.pid}.part`;
  let file: FileHandle | undefined;
  let sink: FileSink | undefined;
  try {
    file = await refusing(path, open(unfinished, 'w'));
    sink = new FileSink(path, file);
    await fill(sink);
    await sink.end();
    await refusing(path, file.close());
    file = undefined;
    if (!isThrough) await refusing(path, rename(unfinished, target));
  } catch (error) {
    await sink?.settle();
    await file?.close().catch(() => undefined);
    // What could not be made cannot be removed either, and it is the first of the two faults that is the user's.
    if (!isThrough) await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** What goes wrong while the file is written is the user's to mend: a disk that is full, a folder that is not there. */
async function refusing<T>(path: string, writing: Promise<T>): Promise<T> {
  try {
    return await writing;
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

const bufferBytes = 1 << 20;
// UTF-8 needs at most three bytes for a unit of a JavaScript string.
const bytesOfUnit = 3;

/** Encodes into one of two buffers while the other is on its way to the disk: no allocation a write, and one wait in a megabyte. */
export class FileSink implements TextSink {
  private buffer = Buffer.allocUnsafeSlow(bufferBytes);
  private used = 0;
  private spare = Buffer.allocUnsafeSlow(bufferBytes);
  private onWay: Promise<void> = Promise.resolve();

  constructor(
    private readonly path: string,
    private readonly file: FileHandle,
  ) {}

  /** A line at a time straight into the buffer: joining lines to a longer text first would only copy them once more. */
  write(text: string): Promise<void> | undefined {
    if (text.length * bytesOfUnit > bufferBytes - this.used) return this.writeWaiting(text);
    this.used += this.buffer.write(text, this.used);
    return undefined;
  }

  /** Bytes that their owner will use again, fewer than the buffer has. */
  async copy(bytes: Uint8Array): Promise<void> {
    if (bytes.length > bufferBytes - this.used) await this.flush();
    this.buffer.set(bytes, this.used);
    this.used += bytes.length;
  }

  private async writeWaiting(text: string): Promise<void> {
    const most = Math.floor(bufferBytes / bytesOfUnit);
    for (let at = 0; at < text.length; ) {
      let end = Math.min(text.length, at + most);
      // A pair of surrogates is one character.
      if (end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end--;
      const piece = at === 0 && end === text.length ? text : text.slice(at, end);
      if (piece.length * bytesOfUnit > bufferBytes - this.used) await this.flush();
      this.used += this.buffer.write(piece, this.used);
      at = end;
    }
  }

  async end(): Promise<void> {
    await this.flush();
    await this.onWay;
  }

  /** Waits for what is on its way, whatever becomes of it. */
  async settle(): Promise<void> {
    await this.onWay.catch(() => undefined);
  }

  private async flush(): Promise<void> {
    await this.onWay;
    const { buffer, used } = this;
    this.buffer = this.spare;
    this.spare = buffer;
    this.used = 0;
    this.onWay = refusing(this.path, this.writeAll(buffer, used));
    // Seen at the next flush or at the end; until then it is nobody's unhandled rejection.
    this.onWay.catch(() => undefined);
  }

  private async writeAll(buffer: Buffer, length: number): Promise<void> {
    for (let at = 0; at < length; ) at += (await this.file.write(buffer, at, length - at)).bytesWritten;
  }
}
