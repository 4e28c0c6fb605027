import { precisionChanged } from '@lettrage/contracts';
import { publish } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { type AutomaticMatch, automaticColumns } from './case-rows.js';

/** Counts allocations that were made without a person by the day of the decision, band of confidence and method. */
export async function countMade(tx: Transaction, organisationId: string, settled: readonly AutomaticMatch[]): Promise<void> {
  const made = await count(tx, organisationId, settled, `insert into automatic_count as c (organisation_id, made_on, band, method, made, undone) select $1, *, 0 from counted
     on conflict (organisation_id, made_on, band, method) do update set made = c.made + excluded.made`);
  if (made > 0) await publish(tx, organisationId, precisionChanged, [{ made, undone: 0 }]);
}

/** Of these cases, those that had been allocated without a person were wrong. Each counts once. */
export async function countUndone(tx: Transaction, organisationId: string, transactionIds: readonly string[]): Promise<void> {
  if (transactionIds.length === 0) return;
  const [undone] = await tx.query<[AutomaticMatch[], number]>(
    `update payment_case set automatic_outcome = 'undone' where organisation_id = $1 and transaction_id = any ($2) and decided_by = 'automatic' and automatic_outcome = 'made' returning ${automaticColumns}`,
    [organisationId, transactionIds],
  );
  const counted = await count(tx, organisationId, undone, `update automatic_count c set undone = c.undone + counted.cases from counted
     where c.organisation_id = $1 and c.made_on = counted.made_on and c.band = counted.band and c.method = counted.method`);
  if (counted > 0) await publish(tx, organisationId, precisionChanged, [{ made: 0, undone: counted }]);
}

async function count(tx: Transaction, organisationId: string, cases: readonly AutomaticMatch[], change: string): Promise<number> {
  const automatic = cases.filter(({ automaticOn }) => automaticOn !== null);
  if (automatic.length === 0) return 0;
  await tx.query(
    `with counted as (
       select made_on, band, method, count(*)::int as cases from unnest($2::date[], $3::smallint[], $4::text[]) as one (made_on, band, method) group by 1, 2, 3 order by 1, 2, 3
     ) ${change}`,
    [organisationId, automatic.map((one) => one.automaticOn), automatic.map((one) => one.automaticBand), automatic.map((one) => one.automaticMethod)],
  );
  return automatic.length;
}
