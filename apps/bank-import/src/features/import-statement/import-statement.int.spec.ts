import { addDays } from '@lettrage/calendar';
import { bankAccountOpened, bankImportHttp } from '@lettrage/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BankImportUnderTest, imported, isImported } from '../../../testing/bank-import-under-test.js';
import { camt, credits, csv, type Entry, iban, otherIban } from '../../../testing/statements.js';

let test: BankImportUnderTest;
beforeAll(async () => (test = await BankImportUnderTest.start()));
afterAll(() => test.stop());

const dayOf = (day: number) => addDays('2026-01-01', day % 196);
const references = (transactions: readonly { reference: string | null }[]) => transactions.map(({ reference }) => reference).sort();
const numbers = (entries: readonly Entry[]) => entries.map(({ reference }) => reference!).sort();

/** All that a camt.053 can say of a transaction beside its money and words. */
const furtherDetails = `<Refs><MndtId>M-1</MndtId></Refs><AmtDtls><InstdAmt><Amt Ccy="USD">1000.00</Amt><CcyXchg><SrcCcy>USD</SrcCcy><TrgtCcy>EUR</TrgtCcy><UnitCcy>USD</UnitCcy><XchgRate>0.9214</XchgRate></CcyXchg></InstdAmt></AmtDtls>
  <Chrgs><Rcrd><Amt Ccy="EUR">12.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><ChrgInclInd>true</ChrgInclInd></Rcrd></Chrgs>
  <RltdPties><UltmtDbtr><Pty><Nm>FILIALE "NORD" SAS</Nm></Pty></UltmtDbtr><UltmtCdtr><Pty><Nm>AGENCE LYON</Nm></Pty></UltmtCdtr></RltdPties><Purp><Cd>SUPP</Cd></Purp><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>
  <RmtInf><Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CINV</Cd></CdOrPrtry></Tp><Nb>FA2026-00617</Nb><RltdDt>2026-09-01</RltdDt></RfrdDocInf><RfrdDocAmt><RmtdAmt Ccy="EUR">921.40</RmtdAmt></RfrdDocAmt></Strd>`;

