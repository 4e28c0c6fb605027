import { addDays } from '@lettrage/calendar';
import { type bankImportHttp, type Problem } from '@lettrage/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BankImportUnderTest, imported, type Organisation } from '../../../testing/bank-import-under-test.js';
import { camt, csv, type Entry, iban, mt940, ofx } from '../../../testing/statements.js';

type Duplicate = bankImportHttp.ProbableDuplicate;

let test: BankImportUnderTest;
beforeAll(async () => (test = await BankImportUnderTest.start()));
afterAll(async () => {
  expect(await test.lawsBroken()).toEqual([]);
  await test.stop();
});

const names = ['MACONNERIE GUERIN', 'BOIS DU SUD', 'MENUISERIE PETIT', 'AVIVA FRANCE', 'MERTENS BVBA'];
/** A month with payers, invoices and twins; the references are the bank's, and each format has its own. */
const month: readonly Entry[] = Array.from({ length: 90 }, (_, index): Entry => {
  const date = addDays('2026-10-01', Math.floor(index / 3));
  return index % 9 < 2 ? { date, cents: -490, text: 'FRAIS DE TENUE DE COMPTE' } : { date, cents: 10_000 + 37 * (index % 13), text: `${names[index % names.length]} FACTURE FA2026-${600 + index}` };
});
const withReferences = (prefix: string) => month.map((entry, index): Entry => ({ ...entry, reference: `${prefix}${index}` }));
const formats: Record<string, () => [string, string]> = {
  CSV: () => ['october.csv', csv(month)],
  CAMT: () => ['october.xml', camt({ opening: 0, entries: withReferences('CAM') })],
  MT940: () => ['october.sta', mt940({ opening: 0, entries: withReferences('MTR') })],
};
const line = (date: string, cents: number, text: string) => `${date} ${cents} ${text}`;
const told = month.map(({ date, cents, text }) => line(date, cents, text)).sort();
const money = async (organisation: Organisation) =>
  (await organisation.transactions()).map(({ bookingDate, amount, remittance, counterpartyName }) => line(bookingDate, Number(amount.replace('.', '')), `${counterpartyName ?? ''} ${remittance ?? ''}`.trim())).sort();

async function organisationWithAccount(): Promise<Organisation> {
  const organisation = test.organisation();
  await organisation.post('/bank-accounts', { name: 'Compte', identification: iban, currency: 'EUR' });
  return organisation;
}

const open = async (organisation: Organisation) => (await organisation.get<{ items: Duplicate[] }>('/probable-duplicates')).body.items;

/** What the preview says is what the import does. */
async function previewedImport(organisation: Organisation, filename: string, content: string): Promise<bankImportHttp.StatementFile> {
  const { body: preview } = await organisation.preview(filename, content);
  const file = await organisation.import(filename, content);
  expect([preview.new, preview.known, preview.probableDuplicates, preview.notBooked]).toEqual([file.imported, file.known, file.probableDuplicates, file.notBooked]);
  return file;
}

describe('the same month in two formats', () => {
  const pairs = Object.keys(formats).flatMap((first) => Object.keys(formats).filter((second) => second !== first).map((second) => [first, second] as const));

  it.each(pairs)('%s and then %s: each transaction once, every twin kept, again and again', async (first, second) => {
    const organisation = await organisationWithAccount();
    expect(await previewedImport(organisation, ...formats[first]!())).toMatchObject({ state: 'completed', imported: month.length, known: 0, probableDuplicates: 0 });
    expect(await previewedImport(organisation, ...formats[second]!())).toMatchObject({ state: 'completed', imported: 0, known: month.length, probableDuplicates: 0 });
    expect(await money(organisation)).toEqual(told);
    expect(imported(await organisation.said())).toHaveLength(month.length);
  });

  it('overlapping by half: what is new comes in, once', async () => {
    const organisation = await organisationWithAccount();
    const entries = withReferences('CAM');
    await organisation.import('first.csv', csv(month.slice(0, 60)));
    expect(await previewedImport(organisation, 'second.xml', camt({ from: '2026-10-11', entries: entries.slice(30) }))).toMatchObject({ imported: 30, known: 30, probableDuplicates: 0 });
    expect(await previewedImport(organisation, 'third.xml', camt({ id: 'S3', from: '2026-10-06', entries: entries.slice(15, 80) }))).toMatchObject({ imported: 0, known: 65 });
    expect(await money(organisation)).toEqual(told);
  });

  it('knows a twin that only a later file of the second format has', async () => {
    const organisation = await organisationWithAccount();
    const twin = { date: '2026-10-07', cents: 4900, text: 'ABONNEMENT OCTOBRE' };
    await organisation.import('a.csv', csv([twin]));
    expect(await organisation.import('b.xml', camt({ entries: [{ ...twin, reference: 'A' }] }))).toMatchObject({ imported: 0, known: 1 });
    expect(await organisation.import('c.xml', camt({ id: 'S2', entries: [{ ...twin, reference: 'B' }] }))).toMatchObject({ imported: 1, known: 0 });
    expect(await organisation.transactions()).toHaveLength(2);
  });
});

