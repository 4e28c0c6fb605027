import { createReadStream } from 'node:fs';
import { readStatementFile, StatementFault } from '@lettrage/bank-formats';
import type { IncomingTransaction } from '@lettrage/matching-engine';
import { Refusal } from '../../cli/exit.js';

export interface BookedTransaction {
  /** The bank's own reference; the fingerprint where the bank gives none. */
  readonly reference: string;
  readonly incoming: IncomingTransaction;
}

/** The booked transactions of statement files of any format, in the files' order; a file that cannot be read whole is refused. */
export async function readBookedTransactions(paths: readonly string[]): Promise<BookedTransaction[]> {
  const booked: BookedTransaction[] = [];
  for (const path of paths) {
    try {
      for await (const events of readStatementFile(createReadStream(path), { file: path }))
        for (const event of events) {
          if (event.kind !== 'transaction' || event.repeated || event.transaction.status !== 'booked') continue;
          const { reference, fingerprint, ...transaction } = event.transaction;
          booked.push({ reference: reference ?? fingerprint, incoming: { ...transaction, id: fingerprint } });
        }
    } catch (error) {
      if (error instanceof StatementFault) throw new Refusal(error.message);
      const { code, syscall } = error as NodeJS.ErrnoException;
      if (syscall !== undefined) throw new Refusal(`${path}: cannot be read (${code}); check the path and its rights`);
      throw error;
    }
  }
  return booked;
}
