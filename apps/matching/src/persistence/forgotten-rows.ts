import { type Transaction } from '@lettrage/persistence';
import { type ForgottenPayers } from '../domain/forgotten-payers.js';

export async function readForgotten(tx: Transaction): Promise<ForgottenPayers> {
  const rows = await tx.query<{ customerId: string; key: string }[]>('select customer_id as "customerId", key from forgotten_payer');
  return new Map([...Map.groupBy(rows, ({ customerId }) => customerId)].map(([customerId, of]) => [customerId, new Set(of.map(({ key }) => key))]));
}
