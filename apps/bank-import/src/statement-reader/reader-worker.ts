import { type BankTransaction, readerSentence, readStatementFile, StatementFault } from '@lettrage/bank-formats';
import { sentence } from '@lettrage/contracts';
import { isCurrency, withdrawnIn } from '@lettrage/money';
import { parentPort, workerData } from 'node:worker_threads';
import { zstdDecompressSync } from 'node:zlib';
import { importProblem, problemOfFault } from '../domain/file-problem.js';
import { copyRow } from './copy-text.js';
import { MemoryGuard, TooMuchMemory } from './memory-guard.js';
import { batchesAhead, bytesAhead, type FromReader, type ReaderTask, type ToReader } from './protocol.js';

/** The thread that reads one statement file, which it is told after its start: bytes in as it asks for them, rows for COPY out as they are taken. It knows no database. */
const port = parentPort!;
const { memoryMb } = workerData as { readonly memoryMb: number };

const batchChars = 131_072;
const largestPieceBytes = 16 * 1024 ** 2;
// What the readers take at once: between two of them it is looked how much memory is held.
const bytesAtOnce = 131_072;
const memory = new MemoryGuard(memoryMb);
const encoder = new TextEncoder();

let task: ReaderTask | undefined;
const pieces: (Uint8Array | null)[] = [];
let onWay = 0;
let wake: () => void = () => undefined;

port.on('message', (message: ToReader) => {
  if (message.kind === 'task') task = message.task;
  else if (message.kind === 'taken') onWay--;
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

async function* source(compressed: boolean): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytesAhead; i++) say({ kind: 'want' });
  for (;;) {
    await until(() => pieces.length > 0);
    const piece = pieces.shift()!;
    if (piece === null) return;
    say({ kind: 'want' });
    const bytes = compressed ? zstdDecompressSync(piece, { maxOutputLength: largestPieceBytes }) : piece;
    for (let at = 0; at < bytes.length; at += bytesAtOnce) {
      memory.check();
      yield bytes.subarray(at, at + bytesAtOnce);
    }
    bytesRead += bytes.length;
  }
}

const active = new Set<string>();

/** Statements of withdrawn money can be read, but nothing new is booked in it. */
function refuseWithdrawn({ amount, originalAmount }: BankTransaction, file: string, record: number): void {
  for (const { currency } of originalAmount ? [amount, originalAmount] : [amount]) {
    if (active.has(currency)) continue;
    if (!isCurrency(currency)) throw new StatementFault('unknown_currency', file, { record }, readerSentence('entry_currency_withdrawn', { currency, year: String(withdrawnIn(currency)) }), currency);
    active.add(currency);
  }
}

async function read({ file, account, accountCurrency, csv, compressed }: ReaderTask): Promise<void> {
  const reading = readStatementFile(source(compressed), { file, account: account ?? undefined, accountCurrency, csv, today: new Date().toISOString().slice(0, 10) });
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
      // Another file of the archive has the same line: it is the same money.
      if (event.kind !== 'transaction' || event.repeated) continue;
      refuseWithdrawn(event.transaction, file, place + 1);
      text += copyRow(++place, event.transaction);
      if (event.transaction.status !== 'booked') notBooked++;
    }
    if (text.length > batchChars) await flush();
  }
}

await until(() => task !== undefined);
await read(task!)
  .catch((error: unknown) => {
    if (error instanceof StatementFault) say({ kind: 'fault', problem: problemOfFault(error, task!.file), asks: error.asks });
    else if (error instanceof TooMuchMemory) say({ kind: 'fault', problem: importProblem('reader_out_of_memory', sentence('reader_memory')) });
    else throw error;
  })
  .finally(() => port.close());
