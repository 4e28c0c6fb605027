import { minorUnits, parseDecimal, formatDecimal } from '@lettrage/money';
import type { ProbableDuplicate } from '../../api/types.js';

/** Entries that are decided together: the payments of one bulk booking that one file has brought; or one entry alone. */
export interface DecidedTogether {
  readonly key: string;
  /** The booking that the entries are payments of, as it is known; null for an entry alone. */
  readonly booking: ProbableDuplicate['candidates'][number] | null;
  readonly entries: readonly [ProbableDuplicate, ...ProbableDuplicate[]];
}

/** In the order in which each group first shows. A booking that is not among what the entries may be cannot be replaced from here. */
export function byBooking(held: readonly ProbableDuplicate[]): DecidedTogether[] {
  const groups = new Map<string, [ProbableDuplicate, ...ProbableDuplicate[]]>();
  for (const entry of held) {
    const key = entry.batchOf === null ? entry.transactionId : `${entry.statementFileId} ${entry.batchOf}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups].map(([key, entries]) => ({ key, booking: entries[0].candidates.find(({ transactionId }) => transactionId === entries[0].batchOf) ?? null, entries }));
}

/** What the entries are together, as a decimal of their currency. */
export function sumOf([first, ...others]: DecidedTogether['entries']): string {
  const units = minorUnits(first.currency);
  return formatDecimal([first, ...others].reduce((sum, { amount }) => sum + parseDecimal(amount, units), 0n), units);
}
