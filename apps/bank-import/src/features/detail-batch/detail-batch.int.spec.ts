import { type bankImportHttp, type Problem, transactionReleased } from '@lettrage/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BankImportUnderTest, imported, type Organisation } from '../../../testing/bank-import-under-test.js';
import { zip } from '../../../../../libs/bank-formats/testing/built-files.js';
import { type Batch, camtBatch, csv, iban } from '../../../testing/statements.js';

type Duplicate = bankImportHttp.ProbableDuplicate;

let test: BankImportUnderTest;
beforeAll(async () => (test = await BankImportUnderTest.start()));
afterAll(async () => {
  expect(await test.lawsBroken()).toEqual([]);
  await test.stop();
});

const batch: Batch = {
  date: '2026-10-05', reference: 'BULK1', paymentInformationId: 'PI1',
  payments: [{ cents: 10_000, text: 'GUERIN FA1', endToEndId: 'E1' }, { cents: 20_000, text: 'PETIT FA2', endToEndId: 'E2' }, { cents: 20_000, text: 'PETIT FA2', endToEndId: 'E2' }],
};
const duplicates = async (organisation: Organisation, state = 'open') => (await organisation.get<{ items: Duplicate[] }>(`/probable-duplicates?state=${state}`)).body.items;
const amounts = async (organisation: Organisation) => (await organisation.transactions()).map(({ amount }) => amount).sort();
const names = async (organisation: Organisation) => (await organisation.said()).map(({ name }) => name.replace('bank-import.', ''));
const answer = (organisation: Organisation, transactionId: string, statementFileId: string, released: boolean) => organisation.hears(transactionReleased, { transactionId, statementFileId, released });

/** Whether each warning of a bulk booking without its payments is settled, as the page of the file and the list have it. */
async function bareBatches(organisation: Organisation, statementFileId: string): Promise<boolean[]> {
  const page = (await organisation.get<bankImportHttp.StatementFile>(`/statements/${statementFileId}`)).body;
  const listed = (await organisation.get<{ items: bankImportHttp.StatementFile[] }>('/statements')).body.items.find((file) => file.statementFileId === statementFileId);
  expect(listed!.warnings).toEqual(page.warnings);
  return page.warnings.filter(({ code }) => code === 'batch_without_details').map(({ settled }) => settled);
}

async function wholeAndDetails(details: Batch = batch): Promise<{ organisation: Organisation; whole: bankImportHttp.Transaction; file: bankImportHttp.StatementFile }> {
  const organisation = test.organisation();
  const statement = await organisation.import('053.xml', camtBatch('053', batch));
  expect(statement).toMatchObject({ imported: 1, statements: [{ balanced: true, credits: '500.00' }], warnings: [{ code: 'batch_without_details' }] });
  const [whole] = await organisation.transactions();
  return { organisation, whole: whole!, file: await organisation.import('054.xml', camtBatch('054', details)) };
}

