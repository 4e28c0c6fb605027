import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type bankImportHttp, type cashHttp, type matchingHttp, type Page } from '@lettrage/contracts';
import { expectBooksToBalance } from '@lettrage/testing';
import { until } from '@lettrage/cli';
import { startTestSystem, type TestSystem } from '../system/running-system.js';
import { bulk } from '../system/statements.js';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
  await system.owner.send('customers/import', 'id,name,country,iban,vat_id,payment_terms_days\nC1,Maçonnerie Guérin SAS,FR,,,30\nC2,Boulangerie Petit SARL,FR,,,30\n', 'text/csv');
  await system.owner.send(
    'invoices/import',
    'number,customer_id,kind,issue_date,due_date,currency,total,open_amount,structured_reference,order_reference\n' +
      'FA2026-00617,C1,invoice,2026-09-01,2026-10-01,EUR,100.00,100.00,,\nFA2026-00700,C2,invoice,2026-09-03,2026-10-03,EUR,200.00,200.00,,\nFA2026-00800,C2,invoice,2026-09-03,2026-10-03,EUR,300.00,300.00,,\n',
    'text/csv',
  );
  await until('the figures show the invoices', total, (sum) => sum === '600.00');
});
afterAll(() => system.stop());

const total = async () => (await system.owner.get<cashHttp.AgedBalance>('aged-balance')).totals[0]?.total;
const unidentified = async () => (await system.owner.get<cashHttp.AgedBalance>('aged-balance')).unidentified.map(({ amount }) => amount);
const cases = async (state: string) => (await system.owner.get<Page<matchingHttp.QueueEntry>>(`queue?state=${state}&limit=100`)).items.map(({ amount }) => amount).sort();

describe('a bulk booking that a notification details later', () => {
  const payments = [{ amount: '100.00', text: 'FACTURE FA2026-00617' }, { amount: '200.00', text: 'FACTURE FA2026-00700' }];

  it('is replaced by its payments, which settle their invoices; its money counts once at every moment', async () => {
    await system.owner.upload('statements', '053.xml', bulk('053', 'BULK1', payments));
    await until('the booking waits', () => cases('waiting'), (amounts) => amounts.join() === '300.00');
    await until('it is a receipt of nobody', unidentified, (amounts) => amounts.join() === '300.00');
    await system.owner.upload('statements', '054.xml', bulk('054', 'BULK1', payments));
    await until('the payments are settled', () => cases('settled'), (amounts) => amounts.join() === '100.00,200.00');
    expect(await cases('waiting')).toEqual([]);
    await until('the aged balance has moved', total, (sum) => sum === '300.00');
    await until('nothing is a receipt of nobody', unidentified, (amounts) => amounts.length === 0);
  });

  it('stays where it has been allocated, and its payments wait with a warning until the allocation is undone', async () => {
    await system.owner.upload('statements', '053b.xml', bulk('053', 'BULK2', payments));
    const [bulkCase] = (await until('the booking waits', () => system.owner.get<Page<matchingHttp.QueueEntry>>('queue'), ({ items }) => items.length === 1)).items;
    const [invoice] = (await system.owner.get<Page<{ itemId: string }>>('invoices?search=FA2026-00800')).items;
    await system.owner.post(`queue/${bulkCase!.transactionId}/confirm`, { lines: [{ itemId: invoice!.itemId, amount: '300.00' }] });
    await until('it is settled', () => cases('settled'), (amounts) => amounts.includes('300.00'));
    await system.owner.upload('statements', '054b.xml', bulk('054', 'BULK2', [{ amount: '120.00', text: 'A' }, { amount: '180.00', text: 'B' }]));
    await until('it is said', () => system.owner.get<Page<bankImportHttp.StatementWarning>>('statement-warnings'), ({ items }) => items.some(({ problem }) => problem.code === 'batch_allocated'));
    await until('nothing is open any more', total, (sum) => sum === undefined);
    const [held] = (await system.owner.get<Page<bankImportHttp.ProbableDuplicate>>('probable-duplicates')).items;
    await system.owner.post(`queue/${bulkCase!.transactionId}/undo`, {});
    await until('it waits again', () => cases('waiting'), (amounts) => amounts.join() === '300.00');
    await system.owner.post(`probable-duplicates/${held!.transactionId}/decide`, { decision: 'replace' });
    await until('its payments wait', () => cases('waiting'), (amounts) => amounts.join() === '120.00,180.00');
    await until('they are receipts of nobody', unidentified, (amounts) => amounts.join() === '300.00');
  });

  it('leaves the books in balance', () => expectBooksToBalance(system.administratorUrl));
});
