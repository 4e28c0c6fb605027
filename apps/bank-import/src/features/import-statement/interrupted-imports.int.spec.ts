import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { serviceProcesses } from '@lettrage/testing';
import { BankImportUnderTest, imported, type Organisation } from '../../../testing/bank-import-under-test.js';
import { camt, credits } from '../../../testing/statements.js';

let test: BankImportUnderTest;
beforeEach(async () => (test = await BankImportUnderTest.start()));
afterEach(() => test.stop());

const count = 30_000;
const long = camt({ opening: 0, entries: credits(count) });
const rows = async (sql: string, organisation: Organisation) => (await test.onlooker.query<Record<string, unknown>>(sql, [organisation.caller.organisationId])).rows;

/** Makes each row that is copied take its time, many seconds in all: the middle of an import lasts for as long as a busy machine needs to find it and to act. */
const slowly = () => test.onlooker.query(`
  create function public.take_time() returns trigger language plpgsql as $$ begin perform pg_sleep(0.0005); return new; end $$;
  create function public.slow_down() returns event_trigger language plpgsql security definer as $$
    begin if to_regclass('pg_temp.staged') is not null then create or replace trigger slow before insert on pg_temp.staged for each row execute function public.take_time(); end if; end $$;
  create event trigger slow_down on ddl_command_end when tag in ('CREATE TABLE') execute function public.slow_down()`);
/** For imports that begin from now on. */
const atFullSpeed = () => test.onlooker.query('drop event trigger slow_down');

/** The connection that copies rows of a file, if one does. */
async function copying(): Promise<number | undefined> {
  const { rows: busy } = await test.onlooker.query<{ pid: number }>(`select pid from pg_stat_activity where datname = current_database() and query like 'copy staged%' and state = 'active'`);
  return busy[0]?.pid;
}

/** Waits until an import is in its middle. */
async function inTheMiddle(): Promise<number> {
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    const pid = await copying();
    if (pid !== undefined) return pid;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error('no import was seen in its middle');
}

async function expectWhole(organisation: Organisation, statementFileId: string): Promise<void> {
  expect(await organisation.done(statementFileId)).toMatchObject({ state: 'completed', imported: count, known: 0 });
  expect(await rows(`select count(*)::int as stored, count(distinct reference)::int as different from bank_import.transaction where organisation_id = $1`, organisation)).toEqual([{ stored: count, different: count }]);
  const said = await organisation.said();
  expect(said.filter(({ name }) => name === 'bank-import.statement-completed.v1')).toHaveLength(1);
  expect(imported(said).map(({ reference }) => reference)).toEqual(credits(count).map(({ reference }) => reference));
}

describe('an import that is interrupted', () => {
  it('leaves nothing when its connection is cut, and begins anew', async () => {
    const organisation = test.organisation();
    await slowly();
    const { body } = await organisation.upload('long.xml', long);
    const pid = await inTheMiddle();
    await atFullSpeed();
    await test.onlooker.query('select pg_terminate_backend($1)', [pid]);
    await expectWhole(organisation, body.statementFile.statementFileId);
    expect(await rows('select 1 from bank_import.import_job where organisation_id = $1', organisation)).toEqual([]);
  });

  it('is not counted against its file where it lost against other transactions, however often', async () => {
    await test.onlooker.query(`create sequence public.lost; create function public.lose() returns trigger language plpgsql security definer as $$
      begin if nextval('public.lost') <= 6 then raise exception 'lost' using errcode = '40001'; end if; return new; end $$;
      create trigger lose before insert on bank_import.bank_account for each row execute function public.lose()`);
    const organisation = test.organisation();
    expect(await organisation.import('short.xml', camt({ opening: 0, entries: credits(5) }))).toMatchObject({ state: 'completed', imported: 5 });
    expect((await test.onlooker.query('select last_value::int from public.lost')).rows).toEqual([{ last_value: 7 }]);
  });

  it('leaves nothing when the service stops, and is taken up by the next one', async () => {
    const organisation = test.organisation();
    await slowly();
    const { body } = await organisation.upload('long.xml', long);
    await inTheMiddle();
    await atFullSpeed();
    await test.service.close();
    expect(await rows(`select (select count(*)::int from bank_import.transaction where organisation_id = $1) as stored, state from bank_import.statement_file where organisation_id = $1`, organisation)).toEqual([{ stored: 0, state: 'reading' }]);
    expect(await rows('select attempts from bank_import.import_job where organisation_id = $1', organisation)).toEqual([{ attempts: 0 }]);
    await test.restart();
    await expectWhole(organisation, body.statementFile.statementFileId);
  });

  it('ends with a clear refusal when the file takes more memory than its reader may, and others are served meanwhile', async () => {
    await test.restart({ reader: { memoryMb: 4, stallMs: 30_000 } });
    const organisation = test.organisation();
    const refused = await organisation.import('long.xml', long);
    expect(refused).toMatchObject({ state: 'refused', problem: { code: 'reader_out_of_memory', message: 'reading the file took more memory than it may' } });
    expect(await organisation.transactions()).toEqual([]);
    await test.restart();
    const { status } = await organisation.upload('long.xml', long);
    expect(status).toBe(202);
    expect(await organisation.done(refused.statementFileId)).toMatchObject({ state: 'completed', imported: count });
  });

  it('ends with a clear refusal when its reader falls silent', async () => {
    await test.restart({ reader: { memoryMb: 256, stallMs: 1 } });
    const organisation = test.organisation();
    expect(await organisation.import('long.xml', long)).toMatchObject({ state: 'refused', problem: { code: 'reader_stalled' } });
    expect(await organisation.transactions()).toEqual([]);
  });

  it('is given up after three attempts that took the whole process with them', async () => {
    await test.restart({ importWorkers: 0 });
    const organisation = test.organisation();
    const { body } = await organisation.upload('long.xml', long);
    await test.onlooker.query('update bank_import.import_job set attempts = 3');
    await test.restart();
    expect(await organisation.done(body.statementFile.statementFileId)).toMatchObject({ state: 'refused', problem: { code: 'reader_failed', message: 'reading the file ended the service 3 times' } });
  });

  it('is whole after its process was killed in its middle and started again', async () => {
    await test.restart({ importWorkers: 0 });
    const organisation = test.organisation();
    const { body } = await organisation.upload('long.xml', long);
    await slowly();
    const processes = serviceProcesses();
    try {
      const worker = await processes.start('bank-import', { env: test.environment() });
      await inTheMiddle();
      await atFullSpeed();
      await worker.kill();
      for (const until = Date.now() + 60_000; Date.now() < until && (await copying()) !== undefined; ) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await rows('select count(*)::int as stored from bank_import.transaction where organisation_id = $1', organisation)).toEqual([{ stored: 0 }]);
      await worker.restart();
      await expectWhole(organisation, body.statementFile.statementFileId);
    } finally {
      await processes.stopAll();
    }
  });
});
