import { type Problem } from '@lettrage/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BankImportUnderTest } from '../../../testing/bank-import-under-test.js';
import { camt, credits, csv, type Entry, iban } from '../../../testing/statements.js';

let test: BankImportUnderTest;
beforeAll(async () => (test = await BankImportUnderTest.start()));
afterAll(() => test.stop());

describe('a preview', () => {
  it('stores nothing, and agrees with the import that follows', async () => {
    const organisation = test.organisation();
    const announced: Entry = { date: '2026-10-30', cents: 7700, text: 'VIREMENT', reference: 'P1', status: 'PDNG' };
    const twin = { date: '2026-10-05', cents: 4900, text: 'ABONNEMENT' };
    const files = [
      camt({ id: 'S1', opening: 0, entries: [twin, announced, ...credits(30)] }),
      camt({ id: 'S2', from: '2026-11-01', to: '2026-11-30', opening: 5, entries: [twin, twin, { ...announced, status: 'BOOK' }, ...credits(30, 25)] }),
    ];
    for (const [index, file] of files.entries()) {
      const { status, body: preview } = await organisation.preview(`${index}.xml`, file);
      expect(status).toBe(200);
      expect((await organisation.get<{ items: unknown[] }>('/statements')).body.items).toHaveLength(index);
      const imported = await organisation.import(`${index}.xml`, file);
      expect({ new: preview.new, known: preview.known, held: preview.probableDuplicates, notBooked: preview.notBooked }).toEqual({ new: imported.imported, known: imported.known, held: imported.probableDuplicates, notBooked: imported.notBooked });
      expect([preview.format, preview.statements, preview.warnings.map((problem) => ({ ...problem, settled: false }))]).toEqual([imported.format, imported.statements, imported.warnings]);
      const stored = await organisation.transactions(`&statementFileId=${imported.statementFileId}`);
      const newRows = preview.rows.filter((row) => !row.known && row.status === 'booked');
      expect(newRows).toMatchObject(stored.slice(0, newRows.length).map(({ reference, bookingDate, amount, remittance, status }) => ({ reference, bookingDate, amount, remittance, status })));
      expect(preview.rows).toHaveLength(20);
    }
  });

  it('shows which rows are known', async () => {
    const organisation = test.organisation();
    await organisation.import('a.xml', camt({ opening: 0, entries: credits(2) }));
    const { body } = await organisation.preview('b.csv', csv([...credits(3, 2)]));
    expect(body).toMatchObject({ new: 2, known: 1, notBooked: 0 });
    expect(body.rows.map(({ reference, known, status }) => [reference, known, status])).toEqual([['BKR2', true, 'booked'], ['BKR3', false, 'booked'], ['BKR4', false, 'booked']]);
  });

  it('creates no account', async () => {
    const organisation = test.organisation();
    expect((await organisation.preview('a.xml', camt({ opening: 0, entries: credits(2) }))).body).toMatchObject({ new: 2, known: 0, statements: [{ account: iban }] });
    expect((await organisation.get('/bank-accounts')).body).toMatchObject({ items: [] });
    expect(await organisation.said()).toEqual([]);
  });

  it('answers a file that cannot be imported with a problem that says where and what to do', async () => {
    const organisation = test.organisation();
    const cut = await organisation.send<Problem>('/statements/preview', 'cut.xml', camt({ entries: credits(9) }).slice(0, -900));
    expect(cut).toMatchObject({ status: 422, body: { code: 'invalid_file', remedy: expect.stringContaining('download it again'), errors: [{ where: expect.stringMatching(/line \d+/), message: expect.stringContaining('xml_truncated') }], fault: { sentence: { id: 'xml_ends_inside' } } } });
    expect(cut.body).toMatchObject({
      type: '/docs/errors/xml_truncated.md',
      fault: {
        code: 'xml_truncated', place: { line: expect.any(Number), column: expect.any(Number), path: expect.stringContaining('/Document/') },
        explanation: expect.stringContaining('ends before its elements are closed'), remedy: expect.stringContaining('download it again'), page: '/docs/errors/xml_truncated.md',
      },
    });
    expect(await organisation.send<Problem>('/statements/preview', 'x.bin', new Uint8Array(300))).toMatchObject({ status: 422, body: { code: 'unsupported_format' } });
    expect(await organisation.send<Problem>('/statements/preview', 'a.csv', csv(credits(3)))).toMatchObject({ status: 422, body: { code: 'account_needed' } });
    expect(await organisation.send<Problem>('/statements/preview', 'empty', '')).toMatchObject({ status: 422, body: { code: 'invalid_file' } });
  });
});
