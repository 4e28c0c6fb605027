import { readStatementFile, StatementFault } from '@lettrage/bank-formats';
import { parentPort, workerData } from 'node:worker_threads';
import { zstdDecompressSync } from 'node:zlib';
import { problemOfFault } from '../domain/file-problem.js';
import { copyRow } from './copy-text.js';
import { batchesAhead, bytesAhead, type FromReader, type ReaderTask, type ToReader } from './protocol.js';

/** The thread that reads one statement file: bytes in as it asks for them, rows for COPY out as they are taken. It knows no database. */
const port = parentPort!;
const { file, account, compressed } = workerData as ReaderTask;

const batchChars = 131_072;
const largestPieceBytes = 16 * 1024 ** 2;
const encoder = new TextEncoder();

const pieces: (Uint8Array | null)[] = [];
let onWay = 0;
let wake: () => void = () => undefined;

port.on('message', (message: ToReader) => {
  if (message.kind === 'taken') onWay--;
  else pieces.push(message.kind === 'bytes' ? message.bytes : null);
  wake();
});

function say(message: FromReader, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise<void>((resolve) => (wake = resolve));
}

let bytesRead = 0;

async function* source(): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytesAhead; i++) say({ kind: 'want' });
  for (;;) {
    await until(() => pieces.length > 0);
    const piece = pieces.shift()!;
    if (piece === null) return;
    say({ kind: 'want' });
    const bytes = compressed ? zstdDecompressSync(piece, { maxOutputLength: largestPieceBytes }) : piece;
    bytesRead += bytes.length;
    yield bytes;
  }
}

async function read(): Promise<void> {
  const reading = readStatementFile(source(), { file, account: account ?? undefined });
  let text = '';
  let place = 0;
  let notBooked = 0;
  const flush = async () => {
    if (text === '') return;
    const rows = encoder.encode(text);
    text = '';
    onWay++;
    say({ kind: 'rows', rows, transactions: place, bytesRead }, [rows.buffer]);
    await until(() => onWay < batchesAhead);
  };
  for (;;) {
    const { value, done } = await reading.next();
    if (done) {
      await flush();
      say({ kind: 'read', summary: value, transactions: place, notBooked });
      return;
    }
    for (const event of value) {
      if (event.kind !== 'transaction') continue;
      text += copyRow(++place, event.transaction);
      if (event.transaction.status !== 'booked') notBooked++;
    }
    if (text.length > batchChars) await flush();
  }
}

read()
  .catch((error: unknown) => {
    if (!(error instanceof StatementFault)) throw error;
    say({ kind: 'fault', problem: problemOfFault(error, file) });
  })
  .finally(() => port.close());
