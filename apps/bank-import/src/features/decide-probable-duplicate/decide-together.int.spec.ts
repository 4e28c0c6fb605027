import { type bankImportHttp, type Problem } from '@lettrage/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BankImportUnderTest, imported, type Organisation } from '../../../testing/bank-import-under-test.js';
import { camt, camtBatch, csv, type Entry, iban } from '../../../testing/statements.js';

type Duplicate = bankImportHttp.ProbableDuplicate;
type Files = { items: bankImportHttp.ProbableDuplicateFile[] };

let test: BankImportUnderTest;
beforeAll(async () => (test = await BankImportUnderTest.start()));
afterAll(async () => {
  expect(await test.lawsBroken()).toEqual([]);
  await test.stop();
});

const day = '2026-10-07';
const nextDay = '2026-10-08';
/** Words that say nothing: nobody can tell from them whether two lines are one payment. */
const told: readonly Entry[] = [{ date: day, cents: 5000, text: 'REMISE CHEQUES' }, { date: day, cents: 5000, text: 'REMISE 2' }, { date: nextDay, cents: 7000, text: 'DIVERS' }, { date: nextDay, cents: -300, text: 'FRAIS' }];
const first: readonly Entry[] = [{ date: day, cents: 5000, text: 'PETIT FA12', reference: 'X1' }, { date: day, cents: 5000, text: 'GUERIN FA13', reference: 'X2' }, { date: day, cents: 5000, text: 'AVIVA FA14', reference: 'X3' }];
const second: readonly Entry[] = [{ date: nextDay, cents: 7000, text: 'MERTENS FA15', reference: 'Y1' }, { date: nextDay, cents: -300, text: 'BOIS DU SUD', reference: 'Y2' }, { date: nextDay, cents: 9000, text: 'NEW', reference: 'Y3' }];

const openOf = async (organisation: Organisation) => (await organisation.get<{ items: Duplicate[] }>('/probable-duplicates?limit=100')).body.items;
const decidedOf = async (organisation: Organisation) => (await organisation.get<{ items: Duplicate[] }>('/probable-duplicates?limit=100&state=decided')).body.items;
const files = async (organisation: Organisation) => (await organisation.get<Files>('/probable-duplicates/files')).body.items;
const fileOf = async (organisation: Organisation, id: string) => (await organisation.get<bankImportHttp.StatementFile>(`/statements/${id}`)).body;
const decide = (organisation: Organisation, body: object) => organisation.post<bankImportHttp.DecidedDuplicates>('/probable-duplicates/decide', body);

/** A CAMT of two statements against a CSV of the same days: three entries for two lines, and two for two. */
async function withDuplicates(): Promise<{ organisation: Organisation; statementFileId: string }> {
  const organisation = test.organisation();
  await organisation.post('/bank-accounts', { name: 'Compte', identification: iban, currency: 'EUR' });
  await organisation.import('told.csv', csv(told));
  const file = await organisation.import('two.xml', camt({ id: 'S1', from: day, to: day, entries: first }, { id: 'S2', from: nextDay, to: nextDay, entries: second }));
  expect([file.state, file.probableDuplicates, file.imported]).toEqual(['completed', 5, 1]);
  return { organisation, statementFileId: file.statementFileId };
}

