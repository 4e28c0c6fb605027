import { Refused } from '@lettrage/http';
import { isId, type Transaction } from '@lettrage/persistence';
import { type matchingHttp } from '@lettrage/contracts';
import { type CaseRow, lockCases } from './case-rows.js';
import { queueEntries } from './queue-entries.js';

/** The case, locked, or the refusal `not_found`. */
export async function lockCase(tx: Transaction, transactionId: string): Promise<CaseRow> {
  const one = isId(transactionId) ? (await lockCases(tx, [transactionId])).get(transactionId.toLowerCase()) : undefined;
  if (!one) throw new Refused('not_found', 'There is no such transaction in the queue');
  return one;
}

/** The case, locked and still waiting, or the refusal `already_decided` with who and when. */
export async function lockWaiting(tx: Transaction, transactionId: string): Promise<CaseRow> {
  const one = await lockCase(tx, transactionId);
  if (one.state === 'waiting') return one;
  const who = one.decidedBy === 'automatic' ? 'automatically' : one.decidedBy ? `by ${one.decidedBy}` : 'meanwhile';
  throw new Refused('already_decided', `This transaction was decided ${who}${one.decidedAt ? ` at ${one.decidedAt.toISOString()}` : ''} and is ${one.state.replace('_', ' ')}`, {
    remedy: 'Undo that decision first if it is wrong',
  });
}

export async function queueEntry(tx: Transaction, transactionId: string): Promise<matchingHttp.QueueEntry> {
  const [entry] = await queueEntries(tx, [await lockCase(tx, transactionId)]);
  return entry!;
}
