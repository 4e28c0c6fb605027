import { type bankImportHttp, type Problem, warningExplained } from '@lettrage/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BankImportUnderTest, type Organisation } from '../../../testing/bank-import-under-test.js';
import { camt, type Camt, credits } from '../../../testing/statements.js';

type Warning = bankImportHttp.StatementWarning;

let test: BankImportUnderTest;
beforeAll(async () => (test = await BankImportUnderTest.start()));
afterAll(async () => {
  expect(await test.lawsBroken()).toEqual([]);
  await test.stop();
});

const warnings = async (organisation: Organisation, query = '') => (await organisation.get<{ items: Warning[] }>(`/statement-warnings${query}`)).body.items;
const codes = async (organisation: Organisation, query = '') => (await warnings(organisation, query)).map(({ problem, statementId }) => `${problem.code} ${statementId}`).sort();

const settled = async (organisation: Organisation, statementFileId: string) =>
  (await organisation.get<bankImportHttp.StatementFile>(`/statements/${statementFileId}`)).body.warnings.map((warning) => `${warning.code} ${warning.settled ? 'settled' : 'open'}`);

/** Months that follow one another: each opens where the one before closed, unless told otherwise. */
function month(number: number, more: Partial<Camt> = {}): string {
  const name = String(number).padStart(2, '0');
  return camt({ id: `M${name}`, from: `2026-${name}-01`, to: `2026-${name}-28`, opening: number * 1000, closing: number * 1000 + 1000, entries: [{ ...credits(1, number)[0]!, date: `2026-${name}-10`, cents: 1000 }], ...more });
}

describe('a gap between statements', () => {
  it('stays visible until the missing statement comes, and then clears itself', async () => {
    const organisation = test.organisation();
    await organisation.import('1.xml', month(1));
    const file = await organisation.import('3.xml', month(3));
    expect(file.warnings).toMatchObject([{ code: 'balance_gap', settled: false }]);
    expect(await warnings(organisation)).toMatchObject([
      { statementFileId: file.statementFileId, filename: '3.xml', statementId: 'M03', from: '2026-03-01', to: '2026-03-28', state: 'open', note: null, problem: { code: 'balance_gap', message: expect.stringContaining('10.00 EUR more'), remedy: expect.stringContaining('import the missing statement') } },
    ]);
    await organisation.import('4.xml', month(4));
    expect(await codes(organisation)).toEqual(['balance_gap M03']);
    await organisation.import('2.xml', month(2));
    expect(await codes(organisation)).toEqual([]);
    expect(await warnings(organisation, '?state=cleared')).toMatchObject([{ statementId: 'M03', state: 'cleared', clearedAt: expect.any(String) }]);
    expect(await settled(organisation, file.statementFileId)).toEqual(['balance_gap settled']);
  });

  it('that a later import tears open is raised on the statement that follows', async () => {
    const organisation = test.organisation();
    await organisation.import('1.xml', month(1));
    await organisation.import('3.xml', month(3, { opening: 2000, closing: 3000 }));
    expect(await codes(organisation)).toEqual([]);
    await organisation.import('2.xml', month(2, { closing: 3500, entries: credits(1, 500).map((entry) => ({ ...entry, date: '2026-02-10' })) }));
    expect(await codes(organisation)).toEqual(['balance_gap M03']);
  });

  it('in the numbers is said where no balances prove that nothing is missing', async () => {
    const organisation = test.organisation();
    const numbered = (number: number, sequence: string, more: Partial<Camt> = {}) => month(number, { sequence, ...more });
    await organisation.import('1.xml', numbered(1, '11'));
    await organisation.import('2.xml', numbered(2, '14'));
    expect(await codes(organisation)).toEqual([]);
    await organisation.import('4.xml', numbered(4, '17', { opening: undefined, closing: undefined }));
    expect(await warnings(organisation)).toMatchObject([{ statementId: 'M04', problem: { code: 'sequence_gap', message: 'the statement has number 17, and numbers 15 to 16 are missing' } }]);
    await organisation.import('3.xml', numbered(3, '16'));
    expect(await codes(organisation)).toEqual([]);
  });
});