describe('the probable duplicates of a file', () => {
  it('are counted by file and statement, with their money', async () => {
    const { organisation, statementFileId } = await withDuplicates();
    expect(await files(organisation)).toEqual([
      {
        statementFileId, filename: 'two.xml', open: 5,
        statements: [
          { statement: 0, statementId: 'S1', from: day, to: day, open: 3, currency: 'EUR', credits: '150.00', debits: '0.00' },
          { statement: 1, statementId: 'S2', from: nextDay, to: nextDay, open: 2, currency: 'EUR', credits: '70.00', debits: '3.00' },
        ],
      },
    ]);
    expect(await files(test.organisation())).toEqual([]);
  });

  it('are the same payments together: each another transaction, and what none is left for stays open', async () => {
    const { organisation, statementFileId } = await withDuplicates();
    expect(await decide(organisation, { statementFileId, decision: 'same' })).toMatchObject({ status: 200, body: { decided: 4, left: 1 } });
    const decided = await decidedOf(organisation);
    expect(decided.map(({ state, decidedBy, decidedAt }) => [state, decidedBy, decidedAt !== null])).toEqual(Array.from({ length: 4 }, () => ['same', organisation.caller.userId, true]));
    expect(new Set(decided.map(({ sameAs }) => sameAs)).size).toBe(4);
    for (const { sameAs, candidates } of decided) expect(candidates.map(({ transactionId }) => transactionId)).toContain(sameAs);
    expect((await openOf(organisation)).map(({ reference }) => reference)).toEqual(['X3']);
    expect(await fileOf(organisation, statementFileId)).toMatchObject({ imported: 1, known: 4, probableDuplicates: 1 });
    expect(await organisation.transactions()).toHaveLength(5);
    expect(await decide(organisation, { statementFileId, decision: 'same' })).toMatchObject({ status: 200, body: { decided: 0, left: 1 } });
    // For good: the same entries in a later file are no question any more.
    expect(await organisation.import('again.xml', camt({ id: 'S3', from: nextDay, to: nextDay, entries: second }))).toMatchObject({ imported: 0, known: 3, probableDuplicates: 0 });
  });

  it('are other payments together, of one statement: then these are imported and said', async () => {
    const { organisation, statementFileId } = await withDuplicates();
    expect(await decide(organisation, { statementFileId, statement: 1, decision: 'another' })).toMatchObject({ status: 200, body: { decided: 2, left: 0 } });
    expect((await openOf(organisation)).map(({ reference }) => reference)).toEqual(['X1', 'X2', 'X3']);
    expect(await fileOf(organisation, statementFileId)).toMatchObject({ imported: 3, known: 0, probableDuplicates: 3 });
    expect(imported(await organisation.said()).slice(-2).map(({ reference, amount }) => [reference, amount])).toEqual([['Y1', '70.00'], ['Y2', '-3.00']]);
    expect((await organisation.transactions()).filter(({ reference }) => reference === 'Y1')).toHaveLength(1);
  });

  it('are decided once, whoever decides at the same time one by one and together', async () => {
    const { organisation, statementFileId } = await withDuplicates();
    const before = await openOf(organisation);
    const answers = await Promise.all([
      ...before.map(({ transactionId }) => organisation.post<Duplicate | Problem>(`/probable-duplicates/${transactionId}/decide`, { decision: 'another' })),
      decide(organisation, { statementFileId, decision: 'same' }),
      decide(organisation, { statementFileId, decision: 'same' }),
    ]);
    const together = answers.slice(before.length).map(({ body }) => (body as bankImportHttp.DecidedDuplicates).decided);
    const alone = answers.slice(0, before.length).filter(({ status }) => status === 200).length;
    expect(answers.slice(0, before.length).every(({ status }) => status === 200 || status === 409)).toBe(true);
    const left = (await openOf(organisation)).length;
    expect(alone + together[0]! + together[1]! + left).toBe(before.length);
    const file = await fileOf(organisation, statementFileId);
    expect([file.imported + file.known + file.probableDuplicates, file.probableDuplicates]).toEqual([6, left]);
    expect(await organisation.transactions()).toHaveLength(5 + alone);
    expect(imported(await organisation.said())).toHaveLength(5 + alone);
  });

  it('that are payments of a bulk booking are that booking, and never other payments beside it', async () => {
    const organisation = test.organisation();
    await organisation.post('/bank-accounts', { name: 'Compte', identification: iban, currency: 'EUR' });
    await organisation.import('a.csv', csv([{ date: day, cents: 50_000, text: 'REMISE PRELEVEMENTS' }]));
    const { statementFileId } = await organisation.import('054.xml', camtBatch('054', { date: day, reference: 'BULK1', payments: [{ cents: 20_000, text: 'A' }, { cents: 30_000, text: 'B' }] }));
    expect(await decide(organisation, { statementFileId, decision: 'another' })).toMatchObject({ status: 200, body: { decided: 0, left: 2 } });
    expect(await decide(organisation, { statementFileId, decision: 'same' })).toMatchObject({ status: 200, body: { decided: 2, left: 0 } });
    expect((await organisation.transactions()).map(({ amount }) => amount)).toEqual(['500.00']);
    expect(await fileOf(organisation, statementFileId)).toMatchObject({ imported: 0, known: 2, probableDuplicates: 0 });
  });

  it('are decided by an accountant of the organisation, of a file that is there', async () => {
    const { organisation, statementFileId } = await withDuplicates();
    expect(await decide(test.organisation(), { statementFileId, decision: 'same' })).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await decide(test.organisation('reviewer'), { statementFileId, decision: 'same' })).toMatchObject({ status: 403 });
    expect(await decide(organisation, { statementFileId, decision: 'replace' })).toMatchObject({ status: 400, body: { code: 'invalid_body' } });
    expect(await openOf(organisation)).toHaveLength(5);
  });
});
