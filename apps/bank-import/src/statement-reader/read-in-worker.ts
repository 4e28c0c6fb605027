import { type bankImportHttp, type Sentence, sentence } from '@lettrage/contracts';
import { type CsvAsked, type FileSummary } from '@lettrage/bank-formats';
import { type Worker } from 'node:worker_threads';
import { type ReaderLimits } from '../bank-import.config.js';
import { type FromReader, type ReaderTask, type ToReader } from './protocol.js';
import { takeReader } from './spare-reader.js';

/** The file is understood and cannot be imported; the problem says why. */
export class UnreadableFile extends Error {
  constructor(
    readonly problem: bankImportHttp.FileProblem,
    /** What a person could say so that it can be imported. */
    readonly asks: CsvAsked | null = null,
  ) {
    super(problem.message);
    this.name = 'UnreadableFile';
  }
}

/** The reader ended without an answer: the file was too much for it, or met a bug. */
export class ReaderDied extends Error {
  constructor(
    readonly code: 'reader_out_of_memory' | 'reader_stalled' | 'reader_failed',
    readonly said: Sentence,
  ) {
    super(said.text);
    this.name = 'ReaderDied';
  }
}

/** The machine had no room for a reader at this moment: nothing is known of the file. */
export class NoReader extends Error {
  override readonly name = 'NoReader';
}

const withoutRoom: readonly (string | undefined)[] = ['ERR_WORKER_INIT_FAILED', 'EMFILE', 'ENFILE', 'EAGAIN', 'ENOMEM'];

const looksAtSilence = 10;

export interface ReadOptions extends ReaderTask {
  /** Pieces of the file; with `compressed`, each a zstd frame. */
  readonly source: AsyncIterable<Uint8Array>;
  readonly limits: ReaderLimits;
  /** Ends the reading; it then throws the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (transactions: number, bytesRead: number) => void;
}

export interface Reading {
  readonly summary: FileSummary;
  /** Of all statements together, and how many of them are only announced. */
  readonly transactions: number;
  readonly notBooked: number;
}

/**
 * Reads a statement file in a thread of its own, so that requests are answered meanwhile and a hostile file can only kill its reader.
 * Yields rows for COPY and returns the summary. Throws `UnreadableFile`, `ReaderDied` or `NoReader`.
 */
export async function* readInWorker({ source, limits, signal, onProgress, ...task }: ReadOptions): AsyncGenerator<Uint8Array, Reading> {
  signal?.throwIfAborted();
  const worker = takeReader(limits.memoryMb);
  const answers = new Answers(worker, limits.stallMs, signal);
  worker.postMessage({ kind: 'task', task } satisfies ToReader);
  const pieces = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const message = await answers.next();
      if (message.kind === 'want') await feed(worker, pieces);
      else if (message.kind === 'fault') throw new UnreadableFile(message.problem, message.asks);
      else if (message.kind === 'read') return { summary: message.summary, transactions: message.transactions, notBooked: message.notBooked };
      else {
        onProgress?.(message.transactions, message.bytesRead);
        yield message.rows;
        worker.postMessage({ kind: 'taken' } satisfies ToReader);
      }
    }
  } finally {
    answers.close();
    await Promise.all([worker.terminate(), pieces.return?.()]);
  }
}

async function feed(worker: Worker, pieces: AsyncIterator<Uint8Array>): Promise<void> {
  const piece = await pieces.next();
  if (piece.done) return worker.postMessage({ kind: 'end' } satisfies ToReader);
  // A view is sent with all that it is a view of, which may be far more.
  const bytes = new Uint8Array(piece.value);
  worker.postMessage({ kind: 'bytes', bytes } satisfies ToReader, [bytes.buffer]);
}

/** The thread's messages one by one; its end, its silence and the caller's signal as errors. */
class Answers {
  private readonly queue: FromReader[] = [];
  private failure: Error | undefined;
  private wake: () => void = () => undefined;
  private readonly onAbort = () => this.fail(this.signal!.reason as Error);

  constructor(
    worker: Worker,
    private readonly stallMs: number,
    private readonly signal: AbortSignal | undefined,
  ) {
    worker.on('message', (message: FromReader) => {
      this.queue.push(message);
      this.wake();
    });
    worker.on('error', (error: Error & { code?: string }) => this.fail(endOf(error)));
    worker.on('exit', () => this.fail(new ReaderDied('reader_failed', sentence('reader_ended'))));
    signal?.addEventListener('abort', this.onAbort);
  }

  async next(): Promise<FromReader> {
    if (this.queue.length === 0 && !this.failure) await this.somethingOrSilence();
    const message = this.queue.shift();
    if (message) return message;
    throw this.failure ?? new ReaderDied('reader_stalled', sentence('reader_silent', { milliseconds: String(this.stallMs) }));
  }

  close(): void {
    this.signal?.removeEventListener('abort', this.onAbort);
  }

  /** Silence is looked at several times: where the whole process was held up (a machine asleep, or busy with others), the reader was too, and all of it passes as one look. */
  private somethingOrSilence(): Promise<void> {
    const looks = Math.min(looksAtSilence, this.stallMs);
    return new Promise((resolve) => {
      let silent = 0;
      this.wake = () => {
        clearInterval(timer);
        resolve();
      };
      const timer = setInterval(() => ++silent === looks && this.wake(), this.stallMs / looks);
    });
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.wake();
  }
}

function endOf({ code, message }: Error & { code?: string }): ReaderDied | NoReader {
  if (withoutRoom.includes(code)) return new NoReader(message);
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return new ReaderDied('reader_out_of_memory', sentence('reader_memory'));
  return new ReaderDied('reader_failed', sentence('reader_fault', { fault: message }));
}
