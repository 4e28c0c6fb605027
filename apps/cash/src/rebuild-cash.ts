import { rewind, type TransportSettings } from '@lettrage/messaging';
import { type Database } from '@lettrage/persistence';
import { projectionTables } from './persistence/schema.js';

const consumer = 'cash';

/**
 * Empties the projections of one organisation, or of all, and sets the service's place back to the beginning: when it next starts it hears
 * everything again. Refused (`RewindRefused`) while the service runs. Other organisations hear their messages again too, without effect.
 * All or nothing. Returns the organisations whose projections were emptied.
 */
export async function rebuildCash(database: Database, transport: TransportSettings, organisationId?: string): Promise<readonly string[]> {
  return database.inSystem(async (tx) => {
    await rewind(tx, transport, consumer);
    const organisations = await tx.query<{ id: string }[]>('select organisation_id as id from figures where $1::uuid is null or organisation_id = $1 order by 1', [organisationId ?? null]);
    const ids = organisations.map(({ id }) => id);
    await tx.query('delete from inbox where consumer = $1 and organisation_id = any ($2)', [consumer, ids]);
    // What is announced next follows the rebuilt books, not those of before.
    await tx.query('update figures set changed = changed + 1 where organisation_id = any ($1)', [ids]);
    // The projections are out of the machinery's reach: the transaction takes the service's own role for them.
    await tx.query('reset role');
    for (const id of ids) {
      await tx.query(`select set_config('lettrage.organisation_id', $1, true)`, [id]);
      for (const table of projectionTables) await tx.query(`delete from ${table}`);
    }
    return ids;
  });
}
