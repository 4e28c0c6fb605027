import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type bankImportHttp, type cashHttp, type invoicingHttp, type matchingHttp, type Page } from '@lettrage/contracts';
import { expectBooksToBalance } from '@lettrage/testing';
import { until } from '@lettrage/cli';
import { startTestSystem, type TestSystem } from '../system/running-system.js';
import { camtOf } from '../system/statements.js';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
  await system.owner.send('customers/import', 'id,name,country,iban,vat_id,payment_terms_days\nC1,Maçonnerie Guérin SAS,FR,,,30\nC2,Boulangerie Petit SARL,FR,,,30\n', 'text/csv');
  await system.owner.send(
    'invoices/import',
    'number,customer_id,kind,issue_date,due_date,currency,total,open_amount,structured_reference,order_reference\n' +
      'FA2026-00617,C1,invoice,2026-09-01,2026-10-01,EUR,2296.86,2296.86,,PO212389\nFA2026-00618,C1,invoice,2026-09-02,2026-10-02,EUR,100.00,60.00,,\n' +
      'FA2026-00700,C2,invoice,2026-09-03,2026-10-03,EUR,500.00,500.00,,\nAV2026-00012,C2,credit_note,2026-09-10,2026-09-10,EUR,-50.00,-50.00,,\n',
    'text/csv',
  );
  await until('the figures show the invoices', () => total(), (sum) => sum === '2806.86');
});
afterAll(() => system.stop());

const total = async () => (await system.owner.get<cashHttp.AgedBalance>('aged-balance')).totals[0]?.total;
const entry = async (reference: string) => {
  const pages = await Promise.all((['waiting', 'requested', 'settled', 'set_aside'] as const).map((state) => system.owner.get<Page<matchingHttp.QueueEntry>>(`queue?state=${state}&limit=100`)));
  return pages.flatMap((page) => page.items).find((one) => one.reference === reference);
};
const inState = (reference: string, state: matchingHttp.CaseState) => until(`${reference} is ${state}`, () => entry(reference), (one) => one?.state === state);
const upload = async (id: string, credits: Parameters<typeof camtOf>[1], opening?: string) => {
  const { statementFile } = await system.owner.upload<bankImportHttp.UploadResult>('statements', `${id}.xml`, camtOf(id, credits, opening));
  return until(`${id} is read`, () => system.owner.get<bankImportHttp.StatementFile>(`statements/${statementFile.statementFileId}`), (file) => ['completed', 'refused'].includes(file.state));
};
const item = async (number: string) => (await system.owner.get<Page<invoicingHttp.OpenItem>>(`invoices?state=all&search=${number}`)).items[0]!;

