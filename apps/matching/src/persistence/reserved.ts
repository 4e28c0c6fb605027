import { type Transaction } from '@lettrage/persistence';
import { type Decision, minor } from '../domain/payment-case.js';

interface RequestedLine {
  readonly itemId: string;
  readonly amount: string;
  readonly currency: string;
}

/**
 * What requests on their way to the ledger will take of these items. It follows from the cases that are requested, which are few: the ledger answers
 * within the second.
 */
export async function reservedMinor(tx: Transaction, itemIds: readonly string[]): Promise<Map<string, bigint>> {
  const lines = await tx.query<RequestedLine[]>(
    `select line ->> 'itemId' as "itemId", line ->> 'amount' as amount, c.currency from payment_case c, jsonb_array_elements(c.decision -> 'lines') as line
     where c.state = 'requested' and line ->> 'itemId' = any ($1)`,
    [itemIds],
  );
  const reserved = new Map<string, bigint>();
  for (const { itemId, amount, currency } of lines) reserved.set(itemId, (reserved.get(itemId) ?? 0n) + minor(amount, currency));
  return reserved;
}

/** Adds what decisions take of their items, or with sign -1 takes it away again. */
export function reserve(reserved: Map<string, bigint>, cases: readonly { readonly currency: string; readonly decision: Decision | null }[], sign: 1n | -1n): void {
  for (const { decision, currency } of cases) {
    for (const { itemId, amount } of decision?.lines ?? []) {
      const left = (reserved.get(itemId) ?? 0n) + sign * minor(amount, currency);
      if (left === 0n) reserved.delete(itemId);
      else reserved.set(itemId, left);
    }
  }
}

/**
 * What is left of an item for new decisions. The ledger's answer and the item's new state arrive one after the other; between the
 * two the same amount counts twice, and never below nothing.
 */
export function availableMinor(openMinor: bigint, reservedMinor: bigint): bigint {
  const left = openMinor - reservedMinor;
  return openMinor > 0n === left > 0n && openMinor < 0n === left < 0n ? left : 0n;
}