describe('a notification with the payments of a bulk booking that is known', () => {
  it('asks whether the booking is free, and then takes its place: no cent twice, none lost', async () => {
    const { organisation, whole, file } = await wholeAndDetails();
    expect(file).toMatchObject({ imported: 0, known: 0, probableDuplicates: 3 });
    expect(await amounts(organisation)).toEqual(['500.00']);
    expect((await organisation.said()).find(({ name }) => name.includes('batch'))).toEqual({ name: 'bank-import.batch-detailed.v1', payload: { transactionId: whole.transactionId, statementFileId: file.statementFileId, amount: '500.00', currency: 'EUR', payments: 3 } });
    expect(await duplicates(organisation)).toMatchObject([{ amount: '100.00', batchOf: whole.transactionId, candidates: [{ transactionId: whole.transactionId }] }, { amount: '200.00' }, { amount: '200.00' }]);

    expect(await bareBatches(organisation, whole.statementFileId)).toEqual([false]);
    await answer(organisation, whole.transactionId, file.statementFileId, true);
    expect(await bareBatches(organisation, whole.statementFileId)).toEqual([true]);
    expect(await amounts(organisation)).toEqual(['100.00', '200.00', '200.00']);
    expect((await organisation.get(`/transactions/${whole.transactionId}`)).body).toMatchObject({ status: 'superseded' });
    expect((await organisation.get(`/statements/${file.statementFileId}`)).body).toMatchObject({ imported: 3, known: 0, probableDuplicates: 0 });
    expect((await names(organisation)).slice(-2)).toEqual(['transaction-superseded.v1', 'transactions-imported.v1']);
    expect(imported(await organisation.said()).slice(1).map(({ amount, endToEndId }) => `${amount} ${endToEndId}`)).toEqual(['100.00 E1', '200.00 E2', '200.00 E2']);
    // Said once more, it changes nothing; and each file again is known.
    await answer(organisation, whole.transactionId, file.statementFileId, true);
    expect(await organisation.import('053-again.xml', camtBatch('053', batch).replace('<MsgId>B053', '<MsgId>again'))).toMatchObject({ imported: 0, known: 1 });
    expect(await organisation.import('054-again.xml', camtBatch('054', batch).replace('<MsgId>B054', '<MsgId>again'))).toMatchObject({ imported: 0, known: 3 });
    expect(await organisation.import('day.csv', csv([{ date: batch.date, cents: 50_000, text: 'REMISE BULK1', reference: 'BULK1' }]))).toMatchObject({ imported: 0, known: 1 });
    expect(await amounts(organisation)).toEqual(['100.00', '200.00', '200.00']);
  });

  it('is found by the customer’s own id where the bank gives no reference', async () => {
    const organisation = test.organisation();
    const { reference: _, ...unnamed } = batch;
    await organisation.import('053.xml', camtBatch('053', unnamed));
    expect(await organisation.import('054.xml', camtBatch('054', { ...unnamed, reference: 'OTHER', date: '2026-10-06' }))).toMatchObject({ imported: 0, probableDuplicates: 3 });
    expect(await organisation.import('055.xml', camtBatch('054', { ...batch, paymentInformationId: 'PI9', reference: 'BULK9', date: '2026-10-06' }))).toMatchObject({ imported: 3, probableDuplicates: 0 });
  });

  it('that do not add up to it to the cent are payments of their own', async () => {
    const { organisation, file } = await wholeAndDetails({ ...batch, payments: [{ cents: 49_999, text: 'A' }, { cents: 2, text: 'B' }] });
    expect(file).toMatchObject({ imported: 2, probableDuplicates: 0 });
    expect(await names(organisation)).not.toContain('batch-detailed.v1');
  });

  it('waits, with a warning, where the booking has been allocated; and is known as it where a person says so', async () => {
    const { organisation, whole, file } = await wholeAndDetails();
    await answer(organisation, whole.transactionId, file.statementFileId, false);
    const { body } = await organisation.get<{ items: bankImportHttp.StatementWarning[] }>('/statement-warnings');
    expect(body.items).toMatchObject([{ state: 'open', statementFileId: file.statementFileId, problem: { code: 'batch_allocated', message: '3 payments of a bulk booking of 500.00 EUR (2026-10-05) wait, because the booking as a whole has been decided' } }]);
    expect(await amounts(organisation)).toEqual(['500.00']);

    const [first] = await duplicates(organisation);
    expect(await organisation.post(`/probable-duplicates/${first!.transactionId}/decide`, { decision: 'same', transactionId: whole.transactionId })).toMatchObject({ status: 200, body: { state: 'same' } });
    expect(await duplicates(organisation)).toEqual([]);
    expect(await duplicates(organisation, 'decided')).toHaveLength(3);
    expect((await organisation.get(`/statements/${file.statementFileId}`)).body).toMatchObject({ imported: 0, known: 3, probableDuplicates: 0 });
    expect((await organisation.get<{ items: unknown[] }>('/statement-warnings')).body.items).toEqual([]);
    expect(await amounts(organisation)).toEqual(['500.00']);
  });

  it('takes its place after the allocation was undone, when someone asks for it', async () => {
    const { organisation, whole, file } = await wholeAndDetails();
    await answer(organisation, whole.transactionId, file.statementFileId, false);
    const [first] = await duplicates(organisation);
    expect(await organisation.post(`/probable-duplicates/${first!.transactionId}/decide`, { decision: 'replace' })).toMatchObject({ status: 200, body: { state: 'open' } });
    expect((await names(organisation)).filter((name) => name === 'batch-detailed.v1')).toHaveLength(2);
    await answer(organisation, whole.transactionId, file.statementFileId, true);
    expect(await amounts(organisation)).toEqual(['100.00', '200.00', '200.00']);
    expect((await organisation.get<{ items: unknown[] }>('/statement-warnings')).body.items).toEqual([]);
    expect(await organisation.post<Problem>(`/probable-duplicates/${first!.transactionId}/decide`, { decision: 'replace' })).toMatchObject({ status: 409 });
  });
});

