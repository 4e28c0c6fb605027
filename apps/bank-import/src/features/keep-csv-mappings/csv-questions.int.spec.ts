import { type bankImportHttp, problem, type Problem } from '@lettrage/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BankImportUnderTest, type Organisation } from '../../../testing/bank-import-under-test.js';
import { iban } from '../../../testing/statements.js';

let test: BankImportUnderTest;
beforeAll(async () => (test = await BankImportUnderTest.start()));
afterAll(async () => {
  expect(await test.lawsBroken()).toEqual([]);
  await test.stop();
});

/** Days and months that could be each other, in a file that says nothing else of its dates. */
const unclear = (amount: string) => `Date,Description,Amount\n03/04/2026,GUERIN FA12,${amount}\n04/03/2026,PETIT FA13,20.00\n`;
type Kept = { items: bankImportHttp.KeptCsvMapping[] };

async function withAccount(): Promise<{ organisation: Organisation; bankAccountId: string }> {
  const organisation = test.organisation();
  const { body } = await organisation.post<bankImportHttp.BankAccount>('/bank-accounts', { name: 'Compte', identification: iban, currency: 'EUR' });
  return { organisation, bankAccountId: body.bankAccountId };
}

const dates = async (organisation: Organisation) => (await organisation.transactions()).map(({ bookingDate }) => bookingDate).sort();

