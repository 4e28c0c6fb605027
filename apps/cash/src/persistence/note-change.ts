import { type Transaction } from '@lettrage/persistence';

/** Says, in the transaction of a change, that the organisation's figures are older than its books. Whoever shows or announces figures compares. */
export async function noteChange(tx: Transaction, organisationId: string): Promise<void> {
  await tx.query(`insert into figures (organisation_id, changed) values ($1, 1) on conflict (organisation_id) do update set changed = figures.changed + 1`, [organisationId]);
}

/** How often the organisation's books have changed; 0 where nothing has been heard of it. */
export async function changesSoFar(tx: Transaction): Promise<bigint> {
  const [row] = await tx.query<{ changed: bigint }[]>('select changed from figures');
  return row?.changed ?? 0n;
}

/** Remembers an organisation of which only names have been heard, so that a rebuild finds it. */
export async function noteOrganisation(tx: Transaction, organisationId: string): Promise<void> {
  await tx.query('insert into figures (organisation_id, changed) values ($1, 0) on conflict do nothing', [organisationId]);
}
