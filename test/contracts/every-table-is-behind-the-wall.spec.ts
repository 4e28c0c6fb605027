import { createTestDatabase, type TestDatabase } from '@lettrage/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrateAll, schemas } from '../../apps/lettrage/src/system/schemas.js';

/** What is otherwise, and why that is safe; a star is every service. An exception that is no longer needed fails too. */
type Exceptions = Readonly<Record<string, string>>;

const tablesOfNoOrganisation: Exceptions = {
  'gateway.user_identity': 'a person may belong to several organisations; a request sees those of its own by the policy "members"',
  'gateway.sign_in_attempt': 'counted by address and e-mail, before anybody is known; closed to requests',
};

const organisationMayBeUnknown: Exceptions = {
  '*.parked_message': 'a message that cannot be read may name no organisation; closed to requests',
};

/** Tables that the service's machinery reaches across organisations. None of them holds business figures that a request shows. */
const openToTheMachinery: Exceptions = {
  '*.outbox': 'one relay moves what all organisations say',
  '*.inbox': 'a rebuild forgets what was heard',
  '*.parked_message': 'kept and replayed by the machinery',
  'bank_import.import_job': 'the import loop takes the next file, whosever it is',
  'bank_import.organisation': 'the watched folder is whose there is; the table holds ids alone',
  'cash.figures': 'the announcer looks whose figures have changed; the table holds marks, no amounts',
  'gateway.api_token': 'a token is looked up before it is known whose it is',
  'gateway.live_event': 'housekeeping deletes what is an hour old',
  'gateway.membership': 'sign-in looks up where a person belongs',
  'gateway.organisation': 'sign-in and the first start, before an organisation is at hand',
  'gateway.session': 'looked up before it is known whose it is',
  'gateway.sign_in_attempt': 'counted before anybody is known',
  'gateway.sign_in_link': 'looked up before it is known whose it is',
  'gateway.user_identity': 'sign-in looks up by e-mail',
};

/** Indexes that do not begin with the organisation. A unique one among them must tell nobody that another organisation has the same. */
const indexesOfAnotherOrder: Exceptions = {
  '*.outbox.outbox_pkey': 'numbered by the database, never by a request; the relay reads in this order',
  '*.parked_message.parked_message_pkey': 'random ids, never from a request; the organisation may be unknown',
  '*.parked_message.parked_once': 'closed to requests; the organisation may be unknown',
  'gateway.api_token.api_token_hash': 'the hash of a random secret: no two are the same',
  'gateway.live_event.live_event_at': 'not unique; housekeeping deletes by age',
  'gateway.membership.membership_user': 'not unique; sign-in looks up by person',
  'gateway.session.session_last_seen_at': 'not unique; housekeeping deletes by age',
  'gateway.session.session_pkey': 'the hash of a random secret: no two are the same',
  'gateway.sign_in_attempt.sign_in_attempt_last_failure_at': 'not unique; housekeeping deletes by age',
  'gateway.sign_in_attempt.sign_in_attempt_pkey': 'closed to requests',
  'gateway.sign_in_link.sign_in_link_hash': 'the hash of a random secret: no two are the same',
  'gateway.user_identity.user_identity_email': 'a person signs in by e-mail, once for all organisations; whoever sets one holds a one-time link',
  'gateway.user_identity.user_identity_pkey': 'random ids, never from a request',
};

let test: TestDatabase;
let administrator: pg.Client;
beforeAll(async () => {
  test = await createTestDatabase();
  await migrateAll(test.url, {});
  administrator = new pg.Client(test.url);
  await administrator.connect();
});
afterAll(async () => {
  await administrator?.end();
  await test?.drop();
});

const services = schemas.filter(({ roles = true }) => roles).map(({ name }) => name);
/** TypeORM's list of migrations is of no organisation and closed to all roles (checked below). */
const tables = `(select c.oid, n.nspname || '.' || c.relname as name, n.nspname as schema, c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relkind
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any ($1) and c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relname <> 'migration') t`;
const names = async (sql: string) => (await administrator.query<{ name: string }>(sql, [services])).rows.map(({ name }) => name).sort();
const every = (exceptions: Exceptions) => Object.keys(exceptions).flatMap((name) => (name.startsWith('*.') ? services.map((service) => name.replace('*', service)) : [name])).sort();
const column = (condition: string) => `exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'organisation_id' and a.atttypid = 'uuid'::regtype and ${condition})`;

