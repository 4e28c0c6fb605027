import { type TransportSettings } from '@lettrage/messaging';
import { type Database, type Transaction } from '@lettrage/persistence';
import { projectionTables } from './persistence/schema.js';

const consumer = 'cash';

/** The projections cannot be rebuilt as asked; the message says what to do. */
export class RebuildRefused extends Error {
  override readonly name = 'RebuildRefused';
}

/**
 * Empties the projections of one organisation, or of all, and sets the service's place in PostgreSQL's log back to the beginning: when the
 * service next starts it hears everything again. Refused while the service runs, and over Kafka, whose topics forget. Other organisations hear
 * their messages again too, without effect. All or nothing. Returns the organisations whose projections were emptied.
 */
export async function rebuildCash(database: Database, transport: TransportSettings['kind'], organisationId?: string): Promise<readonly string[]> {
  if (transport === 'kafka') throw new RebuildRefused('Kafka does not keep every message for ever, so the projections could not be filled again; restore the schema "cash" from a backup');
  return database.inSystem(async (tx) => {
    const [{ stopped }] = await tx.query<[{ stopped: boolean }]>(`select pg_try_advisory_xact_lock(hashtextextended('lettrage consumer ' || $1, 0)) as stopped`, [consumer]);
    if (!stopped) throw new RebuildRefused('The service "cash" is running; stop it, then rebuild');
    const organisations = await tx.query<{ id: string }[]>('select organisation_id as id from figures where $1::uuid is null or organisation_id = $1 order by 1', [organisationId ?? null]);
    const ids = organisations.map(({ id }) => id);
    await forgetMessages(tx, ids);
    await tx.query('update bus.consumer_position set pos = 0, moved_at = now() where consumer = $1', [consumer]);
    // The projections are out of the machinery's reach: the transaction takes the service's own role for them.
    await tx.query('reset role');
    for (const id of ids) {
      await tx.query(`select set_config('lettrage.organisation_id', $1, true)`, [id]);
      for (const table of projectionTables) await tx.query(`delete from ${table}`);
    }
    return ids;
  });
}

async function forgetMessages(tx: Transaction, organisationIds: readonly string[]): Promise<void> {
  await tx.query('delete from inbox where consumer = $1 and organisation_id = any ($2)', [consumer, organisationIds]);
  // What is announced follows the rebuilt books, not those of before.
  await tx.query('update figures set changed = changed + 1 where organisation_id = any ($1)', [organisationIds]);
}
