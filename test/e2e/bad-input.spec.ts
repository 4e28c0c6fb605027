import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type bankImportHttp, type Page, type Problem } from '@lettrage/contracts';
import { expectBooksToBalance } from '@lettrage/testing';
import { until } from '@lettrage/cli';
import { startTestSystem, type TestSystem } from '../system/running-system.js';
import { camtOf } from '../system/statements.js';

const limitBytes = 2_000_000;

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem({ LETTRAGE_UPLOAD_LIMIT_BYTES: String(limitBytes) });
});
afterAll(() => system.stop());

const text = (content: string) => new Uint8Array(new TextEncoder().encode(content));
const read = (id: string) => until('the file is read', () => system.owner.get<bankImportHttp.StatementFile>(`statements/${id}`), ({ state }) => state === 'completed' || state === 'refused');
const sound = new TextDecoder().decode(camtOf('SOUND', [{ reference: 'R1', amount: '12.00' }]));

async function refusal(filename: string, bytes: Uint8Array<ArrayBuffer>): Promise<bankImportHttp.FileProblem | string> {
  try {
    const { statementFile } = await system.owner.upload<bankImportHttp.UploadResult>('statements', filename, bytes);
    const file = await read(statementFile.statementFileId);
    return file.problem ?? `accepted: ${JSON.stringify(file)}`;
  } catch (error) {
    return (error as Error).message;
  }
}
const transactions = async () => (await system.owner.get<Page<bankImportHttp.Transaction>>('transactions')).items;

describe('a bad statement file is refused with where, what and what to do, and stores nothing', () => {
  it.each([
    ['truncated XML', 'truncated.xml', text(sound.slice(0, sound.indexOf('</Ntry>')))],
    ['a DOCTYPE', 'doctype.xml', text(sound.replace('<Document', '<!DOCTYPE Document [<!ENTITY a "b">]>\n<Document'))],
    ['a CSV without an amount column', 'no-amount.csv', text('Date;Libellé;Remarque\n01/10/2026;VIREMENT;bonjour\n02/10/2026;VIREMENT;bonsoir\n')],
    ['zeros', 'zeros.bin', new Uint8Array(4096)],
    ['an unknown currency', 'currency.xml', text(sound.replaceAll('"EUR"', '"ZZZ"').replaceAll('<Ccy>EUR', '<Ccy>ZZZ'))],
    ['an empty file', 'empty.csv', new Uint8Array()],
  ])('%s', async (_name, filename, bytes) => {
    const problem = await refusal(filename, bytes);
    if (typeof problem === 'string') expect(problem).toMatch(/^POST \/api\/statements: 4\d\d .+ \(.+\)$/);
    else {
      expect(problem.code).toMatch(/^[a-z_]+$/);
      expect(problem.message.length).toBeGreaterThan(10);
      expect(problem.remedy.length).toBeGreaterThan(10);
    }
    expect(await transactions()).toEqual([]);
  });

  it('says where in the file', async () => {
    expect(await refusal('truncated2.xml', text(sound.slice(0, sound.indexOf('</Ntry>') - 9)))).toMatchObject({ where: expect.stringMatching(/line \d+|\/.*Ntry/) });
  });

  it('over the limit: at once, without reading it to the end', async () => {
    await expect(system.owner.upload('statements', 'large.csv', new Uint8Array(limitBytes * 3))).rejects.toThrow(/413/);
  });

  it('and the next upload works', async () => {
    const { statementFile } = await system.owner.upload<bankImportHttp.UploadResult>('statements', 'sound.xml', text(sound));
    expect(await read(statementFile.statementFileId)).toMatchObject({ state: 'completed', imported: 1 });
  });
});

describe('the same file twenty times at once', () => {
  it('is one import with one id', async () => {
    const bytes = camtOf('TWENTY', [{ reference: 'R2', amount: '5.00' }, { reference: 'R3', amount: '5.00' }], '1012.00');
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => system.owner.upload<bankImportHttp.UploadResult>('statements', `copy-${index}.xml`, bytes)));
    expect(new Set(answers.map(({ statementFile }) => statementFile.statementFileId)).size).toBe(1);
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    expect(await read(answers[0]!.statementFile.statementFileId)).toMatchObject({ imported: 2, known: 0 });
    expect((await transactions()).map(({ reference }) => reference).sort()).toEqual(['R1', 'R2', 'R3']);
  });
});

describe('bad bodies', () => {
  const head = 'number,customer_id,kind,issue_date,due_date,currency,total,open_amount,structured_reference,order_reference\n';
  it('an invoice number twice, in a file or against what is there', async () => {
    await system.owner.send('customers/import', 'id,name,country,iban,vat_id,payment_terms_days\nC1,A,FR,,,30\n', 'text/csv');
    const row = 'F1,C1,invoice,2026-09-01,2026-10-01,EUR,10.00,10.00,,\n';
    await expect(system.owner.send('invoices/import', head + row + row, 'text/csv')).rejects.toThrow(/422 invoices.csv:3: column "number": invoice "F1" already stands on line 2/);
    await system.owner.send('invoices/import', head + row, 'text/csv');
    await expect(system.owner.send('invoices/import', `${head}F0,C1,invoice,2026-09-01,2026-10-01,EUR,10.00,10.00,,\n${row}`, 'text/csv')).rejects.toThrow(/409 Numbers that are there already: F1/);
    expect((await system.owner.get<Page<unknown>>('invoices')).items).toHaveLength(1);
  });

  it.each([
    ['customers', { number: 'C9' }, 400],
    ['invoices', { number: 'F9', customerId: 'nobody', issueDate: '2026-02-30', dueDate: '2026-03-01', currency: 'EUX', total: '1,50' }, 400],
    ['queue/not-a-transaction/confirm', { rank: 1 }, 404],
    ['bank-accounts', { name: '', identification: 'x', currency: 'euro' }, 400],
  ])('%s answers a problem document', async (path, body, status) => {
    const response = await system.owner.raw('POST', path, JSON.stringify(body), 'application/json');
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect((await response.json()) as Problem).toMatchObject({ status, code: expect.any(String), detail: expect.any(String), title: expect.any(String), type: expect.stringMatching(/^\/docs\/errors\/\w+\.md/) });
  });

  it('and the books balance', async () => {
    await expectBooksToBalance(system.administratorUrl);
  });
});