describe('every table of every service', () => {
  it('is a plain table: no view that might show what its owner sees', async () => {
    expect(await names(`select name from ${tables} where relkind not in ('r', 'p')`)).toEqual([]);
    expect(await names(`select name from ${tables}`)).toContain('invoicing.ledger_entry');
  });

  it('has row-level security enabled, and forced on its owner', async () => {
    expect(await names(`select name from ${tables} where not (relrowsecurity and relforcerowsecurity)`)).toEqual([]);
  });

  it('has a policy for each kind of access, and none that lets everybody in', async () => {
    expect(await names(`select name from ${tables} where not exists (select from pg_policy p where p.polrelid = t.oid)`)).toEqual([]);
    const strangers = `p.polroles <> array[to_regrole('lettrage_' || t.schema)::oid] and p.polroles <> array[to_regrole('lettrage_' || t.schema || '_system')::oid]`;
    expect(await names(`select name || ' ' || polname as name from ${tables} join pg_policy p on p.polrelid = t.oid where ${strangers}`)).toEqual([]);
    const requests = `p.polroles = array[to_regrole('lettrage_' || t.schema)::oid]`;
    const bound = `coalesce(pg_get_expr(p.polqual, p.polrelid), '') like '%lettrage.organisation_id%' and (p.polcmd = 'r' or coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') like '%lettrage.organisation_id%')`;
    expect(await names(`select name || ' ' || polname as name from ${tables} join pg_policy p on p.polrelid = t.oid where ${requests} and not (${bound})`)).toEqual(['gateway.user_identity members']); // reads through membership, which is bound
  });

  it('names its organisation, always', async () => {
    expect(await names(`select name from ${tables} where not ${column('true')}`)).toEqual(every(tablesOfNoOrganisation));
    expect(await names(`select name from ${tables} where ${column('not a.attnotnull')}`)).toEqual(every(organisationMayBeUnknown));
  });

  it('is open to the machinery only where there is a reason', async () => {
    expect(await names(`select name from ${tables} where exists (select from pg_policy p where p.polrelid = t.oid and p.polroles = array[to_regrole('lettrage_' || t.schema || '_system')::oid])`)).toEqual(every(openToTheMachinery));
  });

  it('has the organisation first in each key and index', async () => {
    const first = `(select attname from pg_attribute a where a.attrelid = t.oid and a.attnum = x.indkey[0])`;
    expect(await names(`select name || '.' || i.relname as name from ${tables} join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid where ${first} is distinct from 'organisation_id'`)).toEqual(every(indexesOfAnotherOrder));
  });

  it('has the organisation in each foreign key, so that no row leans on another organisation’s', async () => {
    const inKey = `exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'organisation_id' and a.attnum = any (k.conkey))`;
    const people = `k.confrelid = 'gateway.user_identity'::regclass`;
    expect(await names(`select name || '.' || conname as name from ${tables} join pg_constraint k on k.conrelid = t.oid and k.contype = 'f' where not ${inKey} and not ${people}`)).toEqual([]);
  });
});

describe('roles', () => {
  it('of services own nothing, bypass nothing, and reach no other service’s tables', async () => {
    const { rows: powerful } = await administrator.query(`select rolname from pg_roles where rolname like 'lettrage%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`);
    expect(powerful).toEqual([]);
    expect(await names(`select name from ${tables} join pg_class c on c.oid = t.oid join pg_roles r on r.oid = c.relowner where r.rolname like 'lettrage%'`)).toEqual([]);
    const reach = `has_table_privilege(r.rolname, c.oid, 'select') or has_table_privilege(r.rolname, c.oid, 'insert') or has_table_privilege(r.rolname, c.oid, 'update') or has_table_privilege(r.rolname, c.oid, 'delete') or has_table_privilege(r.rolname, c.oid, 'truncate')`;
    const own = `r.rolname in ('lettrage_' || n.nspname, 'lettrage_' || n.nspname || '_system')`;
    const bus = `n.nspname = 'bus' and (r.rolname = 'lettrage_transport' or r.rolname like 'lettrage\\_%\\_system')`;
    const ours = [...services.flatMap((service) => [`lettrage_${service}`, `lettrage_${service}_system`]), 'lettrage_transport', 'public'].map((role) => `'${role}'`).join(', ');
    const { rows } = await administrator.query<{ reached: string }>(
      `select r.rolname || ' ' || n.nspname || '.' || c.relname as reached from (select rolname from pg_roles where rolname in (${ours}) union select 'public') r, pg_class c join pg_namespace n on n.oid = c.relnamespace
       where (n.nspname = any ($1) or n.nspname = 'bus') and c.relkind in ('r', 'p') and (${reach}) and (not (${own} or ${bus}) or c.relname = 'migration') order by 1`,
      [services],
    );
    expect(rows).toEqual([]);
  });

  it('of requests may only add to the ledger and to what is said and heard', async () => {
    const change = `has_table_privilege('lettrage_' || t.schema, t.oid, 'update') or has_table_privilege('lettrage_' || t.schema, t.oid, 'delete')`;
    const unchanging = await names(`select name from ${tables} where not (${change})`);
    expect(unchanging).toEqual(expect.arrayContaining(['invoicing.ledger_entry', ...services.map((service) => `${service}.outbox`), ...services.map((service) => `${service}.inbox`)]));
    expect(await names(`select name from ${tables} where has_table_privilege('lettrage_' || t.schema, t.oid, 'truncate')`)).toEqual([]);
  });
});

describe('the log', () => {
  it('is behind the wall too', async () => {
    const { rows } = await administrator.query(`select relname, relrowsecurity, relforcerowsecurity from pg_class where oid = 'bus.log'::regclass`);
    expect(rows).toEqual([{ relname: 'log', relrowsecurity: true, relforcerowsecurity: true }]);
  });
});
