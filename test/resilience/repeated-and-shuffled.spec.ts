import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type bankImportHttp } from '@lettrage/contracts';
import { expectBooksToBalance } from '@lettrage/testing';
import pg from 'pg';
import { until } from '@lettrage/cli';
import { startTestSystem, type TestSystem } from '../system/running-system.js';
import { uploadCompany, uploadStatement, worldOf } from '../system/upload-world.js';

let system: TestSystem;
let administrator: pg.Client;
beforeAll(async () => {
  system = await startTestSystem();
  administrator = new pg.Client(system.administratorUrl);
  await administrator.connect();
});
afterAll(async () => {
  await administrator.end();
  await system.stop();
});

const tables = [
  'invoicing.customer', 'invoicing.open_item', 'invoicing.payment', 'invoicing.ledger_entry', 'bank_import.transaction', 'bank_import.statement', 'bank_import.statement_file',
  'matching.customer', 'matching.open_item', 'matching.payment_case', 'cash.organisation', 'cash.customer', 'cash.open_item', 'cash.ledger_entry', 'cash.unapplied_cash', 'cash.receipt', 'cash.item_payment',
];

/** Each table's rows as one hash, whatever their order. */
async function state(): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const table of tables) {
    const { rows } = await administrator.query<{ hash: string }>(`select md5(coalesce(string_agg(row_hash, '' order by row_hash), '')) as hash from (select md5(t::text) as row_hash from ${table} t) r`);
    hashes[table] = rows[0]!.hash;
  }
  return hashes;
}

/** Puts every message on the log once more, in an order of chance that `seed` fixes. */
async function deliverAgain(seed: number): Promise<void> {
  await administrator.query(
    `insert into bus.log (event_id, organisation_id, topic, name, key, payload, published_at)
     select event_id, organisation_id, topic, name, key, payload, published_at from (select distinct on (event_id) * from bus.log order by event_id, pos) l order by md5(event_id::text || $1)`,
    [seed],
  );
  await administrator.query('notify lettrage_bus');
}

describe('every message delivered three times, shuffled', () => {
  it('leaves the state of one delivery in order', async () => {
    const world = worldOf(600);
    await uploadCompany(system.owner, world);
    const file = await uploadStatement(system.owner, world);
    await until('the file is read', () => system.owner.get<bankImportHttp.StatementFile>(`statements/${file.statementFileId}`), ({ state }) => state === 'completed');
    await expectBooksToBalance(system.administratorUrl);
    const once = await state();
    await deliverAgain(1);
    await deliverAgain(2);
    await expectBooksToBalance(system.administratorUrl);
    expect(await state()).toEqual(once);
  });

  it('also when the repetitions come while the work is going on', async () => {
    const second = worldOf(600, 22);
    const renumbered = { ...second, invoices: second.invoices.map((invoice) => ({ ...invoice, number: `X${invoice.number}` })) };
    await system.owner.send('invoices/import', 'number,customer_id,kind,issue_date,due_date,currency,total,open_amount,structured_reference,order_reference\n' +
      renumbered.invoices.filter(({ customerId }) => customerId.startsWith('C0000')).map((i) => `${i.number},${i.customerId},${i.kind},${i.issueDate},${i.dueDate},${i.currency},${i.totalMinor / 100n}.00,${i.totalMinor / 100n}.00,,\n`).join(''), 'text/csv');
    for (let seed = 3; seed < 6; seed++) await deliverAgain(seed);
    await expectBooksToBalance(system.administratorUrl);
    const { rows } = await administrator.query<{ parked: string }>('select (select count(*) from matching.parked_message) + (select count(*) from cash.parked_message) + (select count(*) from invoicing.parked_message) as parked');
    expect(rows[0]!.parked).toBe('0');
  });
});
