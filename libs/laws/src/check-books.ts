import pg from 'pg';
import { agedBalanceAddsUp } from './aged-balance-adds-up.js';
import { itemsAddUp } from './items-add-up.js';
import { type Law, type Violation } from './law.js';
import { paymentsAddUp } from './payments-add-up.js';
import { projectionsAgree } from './projections-agree.js';
import { statementsBalance } from './statements-balance.js';
import { transactionsOnce } from './transactions-once.js';

export const laws: readonly Law[] = [...transactionsOnce, ...paymentsAddUp, ...itemsAddUp, ...agedBalanceAddsUp, ...statementsBalance, ...projectionsAgree];

/** What is on its way between services, or was set aside. */
export interface UnsettledWork {
  readonly onTheirWay: number;
  readonly filesToRead: number;
  readonly requestsToTheLedger: number;
  readonly parked: number;
}

export interface BooksReport {
  readonly violations: readonly Violation[];
  readonly unsettled: UnsettledWork;
  /** Whether the laws about copies were judged: only when nothing is on its way. */
  readonly quiet: boolean;
}

const shownPerLaw = 20;
const services = ['gateway', 'invoicing', 'bank_import', 'matching', 'cash'];

/**
 * Checks every law over all organisations, in one snapshot of the database. The role must see all rows (a superuser, or one with
 * BYPASSRLS), or it would find books in order that it cannot read.
 */
export async function checkBooks(administratorUrl: string): Promise<BooksReport> {
  const client = new pg.Client({ connectionString: administratorUrl, application_name: 'lettrage check' });
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    const { rows } = await client.query<{ sees_all: boolean }>('select rolsuper or rolbypassrls as sees_all from pg_roles where rolname = current_user');
    if (!rows[0]!.sees_all) throw new Error('The role of the database URL does not see all rows; give the administrator’s URL');
    const unsettled = await unsettledWork(client);
    const quiet = unsettled.onTheirWay === 0 && unsettled.requestsToTheLedger === 0 && unsettled.parked === 0;
    const violations: Violation[] = [];
    for (const law of laws) {
      if (law.onceQuiet && !quiet) continue;
      const found = await client.query<{ organisation_id: string; thing: string; found: string }>(`${law.violations} limit ${shownPerLaw}`);
      violations.push(...found.rows.map((row) => ({ law: law.number, says: law.says, organisationId: row.organisation_id, thing: row.thing, found: row.found })));
    }
    return { violations, unsettled, quiet };
  } finally {
    await client.end();
  }
}

async function unsettledWork(client: pg.Client): Promise<UnsettledWork> {
  const sum = (table: string, condition = 'true') => services.map((schema) => `(select count(*) from ${schema}.${table} where ${condition})`).join(' + ');
  const { rows } = await client.query<Record<keyof UnsettledWork, string>>(`
    select ${sum('outbox')} + (select count(*) from bus.log l where l.pos > (select min(pos) from bus.consumer_position)
                                 and exists (select from bus.consumer_position p where p.pos < l.pos and ${heard('l', 'p')})) as "onTheirWay",
           (select count(*) from bank_import.import_job) as "filesToRead",
           (select count(*) from matching.payment_case where state = 'requested') as "requestsToTheLedger",
           ${sum('parked_message', 'replayed_at is null')} as parked`);
  const [row] = rows;
  return { onTheirWay: Number(row!.onTheirWay), filesToRead: Number(row!.filesToRead), requestsToTheLedger: Number(row!.requestsToTheLedger), parked: Number(row!.parked) };
}

/** Which topics each consumer hears in the PostgreSQL transport; a consumer's place passes what it does not hear only now and then. */
function heard(log: string, position: string): string {
  const topics: Record<string, string[]> = {
    'bank-import': ['matching.queue'],
    invoicing: ['matching.allocation-requests'],
    matching: ['invoicing.customers', 'invoicing.open-items', 'invoicing.allocations', 'bank-import.transactions', 'matching.outdated'],
    cash: ['identity.organisations', 'invoicing.customers', 'invoicing.open-items', 'invoicing.allocations', 'bank-import.transactions', 'matching.history', 'matching.queue'],
  };
  return `(${Object.entries(topics).map(([consumer, names]) => `(${position}.consumer = '${consumer}' and ${log}.topic in (${names.map((name) => `'${name}'`).join(', ')}))`).join(' or ')})`;
}
