import { type Transaction } from '@lettrage/persistence';
import { type Customer, type OpenItem, type SettledTransaction } from '@lettrage/matching-engine';
import { reserve } from '../persistence/reserved.js';
import { caseColumns, type CaseRow } from '../persistence/case-rows.js';
import { readForgotten } from '../persistence/forgotten-rows.js';
import { itemsById } from '../persistence/item-rows.js';
import { engineItems, isHeld, readCustomers, readLessons, readOpenItems, readRequested } from './load-engine.js';

/** So many lessons are read and weighed in about a second and a half. */
const mostLessons = 20_000;

/** The books as they would be if the latest receipts had not come yet. */
export interface TrialBooks {
  /** In the order of their booking. */
  readonly receipts: readonly CaseRow[];
  readonly customers: readonly Customer[];
  readonly items: readonly OpenItem[];
  readonly lessons: readonly SettledTransaction[];
}

/** The latest receipts, but for those on their way to the ledger, with what was open and known before them: what they paid is open again, and they teach nothing. */
export async function readTrialBooks(tx: Transaction, receipts: number): Promise<TrialBooks> {
  const latest = await tx.query<CaseRow[]>(`select ${caseColumns} from payment_case where state <> 'requested' order by booking_date desc, transaction_id desc limit $1`, [receipts]);
  const settled = latest.filter(({ state }) => state === 'settled');
  const reserved = new Map<string, bigint>();
  reserve(reserved, await readRequested(tx), 1n);
  const paid = new Map<string, bigint>();
  reserve(paid, settled, 1n);
  const items = new Map([...(await readOpenItems(tx)), ...(await itemsById(tx, paid.keys())).values()].map((item) => [item.id, { ...item, openMinor: item.openMinor + (paid.get(item.id) ?? 0n) }]));
  return {
    receipts: latest.filter(({ amountMinor }) => isHeld(amountMinor)).reverse(),
    customers: await readCustomers(tx),
    items: engineItems([...items.values()].filter(({ openMinor }) => openMinor !== 0n), reserved),
    lessons: await readLessons(tx, await readForgotten(tx), mostLessons, { without: latest.map(({ transactionId }) => transactionId) }),
  };
}
