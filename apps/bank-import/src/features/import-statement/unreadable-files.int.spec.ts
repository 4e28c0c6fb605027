import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BankImportUnderTest } from '../../../testing/bank-import-under-test.js';
import { camt, credits, csv, iban, otherIban } from '../../../testing/statements.js';

let test: BankImportUnderTest;
beforeAll(async () => (test = await BankImportUnderTest.start()));
afterAll(() => test.stop());

const whole = camt({ opening: 0, entries: credits(2000) });
const doctype = whole.replace('<Document', '<!DOCTYPE Document [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<Document');

describe('a file that cannot be imported', () => {
  it.each([
    ['a truncated XML', 'cut.xml', whole.slice(0, -2500), { code: 'xml_truncated', where: expect.stringMatching(/line \d+/) }],
    ['a document type', 'doctype.xml', doctype, { code: 'doctype_refused', where: expect.stringContaining('line 2') }],
    ['a CSV without amounts', 'names.csv', 'Date;Libellé;Commentaire\n01/10/2026;VIR GUERIN;Lyon\n02/10/2026;VIR MERTENS;Gent\n', { code: 'no_amount_column' }],
    ['zeros', 'zeros.bin', new Uint8Array(5000), { code: 'unknown_format' }],
    ['an unknown currency', 'currency.xml', camt({ currency: 'ZZZ', entries: credits(2) }), { code: 'unknown_currency' }],
    ['a picture', 'photo.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...Array.from({ length: 999 }, (_, index) => (index * 37) % 251)]), { code: expect.any(String) }],
    ['a wrong amount at its end', 'amount.xml', whole.replace(/(.*<Amt Ccy="EUR">)[\d.]+/s, '$112,5O'), { code: 'bad_amount', where: expect.stringContaining('Ntry') }],
  ])('%s is refused by name, leaves nothing half, and the next upload works', async (_, filename, content, problem) => {
    const organisation = test.organisation();
    const refused = await organisation.import(filename, content);
    expect(refused).toMatchObject({ state: 'refused', imported: 0, statements: [], problem: { ...problem, message: expect.stringMatching(/\w/), remedy: expect.stringMatching(/\w{3}/) } });
    expect(await organisation.transactions()).toEqual([]);
    expect((await organisation.get('/bank-accounts')).body).toMatchObject({ items: [] });
    const said = await organisation.said();
    expect(said).toEqual([
      { name: 'bank-import.statement-refused.v1', payload: { statementFileId: refused.statementFileId, filename, code: refused.problem!.code, detail: refused.problem!.message, remedy: refused.problem!.remedy } },
    ]);
    const leftovers = await test.onlooker.query(
      `select 'statement' from bank_import.statement where organisation_id = $1 union all select 'transaction' from bank_import.transaction where organisation_id = $1
       union all select 'job' from bank_import.import_job where organisation_id = $1`,
      [organisation.caller.organisationId],
    );
    expect(leftovers.rows).toEqual([]);
    expect(await organisation.import('good.xml', camt({ opening: 0, entries: credits(3) }))).toMatchObject({ state: 'completed', imported: 3 });
  });

  it('is refused where its account is not evident, is another one, or has another currency', async () => {
    const organisation = test.organisation();
    const account = async (identification: string, currency: string) => (await organisation.post<{ bankAccountId: string }>('/bank-accounts', { name: identification, identification, currency })).body.bankAccountId;
    const euros = await account(iban, 'EUR');
    await account(otherIban, 'USD');
    expect(await organisation.import('silent.csv', csv(credits(3)))).toMatchObject({ state: 'refused', problem: { code: 'account_needed', message: 'the file does not say which account it is of, and there are 2 accounts' } });
    expect(await organisation.import('other.xml', camt({ account: otherIban, currency: 'USD', entries: credits(3) }), `?bankAccountId=${euros}`)).toMatchObject({ state: 'refused', problem: { code: 'account_differs' } });
    expect(await organisation.import('euros.xml', camt({ account: otherIban, entries: credits(3) }))).toMatchObject({
      state: 'refused', problem: { code: 'account_currency_differs', message: `the statement is in EUR, and the account ${otherIban} is in USD` },
    });
    expect(await organisation.transactions()).toEqual([]);
    expect(await organisation.import('silent.csv', csv(credits(4)), `?bankAccountId=${euros}`)).toMatchObject({ state: 'completed', imported: 4 });
  });
});
