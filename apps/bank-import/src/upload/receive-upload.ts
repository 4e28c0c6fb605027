import { sentence } from '@lettrage/contracts';
import { readerSentence, StatementFault } from '@lettrage/bank-formats';
import { Refused } from '@lettrage/http';
import { type Request, type Response } from 'express';
import multer from 'multer';
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable } from 'node:stream';
import { problemOfFault } from '../domain/file-problem.js';

const field = 'file';
const pieceBytes = 1_048_576;
const longestFilename = 200;

/** A file that has arrived whole, on disk under no name: the system forgets it when `close` is called, or when the process dies. */
export class Upload {
  constructor(
    readonly filename: string,
    readonly bytes: number,
    readonly sha256: string,
    private readonly handle: FileHandle,
  ) {}

  async *pieces(): AsyncGenerator<Uint8Array> {
    for (let position = 0; position < this.bytes; ) {
      const { buffer, bytesRead } = await this.handle.read(Buffer.allocUnsafeSlow(pieceBytes), 0, pieceBytes, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}

/** Takes the multipart field `file`, hashing it on its way to the disk. Whoever gets the upload closes it. */
export async function receiveUpload(request: Request, response: Response, limitBytes: number): Promise<Upload> {
  const storage = new UnnamedFile();
  const take = multer({ storage, limits: { fileSize: limitBytes, files: 1, fields: 8, parts: 16 }, defParamCharset: 'utf8' }).single(field);
  try {
    await new Promise<void>((resolve, reject) => take(request, response, (error: unknown) => (error ? reject(error as Error) : resolve())));
  } catch (error) {
    await storage.close();
    throw refusalOf(error, limitBytes);
  }
  if (!request.file || !storage.received) {
    await storage.close();
    throw new Refused('invalid_body', sentence('upload_without_file'), { remedy: `Send the statement as multipart/form-data in the field "${field}"` });
  }
  const { bytes, sha256, handle } = storage.received;
  if (bytes === 0) {
    await storage.close();
    const fault = problemOfFault(new StatementFault('empty_file', '', { line: 1, column: 1 }, readerSentence('file_empty')), '');
    throw new Refused('invalid_file', 'The file is empty', { remedy: fault.remedy, fault });
  }
  return new Upload(labelOf(request.file.originalname), bytes, sha256, handle);
}

/** A name to show, never a path. */
function labelOf(name: string): string {
  const last = name.split(/[\\/]/).at(-1)!.replaceAll(/\p{C}+/gu, ' ').trim();
  return last.slice(0, longestFilename) || 'statement';
}

function refusalOf(error: unknown, limitBytes: number): unknown {
  const code = (error as { code?: unknown }).code;
  if (code === 'LIMIT_FILE_SIZE') {
    return new Refused('file_too_large', sentence('upload_limit', { bytes: String(limitBytes) }), { remedy: 'Export a shorter period and upload the parts' });
  }
  if (/^Request (aborted|closed)/.test((error as Error).message)) return new Refused('invalid_body', sentence('upload_cut'), { remedy: 'Upload the file again' });
  if (error instanceof multer.MulterError || /form|boundary|header|field/i.test((error as Error).message)) {
    return new Refused('invalid_body', `The upload cannot be read: ${(error as Error).message}`, { remedy: `Send one file as multipart/form-data in the field "${field}"` });
  }
  return error;
}

/** Multer's storage of one request. The file loses its name as soon as it is open, so that nothing is ever left behind. */
class UnnamedFile implements multer.StorageEngine {
  received: { bytes: number; sha256: string; handle: FileHandle } | undefined;
  private handle: FileHandle | undefined;
  private writing: Promise<void> | undefined;
  private stream: Readable | undefined;

  _handleFile(_request: Request, file: Express.Multer.File, done: (error?: unknown, info?: Partial<Express.Multer.File>) => void): void {
    this.stream = file.stream;
    this.writing = this.write(file.stream).then(
      (size) => done(null, { size }),
      (error: unknown) => done(error),
    );
  }

  _removeFile(_request: Request, _file: Express.Multer.File, done: (error: Error | null) => void): void {
    done(null);
  }

  async close(): Promise<void> {
    this.stream?.destroy();
    await this.writing;
    await this.handle?.close();
  }

  private async write(stream: Readable): Promise<number> {
    const path = join(tmpdir(), `lettrage-upload-${randomUUID()}`);
    const handle = await open(path, 'wx+', 0o600);
    this.handle = handle;
    await unlink(path);
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      hash.update(chunk);
      await handle.appendFile(chunk);
      bytes += chunk.length;
    }
    this.received = { bytes, sha256: hash.digest('hex'), handle };
    return bytes;
  }
}