describe('what cannot be decided', () => {
  const day = '2026-10-07';
  /** The account's CSV of a day tells a payment in words that say nothing; the CAMT has the same amount. */
  async function withDuplicate(): Promise<{ organisation: Organisation; file: bankImportHttp.StatementFile; duplicate: Duplicate }> {
    const organisation = await organisationWithAccount();
    await organisation.import('a.csv', csv([{ date: day, cents: 5000, text: 'REMISE CHEQUES' }, { date: day, cents: 900, text: 'DIVERS' }]));
    const file = await previewedImport(organisation, 'b.xml', camt({ opening: 0, entries: [{ date: day, cents: 5000, text: 'PETIT FA12', reference: 'X1' }, { date: day, cents: 7000, text: 'AVIVA', reference: 'X2' }] }));
    const [duplicate, ...others] = await open(organisation);
    expect(others).toEqual([]);
    return { organisation, file, duplicate: duplicate! };
  }

  it('is held and said: neither imported nor dropped', async () => {
    const { organisation, file, duplicate } = await withDuplicate();
    expect(file).toMatchObject({ imported: 1, known: 0, probableDuplicates: 1, statements: [{ balanced: true }], warnings: expect.arrayContaining([expect.objectContaining({ code: 'entries_held' })]) });
    expect(duplicate).toMatchObject({ state: 'open', amount: '50.00', remittance: 'PETIT FA12', reference: 'X1', filename: 'b.xml', candidates: [{ amount: '50.00', bookingDate: day }], sameAs: null });
    expect((await organisation.transactions()).map(({ amount }) => amount).sort()).toEqual(['50.00', '70.00', '9.00']);
    expect(imported(await organisation.said())).toHaveLength(3);
    // The same entry in a later file of the format is no second question.
    expect(await previewedImport(organisation, 'again.xml', camt({ id: 'S2', entries: [{ date: day, cents: 5000, text: 'PETIT FA12', reference: 'X1' }] }))).toMatchObject({ imported: 0, known: 1, probableDuplicates: 0 });
  });

  it('is the same payment where a person says so, for good', async () => {
    const { organisation, file, duplicate } = await withDuplicate();
    const same = { decision: 'same', transactionId: duplicate.candidates[0]!.transactionId };
    expect(await organisation.post(`/probable-duplicates/${duplicate.transactionId}/decide`, same)).toMatchObject({ status: 200, body: { state: 'same', sameAs: same.transactionId, decidedBy: organisation.caller.userId } });
    expect(await organisation.post(`/probable-duplicates/${duplicate.transactionId}/decide`, same)).toMatchObject({ status: 200, body: { state: 'same' } });
    expect(await organisation.post<Problem>(`/probable-duplicates/${duplicate.transactionId}/decide`, { decision: 'another' })).toMatchObject({ status: 409, body: { code: 'already_decided' } });
    expect((await organisation.get(`/statements/${file.statementFileId}`)).body).toMatchObject({ imported: 1, known: 1, probableDuplicates: 0 });
    expect(await open(organisation)).toEqual([]);
    expect(await organisation.transactions()).toHaveLength(3);
    expect(await organisation.import('again.xml', camt({ id: 'S2', entries: [{ date: day, cents: 5000, text: 'PETIT FA12', reference: 'X1' }] }))).toMatchObject({ imported: 0, known: 1 });
  });

  it('is another payment where a person says so: then it is imported and said', async () => {
    const { organisation, file, duplicate } = await withDuplicate();
    expect(await organisation.post(`/probable-duplicates/${duplicate.transactionId}/decide`, { decision: 'another' })).toMatchObject({ status: 200, body: { state: 'another', sameAs: null } });
    expect((await organisation.get(`/statements/${file.statementFileId}`)).body).toMatchObject({ imported: 2, known: 0, probableDuplicates: 0 });
    expect((await organisation.transactions()).filter(({ amount }) => amount === '50.00')).toHaveLength(2);
    const said = imported(await organisation.said());
    expect(said.at(-1)).toMatchObject({ transactionId: duplicate.transactionId, amount: '50.00', reference: 'X1' });
    expect(await organisation.import('again.xml', camt({ id: 'S2', entries: [{ date: day, cents: 5000, text: 'PETIT FA12', reference: 'X1' }] }))).toMatchObject({ imported: 0, known: 1 });
  });

  it('cannot be the same transaction twice, nor one that nobody asked about', async () => {
    const organisation = await organisationWithAccount();
    await organisation.import('a.csv', csv([{ date: day, cents: 5000, text: 'REMISE CHEQUES' }]));
    await organisation.import('b.xml', camt({ opening: 0, entries: [{ date: day, cents: 5000, text: 'PETIT FA12', reference: 'X1' }, { date: day, cents: 5000, text: 'GUERIN FA13', reference: 'X2' }] }));
    const [one, two] = await open(organisation);
    const same = { decision: 'same', transactionId: one!.candidates[0]!.transactionId };
    expect(await organisation.post<Problem>(`/probable-duplicates/${one!.transactionId}/decide`, { decision: 'same', transactionId: two!.transactionId })).toMatchObject({ status: 404 });
    expect(await organisation.post(`/probable-duplicates/${one!.transactionId}/decide`, same)).toMatchObject({ status: 200 });
    expect(await organisation.post<Problem>(`/probable-duplicates/${two!.transactionId}/decide`, same)).toMatchObject({ status: 409, body: { code: 'candidate_taken' } });
    expect(await test.organisation().post<Problem>(`/probable-duplicates/${two!.transactionId}/decide`, same)).toMatchObject({ status: 404 });
    expect(await test.organisation('reviewer').post<Problem>(`/probable-duplicates/${two!.transactionId}/decide`, same)).toMatchObject({ status: 403 });
  });
});