describe('a bulk booking', () => {
  it('whose payments came first is known', async () => {
    const organisation = test.organisation();
    expect(await organisation.import('054.xml', camtBatch('054', batch))).toMatchObject({ imported: 3 });
    expect((await organisation.preview('053.xml', camtBatch('053', batch))).body).toMatchObject({ new: 0, known: 1, warnings: [] });
    expect(await organisation.import('053.xml', camtBatch('053', batch))).toMatchObject({ imported: 0, known: 1, warnings: [] });
    expect(await organisation.import('again.xml', camtBatch('053', batch, { id: 'again' }))).toMatchObject({ imported: 0, known: 1, warnings: [] });
    expect(await amounts(organisation)).toEqual(['100.00', '200.00', '200.00']);
  });

  it('of which nothing else has told is said to be without its payments, however often it comes', async () => {
    const { organisation } = await wholeAndDetails({ ...batch, reference: 'BULK9', paymentInformationId: 'PI9' });
    const again = await organisation.import('again.xml', camtBatch('053', batch, { id: 'again' }));
    expect(again).toMatchObject({ imported: 0, known: 1, warnings: [{ code: 'batch_without_details', settled: false }] });
  });

  it('that comes in one archive with its payments is superseded at once', async () => {
    const organisation = test.organisation();
    const member = (name: string, text: string) => ({ name, content: new TextEncoder().encode(text) });
    const archive = new Uint8Array(zip([member('053.xml', camtBatch('053', batch)), member('054.xml', camtBatch('054', batch))]));
    expect((await organisation.preview('both.zip', archive)).body).toMatchObject({ new: 4, known: 0, probableDuplicates: 0 });
    expect(await organisation.import('both.zip', archive)).toMatchObject({ imported: 4, known: 0, probableDuplicates: 0, warnings: [], statements: [{ credits: '500.00' }, { credits: '500.00' }] });
    expect(await amounts(organisation)).toEqual(['100.00', '200.00', '200.00']);
    expect(imported(await organisation.said())).toHaveLength(3);
    expect(await organisation.transactions('&status=superseded')).toMatchObject([{ amount: '500.00' }]);
  });

  it('that a CSV told as a line is one for the notification that follows, surely or maybe', async () => {
    const organisation = test.organisation();
    await organisation.post('/bank-accounts', { name: 'Compte', identification: iban, currency: 'EUR' });
    await organisation.import('a.csv', csv([{ date: batch.date, cents: 50_000, text: 'REMISE PRELEVEMENTS' }]));
    const file = await organisation.import('054.xml', camtBatch('054', batch));
    expect(file).toMatchObject({ imported: 0, probableDuplicates: 3, warnings: [{ code: 'entries_held', settled: false }] });
    expect(await names(organisation)).not.toContain('batch-detailed.v1');
    const [first] = await duplicates(organisation);
    expect(await organisation.post(`/probable-duplicates/${first!.transactionId}/decide`, { decision: 'replace' })).toMatchObject({ status: 200 });
    await answer(organisation, first!.batchOf!, file.statementFileId, true);
    expect(await amounts(organisation)).toEqual(['100.00', '200.00', '200.00']);
    expect((await organisation.get(`/statements/${file.statementFileId}`)).body).toMatchObject({ warnings: [{ code: 'entries_held', settled: true }] });
  });
});