describe('a warning', () => {
  it('is explained with a note, by someone who may, and stays explained', async () => {
    const organisation = test.organisation();
    await organisation.import('1.xml', month(1, { closing: 1999 }));
    const [warning] = await warnings(organisation);
    expect(await settled(organisation, warning!.statementFileId)).toEqual(['not_balanced open']);
    expect(warning).toMatchObject({ problem: { code: 'not_balanced', message: 'the opening balance and the entries make 20.00 EUR, and the closing balance is 19.99 EUR', where: 'statement M01' } });
    const path = `/statement-warnings/${warning!.warningId}/explain`;
    expect(await organisation.post(path, { note: ' The bank rounds. ' })).toMatchObject({ status: 200, body: { state: 'explained', note: 'The bank rounds.', explainedBy: organisation.caller.userId, explainedAt: expect.any(String) } });
    expect(await codes(organisation)).toEqual([]);
    expect(await codes(organisation, '?state=explained')).toEqual(['not_balanced M01']);
    expect(await settled(organisation, warning!.statementFileId)).toEqual(['not_balanced settled']);
    const explained = (await organisation.said()).filter(({ name }) => name === warningExplained.name);
    expect(explained.map(({ payload }) => payload)).toEqual([{ warningId: warning!.warningId, statementFileId: warning!.statementFileId, explainedBy: organisation.caller.userId }]);
    expect(await organisation.post<Problem>(path, { note: '' })).toMatchObject({ status: 400 });
    expect(await test.organisation('reviewer').post<Problem>(path, { note: 'x' })).toMatchObject({ status: 403 });
    expect(await test.organisation().post<Problem>(path, { note: 'x' })).toMatchObject({ status: 404 });
    // What follows joins with what the bank said, and brings no second warning.
    await organisation.import('2.xml', month(2, { opening: 1999, closing: 2999 }));
    expect(await codes(organisation, '?state=all')).toEqual(['not_balanced M01']);
  });

  it('of one of two statements of a file is settled without the other', async () => {
    const organisation = test.organisation();
    await organisation.import('1.xml', month(1));
    const both = (first: string, second: string) => first.replace('</BkToCstmrStmt>', second.slice(second.indexOf('<Stmt>'), second.indexOf('</Stmt>') + '</Stmt>'.length) + '</BkToCstmrStmt>');
    const file = await organisation.import('3-and-5.xml', both(month(3), month(5)));
    expect(await settled(organisation, file.statementFileId)).toEqual(['balance_gap open', 'balance_gap open']);
    await organisation.import('4.xml', month(4));
    expect(await settled(organisation, file.statementFileId)).toEqual(['balance_gap open', 'balance_gap settled']);
  });

  it('that has cleared itself needs no explanation', async () => {
    const organisation = test.organisation();
    await organisation.import('1.xml', month(1));
    await organisation.import('3.xml', month(3));
    const [warning] = await warnings(organisation);
    await organisation.import('2.xml', month(2));
    expect(await organisation.post<Problem>(`/statement-warnings/${warning!.warningId}/explain`, { note: 'late' })).toMatchObject({ status: 409, body: { code: 'already_decided' } });
  });
});

it('a copy of a statement is said to be one, and adds nothing', async () => {
  const organisation = test.organisation();
  await organisation.import('1.xml', month(1));
  expect(await organisation.import('copy.xml', month(1, { copy: 'DUPL' }))).toMatchObject({ imported: 0, known: 1, warnings: [{ code: 'copy_of_statement', settled: false }] });
  expect(await organisation.import('code.xml', month(2, { copy: 'CODU' }))).toMatchObject({ imported: 1, warnings: [{ code: 'copy_of_statement', message: expect.stringContaining('CODU') }] });
  expect(await codes(organisation)).toEqual([]);
});
