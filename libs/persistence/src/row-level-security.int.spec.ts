import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Notes, openNotes } from '../testing/notes.js';
import { type Transaction } from './index.js';

const mine = randomUUID();
const theirs = randomUUID();
const tables = ['note', 'journal', 'ticket', 'machine'];

let notes: Notes;
beforeAll(async () => {
  notes = await openNotes();
  for (const table of tables) for (const organisation of [mine, theirs]) await notes.administrator.query(`insert into notes.${table} (organisation_id, id, amount) values ($1, 1, 100), ($1, 2, 200)`, [organisation]);
});
afterAll(() => notes?.stop());

const asMine = <T>(work: (tx: Transaction) => Promise<T>) => notes.database.inOrganisation(mine, work);
const asSystem = <T>(work: (tx: Transaction) => Promise<T>) => notes.database.inSystem(work);
const asNobody = <T>(work: (tx: Transaction) => Promise<T>) => notes.database.dataSource.transaction(work);
const rows = (table: string) => (tx: Transaction) => tx.query<{ organisation_id: string; id: number }[]>(`select organisation_id, id from ${table} order by organisation_id, id`);
const whole = async () => (await notes.administrator.query<{ all: string }>(`select string_agg(t::text, ' ' order by t::text) as all from (select * from notes.note union all select * from notes.journal union all select * from notes.ticket) t`)).rows[0]!.all;

describe('the wall between organisations', () => {
  it.each(['note', 'journal', 'ticket'])('in %s an organisation sees its own rows and no others', async (table) => {
    expect(await asMine(rows(table))).toEqual([{ organisation_id: mine, id: 1 }, { organisation_id: mine, id: 2 }]);
  });

  it.each(['note', 'journal', 'ticket'])('in %s nobody sees anything without an organisation', async (table) => {
    expect(await asNobody(rows(table))).toEqual([]);
  });

  it('the organisation ends with its transaction, on the same connection too', async () => {
    const pid = (tx: Transaction) => tx.query<[{ pid: number }]>('select pg_backend_pid() as pid');
    for (let round = 0; round < 8; round++) {
      const [mineOf, nobodys] = [await asMine(pid), await asNobody(async (tx) => ({ pid: await pid(tx), rows: await rows('note')(tx) }))];
      expect(nobodys.rows).toEqual([]);
      if (mineOf[0].pid === nobodys.pid[0].pid) return;
    }
    throw new Error('the pool never gave the same connection twice');
  });

  it('a row for another organisation is refused, whether it is new or moved', async () => {
    const before = await whole();
    await expect(asMine((tx) => tx.query('insert into note (organisation_id, id) values ($1, 9)', [theirs]))).rejects.toThrow('row-level security');
    await expect(asMine((tx) => tx.query('update note set organisation_id = $1 where id = 1', [theirs]))).rejects.toThrow('row-level security');
    await expect(asNobody((tx) => tx.query('insert into note (organisation_id, id) values ($1, 9)', [mine]))).rejects.toThrow('row-level security');
    expect(await whole()).toBe(before);
  });

  it('update and delete find nobody else’s rows', async () => {
    const before = await whole();
    expect(await asMine((tx) => tx.query('update note set amount = 0 where organisation_id = $1', [theirs]))).toEqual([[], 0]);
    expect(await asMine((tx) => tx.query('delete from note where organisation_id = $1', [theirs]))).toEqual([[], 0]);
    expect(await asNobody((tx) => tx.query('delete from note'))).toEqual([[], 0]);
    expect(await whole()).toBe(before);
  });

  it('an organisation that is no id is an error, never a way around', async () => {
    await expect(notes.database.inOrganisation(`' or true --`, rows('note'))).rejects.toThrow('invalid input syntax for type uuid');
    expect(await notes.database.inOrganisation('', rows('note'))).toEqual([]);
  });
});

describe('an append-only table', () => {
  it('takes new rows', async () => {
    await asMine((tx) => tx.query('insert into journal (organisation_id, id) values ($1, 3)', [mine]));
    expect(await asMine(rows('journal'))).toHaveLength(3);
  });

  it.each(['update journal set amount = 0', 'delete from journal', 'truncate journal', 'insert into journal (organisation_id, id) select organisation_id, id from journal on conflict (organisation_id, id) do update set amount = 0'])(
    'refuses: %s', async (statement) => {
      await expect(asMine((tx) => tx.query(statement))).rejects.toThrow('permission denied for table journal');
      await expect(asSystem((tx) => tx.query(statement))).rejects.toThrow('permission denied for table journal');
    },
  );
});

describe('the machinery', () => {
  it('sees all rows of what is opened to it', async () => {
    expect(await asSystem(rows('ticket'))).toHaveLength(4);
    expect(await asSystem(rows('machine'))).toHaveLength(4);
  });

  it.each(['note', 'journal'])('cannot even ask for %s, which is not', async (table) => {
    await expect(asSystem(rows(table))).rejects.toThrow(`permission denied for table ${table}`);
  });

  it('keeps for itself what is closed to requests', async () => {
    await expect(asMine(rows('machine'))).rejects.toThrow('permission denied for table machine');
  });

  it('takes its role off with the transaction', async () => {
    await asSystem((tx) => tx.query('select 1'));
    for (let round = 0; round < 8; round++) expect(await asNobody((tx) => tx.query('select current_user as role'))).toEqual([{ role: 'lettrage_notes' }]);
  });
});

describe('the service’s role', () => {
  it('owns nothing and can bypass nothing', async () => {
    const { rows: roles } = await notes.administrator.query(`select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolcanlogin from pg_roles where rolname like 'lettrage\\_notes%' order by 1`);
    const powerless = { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false };
    expect(roles).toEqual([{ rolname: 'lettrage_notes', ...powerless, rolcanlogin: true }, { rolname: 'lettrage_notes_system', ...powerless, rolcanlogin: false }]);
    const { rows: owned } = await notes.administrator.query(`select relname from pg_class join pg_roles on pg_roles.oid = relowner where rolname like 'lettrage%'`);
    expect(owned).toEqual([]);
  });

  it.each([
    'alter table note disable row level security',
    'alter table note no force row level security',
    'drop policy organisation on note',
    'create policy all_of_it on note using (true)',
    'alter table note owner to lettrage_notes',
    'truncate note',
    'drop table note',
    'create table notes.mine (id int)',
    'set role postgres',
    'set session authorization postgres',
    'alter role lettrage_notes bypassrls',
  ])('is refused: %s', async (statement) => {
    const client = new pg.Client(notes.url);
    await client.connect();
    try {
      await client.query('set search_path = notes');
      await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner|must be member|Only roles with/);
    } finally {
      await client.end();
    }
  });

  it('that turns row security off gets errors, and no rows', async () => {
    const client = new pg.Client(notes.url);
    await client.connect();
    try {
      await client.query('set row_security = off');
      await expect(client.query('select * from notes.note')).rejects.toThrow('query would be affected by row-level security policy');
    } finally {
      await client.end();
    }
  });
});