describe('an import', () => {
  it('stores what the file says and says it, in the order of the file', async () => {
    const organisation = test.organisation();
    const entries = [...credits(2), { date: '2026-10-03', cents: -2550, text: 'FRAIS\tDE TENUE \\ COMPTE', reference: 'F1' }];
    const file = await organisation.import('october.xml', camt({ opening: 100_000, entries }));
    expect(file).toMatchObject({
      state: 'completed', filename: 'october.xml', format: 'camt.053.001.08', imported: 3, known: 0, notBooked: 0, warnings: [], problem: null,
      statements: [{ account: iban, currency: 'EUR', statementId: 'S1', from: '2026-10-01', to: '2026-10-31', openingBalance: '1000.00', closingBalance: '994.53', entries: 3, credits: '20.03', debits: '25.50', balanced: true }],
    });
    const { body: accounts } = await organisation.get<{ items: bankImportHttp.BankAccount[] }>('/bank-accounts');
    expect(accounts.items).toEqual([{ bankAccountId: expect.any(String), name: iban, identification: iban, currency: 'EUR', lastBookingDate: '2026-10-03', lastBalance: '994.53' }]);

    const transactions = await organisation.transactions(`&statementFileId=${file.statementFileId}`);
    expect(transactions[2]).toEqual({
      transactionId: expect.any(String), bankAccountId: accounts.items[0]!.bankAccountId, statementFileId: file.statementFileId, status: 'booked', reference: 'F1', bookingDate: '2026-10-03',
      valueDate: '2026-10-03', amount: '-25.50', currency: 'EUR', counterpartyName: null, counterpartyIban: null, remittance: 'FRAIS DE TENUE \\ COMPTE', structuredReferences: [],
      endToEndId: null, mandateId: null, bankTransactionCode: 'PMNT/RCDT/ESCT', reversal: false, returnReason: null,
      originalAmount: null, exchangeRate: null, charges: [], purpose: null, ultimateDebtorName: null, ultimateCreditorName: null, documents: [],
    });
    const said = await organisation.said();
    expect(said.map(({ name }) => name)).toEqual(['bank-import.transactions-imported.v1', 'bank-import.statement-completed.v1']);
    const { bankAccountId, statementFileId, transactions: told } = said[0]!.payload as { bankAccountId: string; statementFileId: string; transactions: { transactionId: string; amount: string }[] };
    expect([bankAccountId, statementFileId]).toEqual([accounts.items[0]!.bankAccountId, file.statementFileId]);
    expect(told.map(({ transactionId, amount }) => [transactionId, amount])).toEqual(transactions.map(({ transactionId, amount }) => [transactionId, amount]));
    expect(said[1]!.payload).toEqual({ statementFileId, filename: 'october.xml', imported: 3, known: 0, notBooked: 0, balanced: true, warnings: 0 });
  });

  it('keeps what the bank says beyond that: original money and rate, charges, purpose, ultimate parties, documents, mandate and reason of return', async () => {
    const organisation = test.organisation();
    const [file, plain] = [
      await organisation.import('usd.xml', camt({ entries: [{ date: '2026-10-02', cents: 92_140, text: 'USD PAYMENT' }] }).replace('<RmtInf>', furtherDetails)),
      await organisation.import('plain.xml', camt({ id: 'S2', entries: [{ date: '2026-10-03', cents: 100, text: 'PLAIN' }] })),
    ];
    const [rich] = await organisation.transactions(`&statementFileId=${file.statementFileId}`);
    expect(rich).toMatchObject({
      mandateId: 'M-1', returnReason: 'AC04', originalAmount: { amount: '1000.00', currency: 'USD' }, exchangeRate: { source: 'USD', target: 'EUR', unit: 'USD', rate: '0.9214' },
      charges: [{ amount: '12.50', currency: 'EUR', included: true }], purpose: 'SUPP', ultimateDebtorName: 'FILIALE "NORD" SAS', ultimateCreditorName: 'AGENCE LYON',
      documents: [{ type: 'CINV', number: 'FA2026-00617', date: '2026-09-01', amount: '921.40', currency: 'EUR' }],
    });
    expect(imported(await organisation.said()).map((said) => [said.remittance, said.ultimateDebtorName, 'ultimateDebtorName' in said])).toEqual([[rich!.remittance, 'FILIALE "NORD" SAS', true], ['PLAIN', undefined, false]]);
    const { body: one } = await organisation.get<bankImportHttp.Transaction>(`/transactions/${rich!.transactionId}`);
    expect(bankImportHttp.transaction.parse(one)).toEqual(rich);
    const [poor] = await organisation.transactions(`&statementFileId=${plain.statementFileId}`);
    expect(poor).toMatchObject({ mandateId: null, originalAmount: null, exchangeRate: null, charges: [], purpose: null, ultimateDebtorName: null, ultimateCreditorName: null, documents: [] });
    const { rows } = await test.onlooker.query<{ details: unknown }>('select details from bank_import.transaction where transaction_id = $1', [poor!.transactionId]);
    expect(rows).toEqual([{ details: null }]);
  });

  it('says a long file in messages of 500, in its order, and nothing that was known', async () => {
    const organisation = test.organisation();
    await organisation.import('first.xml', camt({ entries: credits(300) }));
    const file = await organisation.import('long.xml', camt({ entries: credits(1500) }));
    expect(file).toMatchObject({ imported: 1200, known: 300 });
    const messages = (await organisation.said()).filter((event) => isImported(event) && event.payload.statementFileId === file.statementFileId);
    expect(messages.map((message) => imported([message]).length)).toEqual([500, 500, 200]);
    expect(imported(messages).map(({ reference }) => reference)).toEqual(credits(1200, 301).map(({ reference }) => reference));
  });

  it('brings each transaction of overlapping files once, and every genuine twin', async () => {
    const organisation = test.organisation();
    const twin = { date: '2026-10-05', cents: 4900, text: 'ABONNEMENT OCTOBRE' };
    const first = [twin, twin, ...credits(6)];
    const second = [...credits(6, 4), twin, twin, twin];
    expect(await organisation.import('first.xml', camt({ entries: first }))).toMatchObject({ imported: 8, known: 0 });
    expect(await organisation.import('second.xml', camt({ entries: second }))).toMatchObject({ imported: 4, known: 5 });
    const stored = await organisation.transactions();
    expect(references(stored.filter(({ reference }) => reference !== null))).toEqual(numbers(credits(9)));
    expect(stored.filter(({ remittance }) => remittance === twin.text)).toHaveLength(3);
  });

  it('makes of a dozen statements that overlap by half, and of the same period as CSV, each transaction once', async () => {
    const organisation = test.organisation();
    const twins = Array.from({ length: 40 }, (_, index) => ({ date: dayOf(index * 7), cents: 1900 + (index % 3), text: 'ABONNEMENT MENSUEL' }));
    const truth = [...credits(120).map((entry, index) => ({ ...entry, date: dayOf(index * 5) })), ...twins, ...twins].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    let brought = 0;
    for (let week = 0; week < 12; week++) {
      const covered = truth.filter(({ date }) => date >= dayOf(week * 14) && date < dayOf(week * 14 + 28));
      const file = await organisation.import(`week-${week}.xml`, camt({ id: `W${week}`, from: dayOf(week * 14), to: dayOf(week * 14 + 27), entries: covered }));
      expect(file.imported + file.known).toBe(covered.length);
      brought += file.imported;
    }
    const seen = truth.filter(({ date }) => date < dayOf(11 * 14 + 28));
    expect(brought).toBe(seen.length);
    expect(await organisation.import('all.csv', csv(truth))).toMatchObject({ imported: truth.length - seen.length, known: seen.length });
    const line = (date: string, cents: number, text: string) => `${date} ${cents} ${text}`;
    const stored = (await organisation.transactions()).map(({ bookingDate, amount, remittance }) => line(bookingDate, Number(amount.replace('.', '')), remittance!));
    expect(stored.sort()).toEqual(truth.map(({ date, cents, text }) => line(date, cents, text)).sort());
  });

  it('knows the lines of a CSV again in the CAMT of the same account, by the bank’s references', async () => {
    const organisation = test.organisation();
    await organisation.post('/bank-accounts', { name: 'Compte', identification: iban, currency: 'EUR' });
    expect(await organisation.import('october.csv', csv(credits(20)))).toMatchObject({ state: 'completed', format: expect.stringContaining('csv'), imported: 20 });
    expect(await organisation.import('october.xml', camt({ opening: 0, entries: credits(25) }))).toMatchObject({ imported: 5, known: 20 });
    expect(references(await organisation.transactions())).toEqual(numbers(credits(25)));
  });

  it('keeps announced entries apart until they are booked, and then makes no twin of them', async () => {
    const organisation = test.organisation();
    const announced: Entry = { date: '2026-10-30', cents: 7700, text: 'VIREMENT ANNONCE', reference: 'P1', status: 'PDNG' };
    const booked: Entry = { ...announced, status: 'BOOK' };
    const first = await organisation.import('first.xml', camt({ opening: 0, entries: [announced, ...credits(1), { ...announced, reference: 'I1', status: 'INFO' }] }));
    expect(first).toMatchObject({ imported: 1, known: 0, notBooked: 2, statements: [{ entries: 1, balanced: true }] });
    expect(references(await organisation.transactions())).toEqual(['BKR1']);
    const [pending] = await organisation.transactions('&status=pending');
    expect(pending).toMatchObject({ reference: 'P1', amount: '77.00', status: 'pending' });

    const second = await organisation.import('second.xml', camt({ entries: [booked, ...credits(1)] }));
    expect(second).toMatchObject({ imported: 1, known: 1, notBooked: 0 });
    const now = (await organisation.transactions()).find(({ reference }) => reference === 'P1');
    expect(now).toEqual({ ...pending, status: 'booked', statementFileId: second.statementFileId });
    expect(await organisation.transactions('&status=pending')).toEqual([]);
    const told = imported(await organisation.said());
    expect(references(told)).toEqual(['BKR1', 'P1']);

    // The older export, uploaded late, announces nothing anew; a twin that is announced while the first is booked is one more.
    expect(await organisation.import('late.xml', camt({ id: 'S9', entries: [announced] }))).toMatchObject({ imported: 0, known: 0, notBooked: 1 });
    expect(await organisation.import('third.xml', camt({ id: 'S3', entries: [announced, booked] }))).toMatchObject({ imported: 0, known: 1, notBooked: 1 });
    expect(await organisation.transactions('&status=pending')).toHaveLength(1);
    expect(await organisation.import('fourth.xml', camt({ id: 'S4', entries: [booked] }))).toMatchObject({ imported: 0, known: 1 });
    expect(await organisation.import('fifth.xml', camt({ id: 'S5', entries: [booked, booked] }))).toMatchObject({ imported: 1, known: 1 });
    expect(await organisation.transactions('&status=pending')).toEqual([]);
    expect((await organisation.transactions()).filter(({ amount }) => amount === '77.00')).toHaveLength(2);
  });

  it('says how far a long file is, ends with its end, and takes no longer for what is known already', async () => {
    const organisation = test.organisation();
    await organisation.import('small.xml', camt({ entries: credits(1) }));
    await organisation.import('medium.xml', camt({ entries: credits(1000) }));
    const file = await organisation.import('long.xml', camt({ opening: 0, entries: credits(25_000) }));
    const said = (await organisation.saidAtAll()).filter((event) => !isImported(event));
    expect(said.at(-1)).toMatchObject({ name: 'bank-import.statement-completed.v1', payload: { imported: 24_000, known: 1000 } });
    const progress = said.filter(({ name, payload }) => name === 'bank-import.statement-progressed.v1' && payload.statementFileId === file.statementFileId).map(({ payload }) => payload as { statementFileId: string; bytesRead: number; bytesTotal: number; transactions: number });
    expect(progress.length).toBeGreaterThan(0);
    expect(new Set(progress.map(({ statementFileId, bytesTotal }) => `${statementFileId} ${bytesTotal}`))).toEqual(new Set([`${file.statementFileId} ${file.bytes}`]));
    expect(progress.map(({ bytesRead }) => bytesRead)).toEqual(progress.map(({ bytesRead }) => bytesRead).sort((a, b) => a - b));
    expect(progress.every(({ bytesRead, bytesTotal, transactions }) => bytesRead <= bytesTotal && transactions > 0 && transactions <= 25_000)).toBe(true);
  });

  it('says once of each account that it was opened, whoever opened it', async () => {
    const organisation = test.organisation();
    const byHand = () => organisation.post('/bank-accounts', { name: 'Compte', identification: otherIban, currency: 'EUR' });
    expect(await byHand()).toMatchObject({ status: 201 });
    expect(await byHand()).toMatchObject({ status: 409 });
    await organisation.import('one.xml', camt({ id: 'A', opening: 0, entries: credits(1) }));
    await organisation.import('two.xml', camt({ id: 'B', opening: 1001, entries: credits(2).slice(1) }, { id: 'C', account: otherIban, opening: 500, entries: credits(1) }));
    const { body } = await organisation.get<{ items: bankImportHttp.BankAccount[] }>('/bank-accounts');
    const opened = (await organisation.saidAtAll()).filter(({ name }) => name === bankAccountOpened.name);
    expect(opened.map(({ payload }) => payload)).toEqual([otherIban, iban].map((account) => ({ bankAccountId: body.items.find(({ identification }) => identification === account)!.bankAccountId })));
  });

  it('tells the accounts of a file apart', async () => {
    const organisation = test.organisation();
    const file = await organisation.import('two.xml', camt({ id: 'A', opening: 0, entries: credits(3) }, { id: 'B', account: otherIban, opening: 500, entries: credits(3) }));
    expect(file).toMatchObject({ imported: 6, statements: [{ account: iban }, { account: otherIban }] });
    const { body } = await organisation.get<{ items: bankImportHttp.BankAccount[] }>('/bank-accounts');
    expect(body.items.map(({ identification, lastBalance }) => [identification, lastBalance])).toEqual([[iban, '30.06'], [otherIban, '35.06']]);
    for (const { bankAccountId } of body.items) expect(await organisation.transactions(`&bankAccountId=${bankAccountId}`)).toHaveLength(3);
    const messages = (await organisation.said()).filter(isImported);
    expect(messages.map(({ payload }) => payload.bankAccountId)).toEqual(body.items.map(({ bankAccountId }) => bankAccountId));
  });

  it('says a statement that does not balance, and a gap to the one before', async () => {
    const organisation = test.organisation();
    expect(await organisation.import('wrong.xml', camt({ id: 'S1', from: '2026-09-01', to: '2026-09-30', opening: 0, closing: 999, entries: credits(1) }))).toMatchObject({
      imported: 1, statements: [{ balanced: false }], warnings: [{ code: 'not_balanced' }],
    });
    expect(await organisation.import('follows.xml', camt({ id: 'S2', opening: 999, entries: credits(1, 2) }))).toMatchObject({ warnings: [], statements: [{ closingBalance: '20.01' }] });
    expect(await organisation.import('gap.xml', camt({ id: 'S4', from: '2026-12-01', to: '2026-12-31', opening: 1501, entries: credits(1, 3) }))).toMatchObject({
      state: 'completed', imported: 1,
      warnings: [{ code: 'balance_gap', message: 'the opening balance 15.01 EUR is 5.00 EUR less than the closing balance before it', where: 'statement S4' }],
    });
    expect(await organisation.import('same-days.xml', camt({ id: 'S2 again', opening: 42, entries: credits(1, 4) }))).toMatchObject({ warnings: [{ code: 'balance_gap', message: expect.stringContaining('9.57 EUR less') }] });
    expect((await organisation.said()).filter(({ name }) => name === 'bank-import.statement-completed.v1').map(({ payload }) => [payload.balanced, payload.warnings])).toEqual([[false, 1], [true, 0], [true, 1], [true, 1]]);
  });

  it('takes the files of an organisation in the order of their upload', async () => {
    const organisation = test.organisation();
    const ids: string[] = [];
    for (let index = 0; index < 5; index++) ids.push((await organisation.upload(`${index}.xml`, camt({ id: `S${index}`, entries: credits(50, index * 10) }))).body.statementFile.statementFileId);
    for (const id of ids) await organisation.done(id);
    const completed = (await organisation.said()).filter(({ name }) => name === 'bank-import.statement-completed.v1');
    expect(completed.map(({ payload }) => [payload.statementFileId, payload.imported, payload.known])).toEqual(ids.map((id, index) => [id, index === 0 ? 50 : 10, index === 0 ? 0 : 40]));
  });

  it('pages its lists', async () => {
    const organisation = test.organisation();
    await organisation.import('a.xml', camt({ entries: credits(5) }));
    await organisation.import('b.xml', camt({ id: 'B', entries: credits(5, 6) }));
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await organisation.get<{ items: bankImportHttp.Transaction[]; nextCursor: string | null }>(`/transactions?limit=3${cursor}`);
      seen.push(...body.items.map(({ bookingDate }) => bookingDate));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(seen).toEqual([...credits(10)].map(({ date }) => date).sort().reverse());
    const { body: first } = await organisation.get<{ items: bankImportHttp.StatementFile[]; nextCursor: string | null }>('/statements?limit=1');
    const { body: second } = await organisation.get<{ items: bankImportHttp.StatementFile[]; nextCursor: string | null }>(`/statements?limit=1&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ filename }) => filename)).toEqual(['b.xml', 'a.xml']);
    expect(second.nextCursor).toBeNull();
    const forged = Buffer.from('["2026-99-99","0190a5f0-0000-7000-8000-0000000000e1"]').toString('base64url');
    for (const list of ['transactions', `transactions?statementFileId=${second.items[0]!.statementFileId}`, 'statements', 'bank-accounts', 'statement-warnings', 'probable-duplicates'])
      expect([list, await organisation.get(`/${list}${list.includes('?') ? '&' : '?'}cursor=${forged}`)]).toMatchObject([list, { status: 400, body: { code: 'invalid_query', errors: [{ where: 'cursor' }] } }]);
    expect((await organisation.get(`/transactions/${(await organisation.transactions())[0]!.transactionId}`)).status).toBe(200);
    expect((await test.organisation().get(`/transactions/${(await organisation.transactions())[0]!.transactionId}`)).status).toBe(404);
    expect((await organisation.get('/transactions/nonsense')).status).toBe(404);
  });

  it('refuses a second account of the same name at the bank', async () => {
    const organisation = test.organisation();
    const account = { name: 'Compte', identification: iban, currency: 'EUR' };
    expect((await organisation.post('/bank-accounts', account)).status).toBe(201);
    expect(await organisation.post('/bank-accounts', account)).toMatchObject({ status: 409, body: { code: 'account_taken' } });
  });
});
