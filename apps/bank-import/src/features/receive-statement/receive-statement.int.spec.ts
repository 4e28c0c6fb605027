import { type bankImportHttp, type Problem } from '@lettrage/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BankImportUnderTest } from '../../../testing/bank-import-under-test.js';
import { camt, credits, csv, iban, otherIban } from '../../../testing/statements.js';

const limitBytes = 300_000;
let test: BankImportUnderTest;
beforeAll(async () => (test = await BankImportUnderTest.start({ uploadLimitBytes: limitBytes })));
afterAll(() => test.stop());

const rowsOf = async (table: string, organisationId: string) =>
  (await test.onlooker.query<{ count: string }>(`select count(*) from bank_import.${table} where organisation_id = $1`, [organisationId])).rows[0]!.count;

describe('a statement file that arrives', () => {
  it('is one import, however often and however many at once its bytes come', async () => {
    const organisation = test.organisation();
    const file = camt({ opening: 0, entries: credits(40) });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => organisation.upload(`copy-${index}.xml`, file)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 19 }, () => 200), 202]);
    expect(answers.filter(({ body }) => body.created)).toHaveLength(1);
    const ids = new Set(answers.map(({ body }) => body.statementFile.statementFileId));
    expect(ids.size).toBe(1);
    await organisation.done([...ids][0]!);
    expect(await rowsOf('statement_file', organisation.caller.organisationId)).toBe('1');
    expect((await organisation.transactions()).map(({ reference }) => reference).sort()).toEqual(credits(40).map(({ reference }) => reference!).sort());
    expect((await organisation.said()).filter(({ name }) => name === 'bank-import.statement-completed.v1')).toHaveLength(1);

    const later = await organisation.upload('renamed.xml', file);
    expect(later).toMatchObject({ status: 200, body: { created: false, statementFile: { statementFileId: [...ids][0], state: 'completed', imported: 40 } } });
  });

  it('adds nothing when only its line ends differ', async () => {
    const organisation = test.organisation();
    const file = camt({ opening: 0, entries: credits(12) });
    expect(await organisation.import('a.xml', file)).toMatchObject({ state: 'completed', imported: 12, known: 0 });
    expect(await organisation.import('a-crlf.xml', `\uFEFF${file.replaceAll('\n', '\r\n')}`)).toMatchObject({ state: 'completed', imported: 0, known: 12, warnings: [] });
    expect(await organisation.transactions()).toHaveLength(12);
  });

  it('is the same file only within its organisation', async () => {
    const file = camt({ opening: 0, entries: credits(2) });
    const [one, two] = [test.organisation(), test.organisation()];
    const first = await one.import('a.xml', file);
    const second = await two.import('a.xml', file);
    expect(second).toMatchObject({ state: 'completed', imported: 2 });
    expect((await two.get<Problem>(`/statements/${first.statementFileId}`)).status).toBe(404);
  });

  it('is refused over the limit, and nothing of it is kept; the next one works', async () => {
    const organisation = test.organisation();
    const tooLarge = await organisation.send<Problem>('/statements', 'large.xml', new Uint8Array(limitBytes + 1));
    expect(tooLarge).toMatchObject({ status: 413, body: { code: 'file_too_large', detail: `The file is larger than the limit of ${limitBytes} bytes` } });
    expect(await rowsOf('statement_file', organisation.caller.organisationId)).toBe('0');
    expect(await organisation.import('a.xml', camt({ opening: 0, entries: credits(1) }))).toMatchObject({ state: 'completed' });
    // Exactly at the limit it is taken.
    expect((await organisation.upload('zeros.bin', new Uint8Array(limitBytes))).status).toBe(202);
  });

  it('is refused when it is empty, missing, or no form at all', async () => {
    const organisation = test.organisation();
    expect(await organisation.send<Problem>('/statements', 'empty.csv', '')).toMatchObject({ status: 422, body: { code: 'invalid_file', detail: 'The file is empty' } });
    expect(await organisation.post<Problem>('/statements', { file: 'x' })).toMatchObject({ status: 400, body: { code: 'invalid_body', detail: 'The request carries no file' } });
    expect(await rowsOf('statement_file', organisation.caller.organisationId)).toBe('0');
  });

  it('needs the role of an accountant, and an account that exists', async () => {
    const viewer = test.organisation('reviewer');
    expect(await viewer.send<Problem>('/statements', 'a.xml', camt({ entries: credits(1) }))).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
    const accountant = test.organisation();
    const absent = await accountant.send<Problem>('/statements?bankAccountId=0190a5f0-0000-7000-8000-0000000000b1', 'a.xml', camt({ entries: credits(1) }));
    expect(absent).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it('is tried again when it was refused and comes again with its account', async () => {
    const organisation = test.organisation();
    const entries = credits(5);
    const refused = await organisation.import('export.csv', csv(entries));
    expect(refused).toMatchObject({ state: 'refused', problem: { code: 'account_needed', message: 'the file does not say which account it is of, and no account is known yet' } });
    expect(await organisation.transactions()).toEqual([]);
    expect((await organisation.said()).map(({ name, payload }) => [name, payload.code])).toEqual([['bank-import.statement-refused.v1', 'account_needed']]);

    const { body: account } = await organisation.post<bankImportHttp.BankAccount>('/bank-accounts', { name: 'Compte courant', identification: 'FR76 3000 6000 0112 3456 7890 189', currency: 'EUR' });
    expect(account).toMatchObject({ identification: iban });
    await organisation.post('/bank-accounts', { name: 'Zweites Konto', identification: otherIban, currency: 'EUR' });
    const { status, body } = await organisation.upload('export.csv', csv(entries), `?bankAccountId=${account.bankAccountId}`);
    expect([status, body.created, body.statementFile.statementFileId]).toEqual([202, false, refused.statementFileId]);
    expect(await organisation.done(refused.statementFileId)).toMatchObject({ state: 'completed', imported: 5, problem: null });
    expect((await organisation.transactions()).every(({ bankAccountId }) => bankAccountId === account.bankAccountId)).toBe(true);
  });

  it('keeps its bytes', async () => {
    const organisation = test.organisation();
    const file = camt({ opening: 0, entries: credits(30) });
    const { statementFileId, bytes } = await organisation.import('a.xml', file);
    const { zstdDecompressSync } = await import('node:zlib');
    const { rows } = await test.onlooker.query<{ zstd: Buffer }>('select zstd from bank_import.statement_file_chunk where statement_file_id = $1 order by position', [statementFileId]);
    expect(Buffer.concat(rows.map(({ zstd }) => zstdDecompressSync(zstd))).toString()).toBe(file);
    expect(bytes).toBe(Buffer.byteLength(file));
  });
});
