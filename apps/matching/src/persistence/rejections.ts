import { type Transaction } from '@lettrage/persistence';
import { type Decision, decisionKey } from '../domain/payment-case.js';
import { itemsById } from './item-rows.js';

/** Remembers for which customers a proposal, or an allocation that was taken back, was wrong. */
export async function rememberRejected(tx: Transaction, organisationId: string, rejected: readonly { readonly transactionId: string; readonly decision: Decision }[], now: Date): Promise<void> {
  if (rejected.length === 0) return;
  const items = await itemsById(tx, rejected.flatMap(({ decision }) => decision.lines.map(({ itemId }) => itemId)));
  const rows = rejected.flatMap(({ transactionId, decision }) => {
    const customers = new Set([...decision.lines.flatMap(({ itemId }) => items.get(itemId)?.customerId ?? []), ...(decision.lines.length === 0 && decision.customerId ? [decision.customerId] : [])]);
    return [...customers].map((customerId) => ({ customerId, transactionId, key: decisionKey(decision) }));
  });
  await tx.query(
    `insert into rejection (organisation_id, customer_id, transaction_id, decision_key, rejected_on) select $1, customer_id, transaction_id, decision_key, $5
     from unnest($2::uuid[], $3::uuid[], $4::text[]) as n (customer_id, transaction_id, decision_key) on conflict do nothing`,
    [organisationId, rows.map((row) => row.customerId), rows.map((row) => row.transactionId), rows.map((row) => row.key), now.toISOString().slice(0, 10)],
  );
}
