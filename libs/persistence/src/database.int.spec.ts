import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePorts, letEverybodyIn, letNobodyIn } from '@lettrage/testing';
import { type Notes, openNotes, silent } from '../testing/notes.js';
import { arrayText, brokenUniqueConstraint, connectionOf, Database, isOutage, isTransient, Listener, packedText, packedTexts, sqlState, type Transaction } from './index.js';

let notes: Notes;
const organisation = randomUUID();
beforeAll(async () => {
  notes = await openNotes();
});
afterAll(() => notes?.stop());
const inside = <T>(work: (tx: Transaction) => Promise<T>) => notes.database.inOrganisation(organisation, work);
const throwOut = (application: string) => notes.administrator.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = $1', [application]);
const failureOf = (work: Promise<unknown>) => work.then(() => { throw new Error('it did not fail'); }, (error: unknown) => error);

describe('values', () => {
  it('arrive exactly: bigint as BigInt beyond 2^53, dates as text whatever the clock, lists of both', async () => {
    const [row] = await inside((tx) => tx.query<object[]>(`select 9007199254740993::bigint as big, -1::bigint as small, '2026-03-29'::date as day, '{1,null,-9007199254740993}'::bigint[] as list, '{}'::bigint[] as none, null::bigint as nothing`));
    expect(row).toEqual({ big: 9007199254740993n, small: -1n, day: '2026-03-29', list: [1n, null, -9007199254740993n], none: [], nothing: null });
  });

  it('go in as they are', async () => {
    await inside((tx) => tx.query('insert into note (organisation_id, id, amount, day) values ($1, 1, $2, $3)', [organisation, 9007199254740993n, '2024-02-29']));
    expect(await inside((tx) => tx.query('select amount, day from note where id = 1'))).toEqual([{ amount: 9007199254740993n, day: '2024-02-29' }]);
  });
});

describe('texts that go in together', () => {
  it('come out of one piece as they were', async () => {
    const texts = ['{"a": "b"}', null, '', 'é€😀 "quoted" \\ {x,y}', 'a'.repeat(100_000)];
    const { bytes, starts, lengths } = packedTexts(texts);
    const rows = await inside((tx) => tx.query<{ text: string | null }[]>(`select ${packedText('$1', 'start', 'length')} as text from unnest($2::int[], $3::int[]) with ordinality as packed (start, length, place) order by place`, [bytes, starts, lengths]));
    expect(rows.map(({ text }) => text)).toEqual(texts);
  });

  it('lists of them go in as a text each', async () => {
    const lists = [[], ['a'], ['', 'null', 'NULL', ' b '], ['"', '\\', '{x,y}', 'é\n']];
    const rows = await inside((tx) => tx.query<{ list: string[] }[]>('select list::text[] as list from unnest($1::text[]) with ordinality as given (list, place) order by place', [lists.map(arrayText)]));
    expect(rows.map(({ list }) => list)).toEqual(lists);
  });
});

