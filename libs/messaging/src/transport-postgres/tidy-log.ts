import { topics } from '@lettrage/contracts';
import { type Database, type Transaction } from '@lettrage/persistence';

/** Positions that one transaction looks at. */
const stretch = 2000;

const snapshots = Object.values(topics).filter(({ compacted }) => compacted).map(({ name }) => name);
const news = Object.values(topics).filter(({ keptDays }) => keptDays !== null);

/**
 * Takes out of the log what no consumer waits for and no rebuild needs: snapshots that every consumer has passed and a later one of the same
 * thing replaces, and old news. Facts stay for ever. The database's own rules let it delete nothing else. A short transaction at a time; of several
 * processes one does it.
 */
export async function tidyLog(database: Database, stopped: () => boolean): Promise<void> {
  for (let from: bigint | null = 0n; from !== null && !stopped(); ) {
    const after: bigint = from;
    from = await database.inSystem((tx) => tidyStretch(tx, after));
  }
}

/** The position up to which it has looked, or null at the end. */
async function tidyStretch(tx: Transaction, from: bigint): Promise<bigint | null> {
  const [{ mine }] = await tx.query<[{ mine: boolean }]>(`select pg_try_advisory_xact_lock(hashtextextended('lettrage bus tidy', 0)) as mine`);
  if (!mine) return null;
  const [{ reached }] = await tx.query<[{ reached: bigint | null }]>(
    `with looked_at as (
       select pos, topic, key, published_at from bus.log
       where pos > $1 and pos <= (select min(pos) from bus.consumer_position) order by pos limit ${stretch}
     ), old as (
       select pos from looked_at join unnest($3::text[], $4::int[]) as news (topic, kept_days) using (topic) where published_at < now() - make_interval(days => kept_days)
       union all
       select pos from looked_at where topic = any ($2) and replaced(looked_at.pos)
     ), gone as (
       delete from bus.log where pos in (select pos from old)
     )
     select max(pos) as reached from looked_at`.replace('replaced(looked_at.pos)', replaced),
    [from, snapshots, news.map(({ name }) => name), news.map(({ keptDays }) => keptDays)],
  );
  return reached;
}

/** A later position alone is not enough: what was delivered again in another order must not make the newest snapshot disappear. */
const replaced = `exists (
  select from bus.log mine join bus.log later on later.topic = mine.topic and later.key = mine.key and later.pos > mine.pos
  where mine.pos = looked_at.pos and ${versionOf('later')} >= ${versionOf('mine')})`;

function versionOf(row: string): string {
  // In a string a quote has a backslash before it: this finds the member and nothing else.
  return `substring(${row}.payload from '"version":(\\d{1,18})')::bigint`;
}