describe('the road of a payment', () => {
  it('a sure payment settles its invoice and moves the aged balance, with nobody asking', async () => {
    const file = await upload('S1', [{ reference: 'T1', amount: '2296.86', name: 'MACONNERIE GUERIN', text: 'FACTURE FA2026-00617' }]);
    expect(file).toMatchObject({ state: 'completed', imported: 1, known: 0, statements: [{ balanced: true, closingBalance: '3296.86' }] });
    expect(await inState('T1', 'settled')).toMatchObject({ decidedBy: 'automatic', proposals: [{ lines: [{ number: 'FA2026-00617', amount: '2296.86' }] }] });
    await until('the aged balance has moved', total, (sum) => sum === '510.00');
    expect(await item('FA2026-00617')).toMatchObject({ open: '0.00' });
  });

  it('an unclear payment waits; a reviewer allocates it freely, netting a credit note, and takes it back', async () => {
    await upload('S2', [{ reference: 'T2', amount: '450.00', name: 'UNKNOWN HOLDING', text: 'ACOMPTE' }], '3296.86');
    const { transactionId } = (await inState('T2', 'waiting'))!;
    const [invoice, note] = [await item('FA2026-00700'), await item('AV2026-00012')];
    const lines = [{ itemId: invoice.itemId, amount: '500.00' }, { itemId: note.itemId, amount: '-50.00' }];
    const confirmed = await system.owner.post<matchingHttp.QueueEntry>(`queue/${transactionId}/confirm`, { lines });
    expect(confirmed).toMatchObject({ state: 'requested', refusal: null });
    await inState('T2', 'settled');
    await until('the aged balance has moved', total, (sum) => sum === '60.00');

    await system.owner.post(`queue/${transactionId}/undo`, {});
    expect(await inState('T2', 'waiting')).toMatchObject({ waitingBecause: 'undone' });
    await until('the aged balance is back', total, (sum) => sum === '510.00');
    const { items } = await system.owner.get<{ items: { amount: string; reverses: string | null }[] }>(`allocations?transactionId=${transactionId}`);
    expect(items.map(({ amount, reverses }) => [amount, reverses !== null])).toEqual([['500.00', false], ['-50.00', false], ['-500.00', true], ['50.00', true]]);
  });

  it('what cannot be is refused at once and changes nothing', async () => {
    const { transactionId } = (await entry('T2'))!;
    const invoice = await item('FA2026-00700');
    await expect(system.owner.post(`queue/${transactionId}/confirm`, { lines: [{ itemId: invoice.itemId, amount: '400.00' }] })).rejects.toThrow(/422 The lines close 400.00 EUR/);
    await expect(system.owner.post(`queue/${transactionId}/confirm`, { lines: [{ itemId: invoice.itemId, amount: '501.00' }], difference: { kind: 'rounding', amount: '51.00' } })).rejects.toThrow(/409 FA2026-00700: 500.00 EUR is open/);
    await expect(system.owner.post(`queue/${transactionId}/confirm`, { rank: 20 })).rejects.toThrow(/409/);
    expect(await entry('T2')).toMatchObject({ state: 'waiting' });
  });

  it('what is no invoice is set aside and can come back', async () => {
    const { transactionId } = (await entry('T2'))!;
    const unidentified = async () => (await system.owner.get<cashHttp.AgedBalance>('aged-balance')).unidentified;
    await until('it counts as unidentified', unidentified, (list) => list[0]?.amount === '450.00');
    await system.owner.post(`queue/${transactionId}/set-aside`, {});
    await until('it does not count any more', unidentified, (list) => list.length === 0 || list[0]!.amount === '0.00');
    await system.owner.post(`queue/${transactionId}/undo`, {});
    await until('it counts again', unidentified, (list) => list[0]?.amount === '450.00');
  });

  it('the same file again is the same file; an overlapping one brings only what is new', async () => {
    const again = await system.owner.upload<bankImportHttp.UploadResult>('statements', 'renamed.xml', camtOf('S1', [{ reference: 'T1', amount: '2296.86', name: 'MACONNERIE GUERIN', text: 'FACTURE FA2026-00617' }]));
    expect(again).toMatchObject({ created: false, statementFile: { filename: 'S1.xml', state: 'completed' } });
    const overlap = await upload('S3', [{ reference: 'T1', amount: '2296.86', name: 'MACONNERIE GUERIN', text: 'FACTURE FA2026-00617' }, { reference: 'T3', amount: '60.00', name: 'MACONNERIE GUERIN', text: 'FA2026-00618' }]);
    expect(overlap).toMatchObject({ imported: 1, known: 1 });
    await inState('T3', 'settled');
  });

  it('twenty confirmations race for one transaction: one wins, nineteen are told', async () => {
    const { transactionId } = (await entry('T2'))!;
    const invoice = await item('FA2026-00700');
    const note = await item('AV2026-00012');
    const lines = [{ itemId: invoice.itemId, amount: '500.00' }, { itemId: note.itemId, amount: '-50.00' }];
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => system.owner.post(`queue/${transactionId}/confirm`, { lines })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []));
    expect(refusals.filter((text) => /409 This transaction was decided by/.test(text))).toHaveLength(19);
    await inState('T2', 'settled');
  });

  it('and the books balance', async () => {
    await expectBooksToBalance(system.administratorUrl);
  });
});