describe('a transaction', () => {
  it('that throws leaves nothing', async () => {
    const failing = inside(async (tx) => {
      await tx.query('insert into note (organisation_id, id) values ($1, 2)', [organisation]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await inside((tx) => tx.query('select id from note where id = 2'))).toEqual([]);
  });

  it('that loses a deadlock is run again, and both succeed', async () => {
    await inside((tx) => tx.query('insert into note (organisation_id, id, amount) values ($1, 11, 0), ($1, 12, 0)', [organisation]));
    let runs = 0;
    const both = Promise.withResolvers<void>();
    const add = (first: number, second: number) =>
      inside(async (tx) => {
        runs += 1;
        await tx.query('update note set amount = amount + 1 where id = $1', [first]);
        if (runs === 2) both.resolve();
        await both.promise;
        await tx.query('update note set amount = amount + 1 where id = $1', [second]);
      });
    await Promise.all([add(11, 12), add(12, 11)]);
    expect(runs).toBe(3);
    expect(await inside((tx) => tx.query('select amount from note where id in (11, 12)'))).toEqual([{ amount: 2n }, { amount: 2n }]);
  });

  it('is run four times at most', async () => {
    let runs = 0;
    const failing = inside(async (tx) => {
      runs += 1;
      await tx.query(`do $$ begin raise exception using errcode = '40001'; end $$`);
    });
    await failureOf(failing);
    expect(runs).toBe(4);
  });

  it('gives its own connection to COPY', async () => {
    const pids = await inside(async (tx) => [(await tx.query<[{ pid: number }]>('select pg_backend_pid() as pid'))[0].pid, (await (await connectionOf(tx)).query('select pg_backend_pid() as pid')).rows[0].pid]);
    expect(pids[0]).toBe(pids[1]);
  });
});

describe('an error', () => {
  it('of a unique constraint tells which', async () => {
    const again = () => inside((tx) => tx.query('insert into note (organisation_id, id) values ($1, 21)', [organisation]));
    await again();
    const error = await failureOf(again());
    expect([sqlState(error), brokenUniqueConstraint(error), isOutage(error), isTransient(error)]).toEqual(['23505', 'note_pkey', false, false]);
  });

  it('of a statement with too few parameters is a bug, not an outage', async () => {
    const error = await failureOf(inside((tx) => tx.query('select $1::int, $2::int', [1])));
    expect([sqlState(error), isOutage(error)]).toEqual(['08P01', false]);
  });

  it('of a connection that breaks within a transaction is an outage, at whichever statement it is found', async () => {
    for (const statementsAfter of [0, 1, 2]) {
      const error = await failureOf(inside(async (tx) => {
        await tx.query('select 1');
        await throwOut('lettrage notes');
        await new Promise((resolve) => setTimeout(resolve, statementsAfter * 50));
        for (let n = 0; n < statementsAfter; n++) await tx.query('select 1');
      }));
      expect({ error, statementsAfter, outage: isOutage(error) }).toEqual({ error, statementsAfter, outage: true });
    }
    expect(await inside((tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
  });

  it('of a server that is not there, or full, is an outage', async () => {
    const [port] = await freePorts(1);
    const nowhere = new Database({ url: `postgres://x:y@127.0.0.1:${port}/z`, schema: 'notes' }, silent);
    expect(isOutage(await failureOf(nowhere.connect(0)))).toBe(true);

    await letNobodyIn(notes.administrator);
    const full = new Database({ url: notes.url, schema: 'notes' }, silent);
    expect(isOutage(await failureOf(full.connect(0)))).toBe(true);
    // A server that comes back is waited for.
    const waiting = full.connect(20_000);
    await new Promise((resolve) => setTimeout(resolve, 700));
    await letEverybodyIn(notes.administrator);
    await waiting;
    await full.close();
  });
});

describe('a listener', () => {
  /** A process of the server ends a moment after its connection. */
  const connections = async (count: number) => {
    const look = async () => (await notes.administrator.query(`select from pg_stat_activity where application_name = 'lettrage listener' and datname = current_database()`)).rowCount;
    for (const end = Date.now() + 60_000; (await look()) !== count; await new Promise((resolve) => setTimeout(resolve, 20))) if (Date.now() > end) throw new Error(`${await look()} connections, not ${count}`);
  };

  it('hears what is notified, wakes once at its start, and is back by itself after its connection was broken', async () => {
    const heard: string[] = [];
    const listener = new Listener(notes.url, silent);
    listener.on('lettrage_test', (payload) => heard.push(payload));
    await listener.start();
    expect(heard).toEqual(['']);
    const until = async (count: number) => {
      for (const end = Date.now() + 60_000; heard.length < count; await new Promise((resolve) => setTimeout(resolve, 20))) if (Date.now() > end) throw new Error(`heard ${JSON.stringify(heard)}`);
    };
    await notes.administrator.query(`notify lettrage_test, 'a'`);
    await until(2);
    for (const round of [1, 2, 3]) {
      await throwOut('lettrage listener');
      await until(2 + round); // woken, since something may have been said meanwhile
    }
    listener.on('lettrage_later', (payload) => heard.push(`later ${payload}`));
    const listens = async () => (await notes.administrator.query(`select from pg_stat_activity where application_name = 'lettrage listener' and datname = current_database() and query = 'listen lettrage_later' and state = 'idle'`)).rowCount;
    while ((await listens()) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await notes.administrator.query(`notify lettrage_test, 'b'`);
    await notes.administrator.query(`notify lettrage_later, 'c'`);
    await until(7);
    expect(heard).toEqual(['', 'a', '', '', '', 'b', 'later c']);
    await connections(1);
    await listener.stop();
    await connections(0);
  });

  it('shares its connection with the others of its process, whatever their role; who stops hears no more, and the last one closes it', async () => {
    const heard: string[] = [];
    const listeners = ['first', 'second', 'third'].map((name, index) => {
      const listener = new Listener(index === 1 ? notes.administratorUrl : notes.url, silent);
      listener.on('lettrage_test', (payload) => heard.push(`${name} ${payload}`));
      return listener;
    });
    await Promise.all(listeners.map((listener) => listener.start()));
    await connections(1);
    expect(heard.toSorted()).toEqual(['first ', 'second ', 'third ']);
    const say = async (payload: string, listening: number) => {
      heard.length = 0;
      await notes.administrator.query(`select pg_notify('lettrage_test', $1)`, [payload]);
      for (const end = Date.now() + 60_000; heard.length < listening; await new Promise((resolve) => setTimeout(resolve, 20))) if (Date.now() > end) throw new Error(`heard ${JSON.stringify(heard)}`);
      return heard.toSorted();
    };
    expect(await say('a', 3)).toEqual(['first a', 'second a', 'third a']);
    await listeners[0]!.stop();
    expect(await say('b', 2)).toEqual(['second b', 'third b']);
    await Promise.all([listeners[1]!.stop(), listeners[2]!.stop()]);
    await connections(0);
  });

  it('whose first connection cannot be made says so, and can be started again', async () => {
    const [port] = await freePorts(1);
    const listener = new Listener(`postgres://x:y@127.0.0.1:${port}/z`, silent);
    expect(isOutage(await failureOf(listener.start()))).toBe(true);
    expect(isOutage(await failureOf(listener.start()))).toBe(true);
    await listener.stop();
    await connections(0);
  });
});
