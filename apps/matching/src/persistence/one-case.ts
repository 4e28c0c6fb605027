import { NotHeardOf, Refused } from '@lettrage/http';
import { isId, type Transaction } from '@lettrage/persistence';
import { type matchingHttp, sentence, type Sentence } from '@lettrage/contracts';
import { type CaseRow, lockCases } from './case-rows.js';
import { queueEntries } from './queue-entries.js';

/** The case, locked, or the refusal `not_found`. */
export async function lockCase(tx: Transaction, transactionId: string): Promise<CaseRow> {
  if (!isId(transactionId)) throw new Refused('not_found', sentence('no_case'));
  const one = (await lockCases(tx, [transactionId])).get(transactionId.toLowerCase());
  if (!one) throw new NotHeardOf('not_found', sentence('no_case'));
  return one;
}

/** The case, locked and still waiting, or the refusal `already_decided` with who and when. */
export async function lockWaiting(tx: Transaction, transactionId: string): Promise<CaseRow> {
  const one = await lockCase(tx, transactionId);
  if (one.state === 'waiting') return one;
  throw new Refused('already_decided', howDecided(one), { remedy: 'Undo that decision first if it is wrong' });
}

function howDecided({ state, decidedBy, decidedAt }: CaseRow): Sentence {
  if (!decidedBy || !decidedAt) return sentence('case_decided_meanwhile', { state });
  const at = decidedAt.toISOString();
  return decidedBy === 'automatic' ? sentence('case_decided_automatically', { at, state }) : sentence('case_decided_by', { person: decidedBy, at, state });
}

export async function queueEntry(tx: Transaction, transactionId: string): Promise<matchingHttp.QueueEntry> {
  const [entry] = await queueEntries(tx, [await lockCase(tx, transactionId)]);
  return entry!;
}
