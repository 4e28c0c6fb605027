import { type ReadOptions, readStatementFile } from './read-statement-file.js';
import type { BankTransaction, FileSummary } from './statement.js';

/** A file that is at hand as a whole, read into memory at once: for previews and tests. */
export async function readWholeStatementFile(bytes: Uint8Array | AsyncIterable<Uint8Array>, options: ReadOptions): Promise<{ transactions: BankTransaction[]; summary: FileSummary }> {
  const events = readStatementFile(bytes instanceof Uint8Array ? one(bytes) : bytes, options);
  const transactions: BankTransaction[] = [];
  for (;;) {
    const next = await events.next();
    if (next.done) return { transactions, summary: next.value };
    for (const event of next.value) if (event.kind === 'transaction') transactions.push(event.transaction);
  }
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
