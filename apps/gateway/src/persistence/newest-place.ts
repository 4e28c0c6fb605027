import { type Database, type Transaction } from '@lettrage/persistence';

/** The place of an organisation's last live event: who asks for something after this, and follows the stream from here on, misses nothing. 0 where none is kept. */
export async function newestPlace(database: Database, organisationId: string): Promise<bigint> {
  const newest = 'select id from live_event where organisation_id = $1 order by id desc limit 1';
  const [event] = await database.inOrganisation(organisationId, (tx: Transaction) => tx.query<{ id: bigint }[]>(newest, [organisationId]));
  return event?.id ?? 0n;
}