describe('an announcement', () => {
  it('becomes the booking that says the same, though date and reference are others', async () => {
    const organisation = await organisationWithAccount();
    const pending: Entry = { date: '2026-10-08', cents: 7700, text: 'BOIS DU SUD FA77', status: 'PDNG' };
    await organisation.import('a.xml', camt({ entries: [pending, { ...pending, cents: 8800, text: 'PETIT FA88' }] }));
    const announced = (await organisation.transactions('&status=pending')).find(({ amount }) => amount === '77.00')!;
    const file = await previewedImport(organisation, 'b.xml', camt({ id: 'S2', opening: 0, entries: [{ ...pending, date: '2026-10-10', status: 'BOOK', reference: 'R7' }] }));
    expect(file).toMatchObject({ imported: 1, known: 0 });
    expect(await organisation.transactions()).toMatchObject([{ transactionId: announced.transactionId, status: 'booked', bookingDate: '2026-10-10', reference: 'R7' }]);
    expect(await organisation.transactions('&status=pending')).toMatchObject([{ amount: '88.00' }]);
  });

  it('never doubles an OFX that is downloaded again with other FITIDs, and keeps the twin that one download has', async () => {
    const organisation = test.organisation();
    const entries: Entry[] = [{ date: '2026-10-05', cents: 11_000, text: 'BOIS DU SUD FA1' }, { date: '2026-10-06', cents: -490, text: 'FRAIS' }, { date: '2026-10-06', cents: -490, text: 'FRAIS' }];
    const download = (prefix: string, version = '102') => ofx({ version, entries: entries.map((entry, index) => ({ ...entry, reference: `${prefix}${index}` })) });
    expect(await previewedImport(organisation, 'a.ofx', download('A'))).toMatchObject({ format: 'ofx 102', imported: 3 });
    for (const [name, version] of [['b.ofx', '102'], ['c.qfx', '211']] as const) {
      const again = await previewedImport(organisation, name, download(name, version));
      expect([name, again.imported, again.known + again.probableDuplicates]).toEqual([name, 0, 3]);
    }
    expect(await organisation.transactions()).toHaveLength(3);
    expect(await organisation.import('d.ofx', download('A').replace('SECURITY:NONE', 'SECURITY:TYPE1'))).toMatchObject({ imported: 0, known: 3, probableDuplicates: 0 });
  });

  it('knows an announcement whose booking was imported before it, and takes no other payment for it', async () => {
    const organisation = test.organisation();
    const booked: Entry = { date: '2026-10-10', cents: 7700, text: 'BOIS DU SUD FA77', reference: 'R7' };
    const early: Entry = { date: '2026-10-08', cents: 7700, text: 'BOIS DU SUD FA77', status: 'PDNG' };
    await organisation.import('a.xml', camt({ opening: 0, entries: [booked] }));
    const weekLater: Entry = { ...early, date: '2026-10-15' };
    const file = await previewedImport(organisation, 'late.xml', camt({ id: 'S2', entries: [early, weekLater, { ...early, cents: 8800 }] }));
    expect(file).toMatchObject({ imported: 0, known: 0, notBooked: 3, probableDuplicates: 0 });
    expect((await organisation.transactions('&status=pending')).map(({ bookingDate, amount }) => `${bookingDate} ${amount}`).sort()).toEqual(['2026-10-08 88.00', '2026-10-15 77.00']);
    // What is booked on the day of the announcement is a payment of its own.
    expect(await organisation.import('twin.xml', camt({ id: 'S3', opening: 77, entries: [{ ...early, status: 'BOOK' }] }))).toMatchObject({ imported: 1, known: 0 });
    expect((await organisation.transactions()).map(({ bookingDate }) => bookingDate).sort()).toEqual(['2026-10-08', '2026-10-10']);
  });
});