describe('a CSV that does not decide how it is read', () => {
  it('is previewed with its questions, and refused with them when it is imported', async () => {
    const { organisation } = await withAccount();
    const { status, body: preview } = await organisation.preview('a.csv', unclear('10.00'));
    expect([status, preview.keptMapping, preview.new]).toEqual([200, false, 2]);
    expect(preview.questions).toMatchObject([{ code: 'date_order', readings: [{ value: expect.stringMatching(/dmy|mdy/) }, { value: expect.stringMatching(/dmy|mdy/) }], examples: expect.arrayContaining(['03/04/2026']) }]);
    expect(preview.mapping).toMatchObject({ delimiter: ',', decimalSign: '.', columns: [{ title: 'Date', role: 'bookingDate' }, { title: 'Description', role: 'label' }, { title: 'Amount', role: 'amount' }] });

    const file = await organisation.import('a.csv', unclear('10.00'));
    expect(file).toMatchObject({ state: 'refused', imported: 0, problem: { code: 'questions_open' } });
    expect([file.questions, file.mapping]).toEqual([preview.questions, preview.mapping]);
    expect(await organisation.transactions()).toEqual([]);
    expect((await organisation.said()).map(({ name, payload }) => [name, payload.code])).toEqual([['bank-import.statement-refused.v1', 'questions_open']]);
  });

  it('is answered at once with its questions, kept, and answered without being sent again', async () => {
    const { organisation } = await withAccount();
    const { body: preview } = await organisation.preview('a.csv', unclear('10.00'));
    const { status, body } = await organisation.send<Problem>('/statements', 'a.csv', unclear('10.00'));
    expect([status, body.code, body.fault?.code, body.statementFile?.state]).toEqual([422, 'questions_open', 'questions_open', 'refused']);
    expect([body.statementFile?.questions, body.statementFile?.mapping]).toEqual([preview.questions, preview.mapping]);
    expect(problem.parse(body).statementFile).toEqual((await organisation.get(`/statements/${body.statementFile!.statementFileId}`)).body);
    expect(await organisation.transactions()).toEqual([]);

    expect(await organisation.send<Problem>('/statements', 'again.csv', unclear('10.00'))).toMatchObject({ status: 422, body: { statementFile: { statementFileId: body.statementFile!.statementFileId, filename: 'again.csv' } } });
    await organisation.post(`/statements/${body.statementFile!.statementFileId}/answer`, { answers: { dateOrder: 'dmy' } });
    expect(await organisation.done(body.statementFile!.statementFileId)).toMatchObject({ state: 'completed', imported: 2 });
    // What asks nothing is as it was, and has been read meanwhile.
    expect(await organisation.upload('b.csv', unclear('10.50'))).toMatchObject({ status: 202, body: { created: true, statementFile: { state: 'completed', imported: 1, known: 1 } } });
  });

  it('is accepted, and refused later, where the import cannot come to it in time', async () => {
    const { organisation } = await withAccount();
    const busy = await test.onlooker.connect();
    await test.restart({ questionsWithinMs: 300 });
    try {
      await busy.query('begin');
      await busy.query(`select pg_advisory_xact_lock(hashtextextended('lettrage import ' || $1, 0))`, [organisation.caller.organisationId]); // as an import that runs
      const { status, body } = await organisation.upload('a.csv', unclear('10.00'));
      expect([status, body.statementFile.state, body.statementFile.questions]).toEqual([202, 'received', []]);
      await busy.query('commit');
      expect(await organisation.done(body.statementFile.statementFileId)).toMatchObject({ state: 'refused', problem: { code: 'questions_open' }, questions: [{ code: 'date_order' }] });
    } finally {
      busy.release();
      await test.restart();
    }
  });

  it('is imported as answered, and the next file with this header is read so without being asked', async () => {
    const { organisation, bankAccountId } = await withAccount();
    const refused = await organisation.import('a.csv', unclear('10.00'));
    const answered = await organisation.previewAnswered('a.csv', unclear('10.00'), { dateOrder: 'mdy' });
    expect(answered.body).toMatchObject({ questions: [], rows: [{ bookingDate: '2026-03-04' }, { bookingDate: '2026-04-03' }] });
    const again = await organisation.post(`/statements/${refused.statementFileId}/answer`, { answers: { dateOrder: 'mdy' } });
    expect(again).toMatchObject({ status: 202, body: { statementFileId: refused.statementFileId, state: 'received', questions: [] } });
    expect(await organisation.done(refused.statementFileId)).toMatchObject({ state: 'completed', imported: 2, questions: [], problem: null });
    expect(await dates(organisation)).toEqual(['2026-03-04', '2026-04-03']);

    const { body: kept } = await organisation.get<Kept>(`/bank-accounts/${bankAccountId}/csv-mappings`);
    expect(kept.items).toMatchObject([{ version: 1, mapping: { dateOrder: 'mdy' }, keptBy: organisation.caller.userId, lastUsedAt: null }]);
    const { body: preview } = await organisation.preview('b.csv', unclear('11.00'));
    expect(preview).toMatchObject({ questions: [], keptMapping: true, new: 1, known: 1 });
    expect(await organisation.import('b.csv', unclear('11.00'))).toMatchObject({ state: 'completed', imported: 1, known: 1 });
    expect((await organisation.get<Kept>(`/bank-accounts/${bankAccountId}/csv-mappings`)).body.items).toMatchObject([{ version: 1, lastUsedAt: expect.any(String) }]);
  });

  it('is imported with answers that come with the upload', async () => {
    const { organisation } = await withAccount();
    const { status, body } = await organisation.uploadAnswered('a.csv', unclear('10.00'), { dateOrder: 'dmy' });
    expect(status).toBe(202);
    expect(await organisation.done(body.statementFile.statementFileId)).toMatchObject({ state: 'completed', imported: 2 });
    expect((await organisation.transactions()).find(({ amount }) => amount === '10.00')).toMatchObject({ bookingDate: '2026-04-03' });
    expect(await organisation.uploadAnswered('b.csv', unclear('12.00'), { dateOrder: 'ydm' })).toMatchObject({ status: 400, body: { code: 'invalid_body', errors: [{ where: 'dateOrder' }] } });
  });

  it('keeps mappings that can be changed and forgotten, by those who may, of their own accounts', async () => {
    const { organisation, bankAccountId } = await withAccount();
    const { body } = await organisation.uploadAnswered('a.csv', unclear('10.00'), { dateOrder: 'dmy' });
    await organisation.done(body.statementFile.statementFileId);
    const path = `/bank-accounts/${bankAccountId}/csv-mappings`;
    const [kept] = (await organisation.get<Kept>(path)).body.items;
    expect((await test.organisation().get<Problem>(path)).status).toBe(404);
    expect(await organisation.put(`${path}/${kept!.signature}`, { ...kept!.mapping, dateOrder: 'mdy' })).toMatchObject({ status: 200, body: { version: 2, mapping: { dateOrder: 'mdy' } } });
    expect((await organisation.preview('b.csv', unclear('13.00'))).body).toMatchObject({ keptMapping: true, rows: [{ bookingDate: '2026-03-04' }, { bookingDate: '2026-04-03' }] });
    expect(await organisation.put<Problem>(`${path}/nothing`, kept!.mapping)).toMatchObject({ status: 404 });
    expect((await organisation.delete(`${path}/${kept!.signature}`)).status).toBe(204);
    expect((await organisation.delete(`${path}/${kept!.signature}`)).status).toBe(404);
    expect((await organisation.preview('b.csv', unclear('13.00'))).body).toMatchObject({ keptMapping: false, questions: [{ code: 'date_order' }] });
  });

  it('answers nothing about a file that is not refused, or is not there', async () => {
    const { organisation } = await withAccount();
    const { body } = await organisation.uploadAnswered('a.csv', unclear('10.00'), { dateOrder: 'dmy' });
    await organisation.done(body.statementFile.statementFileId);
    const path = `/statements/${body.statementFile.statementFileId}/answer`;
    expect(await organisation.post<Problem>(path, { answers: { dateOrder: 'mdy' } })).toMatchObject({ status: 409, body: { code: 'already_decided' } });
    expect(await test.organisation().post<Problem>(path, {})).toMatchObject({ status: 404 });
  });

  it('whose columns are not understood asks for them, in the preview and where it is refused, and is imported with the corrected mapping', async () => {
    const { organisation, bankAccountId } = await withAccount();
    const padded = (amount: string) => `Quand;Quoi;Combien;Devise\n23/06/2026;VIR GUERIN FA12;${amount};EUR\n24/06/2026;VIR PETIT FA13;000900,50;EUR\n`;
    const { status, body: refusal } = await organisation.send<Problem>('/statements/preview', 'a.csv', padded('000120,00'));
    expect([status, refusal.code, refusal.fault?.code]).toEqual([422, 'invalid_file', 'no_amount_column']);
    expect(refusal.asks).toMatchObject({ questions: [{ code: 'columns', rows: [['23/06/2026', 'VIR GUERIN FA12', '000120,00', 'EUR'], expect.anything()] }], mapping: { columns: [{ title: 'Quand', role: 'bookingDate' }, {}, { title: 'Combien', role: 'ignored' }, {}] } });

    const file = await organisation.import('a.csv', padded('000120,00'));
    expect(file).toMatchObject({ state: 'refused', problem: { code: 'no_amount_column' }, ...refusal.asks });
    const corrected = { ...file.mapping!, columns: file.mapping!.columns.map((column) => (column.title === 'Combien' ? { ...column, role: 'amount' as const } : column)) };
    expect((await organisation.previewAnswered('a.csv', padded('000120,00'), { mapping: corrected })).body).toMatchObject({ questions: [], new: 2, rows: [{ amount: '120.00' }, { amount: '900.50' }] });
    expect(await organisation.post(`/statements/${file.statementFileId}/answer`, { answers: { mapping: corrected } })).toMatchObject({ status: 202 });
    expect(await organisation.done(file.statementFileId)).toMatchObject({ state: 'completed', imported: 2, questions: [] });
    expect((await organisation.get<Kept>(`/bank-accounts/${bankAccountId}/csv-mappings`)).body.items).toMatchObject([{ mapping: { columns: corrected.columns } }]);
    expect(await organisation.import('b.csv', padded('000130,00'))).toMatchObject({ state: 'completed', imported: 1, known: 1 });
  });

  it('whose dates cannot be read in the order that was said is refused with its rows, and imported in the order that reads them', async () => {
    const { organisation } = await withAccount();
    const text = 'Quand;Quoi;Combien\n10/02/2026;VIR GUERIN FA12;120,00\n10/25/2026;VIR PETIT FA13;900,50\n';
    const roles = ['bookingDate', 'label', 'amount'] as const;
    const mapping: bankImportHttp.CsvMapping = {
      encoding: 'utf-8', delimiter: ';', backslashEscapes: false, headerRecord: 1, columns: roles.map((role, at) => ({ title: ['Quand', 'Quoi', 'Combien'][at]!, role })), dateOrder: 'dmy', decimalSign: ',',
      currency: 'EUR', debitIsSigned: false, positiveIsDebit: false,
    };
    const refused = (await organisation.previewAnswered('a.csv', text, { mapping })).body as unknown as Problem;
    expect(refused).toMatchObject({ status: 422, fault: { code: 'bad_date', where: 'record 3' }, asks: { questions: [{ code: 'date_order', readings: [{ value: 'mdy' }], unread: [{ record: 3, cell: '10/25/2026' }] }], mapping } });
    expect(refused.detail).toContain('records 3 "10/25/2026"; as month, day, year all can: choose that order');
    const { body } = await organisation.uploadAnswered('a.csv', text, { mapping });
    const file = await organisation.done(body.statementFile.statementFileId);
    expect(file).toMatchObject({ state: 'refused', problem: { code: 'bad_date' }, ...refused.asks });
    const answers = { dateOrder: 'mdy' as const, mapping: { ...file.mapping!, dateOrder: 'mdy' as const } };
    expect(await organisation.post(`/statements/${file.statementFileId}/answer`, { answers })).toMatchObject({ status: 202 });
    expect(await organisation.done(file.statementFileId)).toMatchObject({ state: 'completed', imported: 2, questions: [] });
    expect(await dates(organisation)).toEqual(['2026-10-02', '2026-10-25']);
    expect(await organisation.import('b.csv', text.replace('10/25', '10/26').replace('900', '901'))).toMatchObject({ state: 'completed', imported: 1, known: 1 });
  });

  it('without a currency takes that of its account', async () => {
    const organisation = test.organisation();
    await organisation.post('/bank-accounts', { name: 'Konto', identification: 'CH9300762011623852957', currency: 'CHF' });
    expect(await organisation.import('a.csv', 'Date;Description;Amount\n23/04/2026;GUERIN FA12;10,00\n')).toMatchObject({ state: 'completed', imported: 1, statements: [{ currency: 'CHF' }] });
  });
});
