import { describe, expect, it } from '@jest/globals';
import { type CsvMapping, readWholeStatementFile } from '../index.js';
import { readSample } from './dialects/read-sample.js';
import type { StatementFault } from '../statement-fault.js';

const open = 'Date;Description;Amount\n03/04/2026;A;1.000\n04/05/2026;B;-2.000\n';

describe('what a file leaves open is asked, and never chosen in silence', () => {
  it('asks for order, sign and currency with the cells in question, and says how it was read meanwhile', async () => {
    const { summary, lines, warnings } = await readSample(open);
    expect(summary.questions).toEqual([
      {
        code: 'date_order', what: 'Does the day or the month come first in the dates of this file?', assumed: 'dmy', examples: ['03/04/2026', '04/05/2026'],
        readings: [{ value: 'dmy', text: '03/04/2026 is 2026-04-03' }, { value: 'mdy', text: '03/04/2026 is 2026-03-04' }],
      },
      {
        code: 'decimal_sign', what: 'Is the sign in the amounts of this file for decimals or for thousands?', assumed: ',', examples: ['1.000', '-2.000'],
        readings: [{ value: ',', text: '1.000 is 1000' }, { value: '.', text: '1.000 is 1.000' }],
      },
      { code: 'currency', what: 'Which currency are the amounts of this file in?', assumed: 'EUR', readings: [], examples: [] },
    ]);
    expect(lines).toEqual(['2026-04-03 1000.00 EUR |  |  | A', '2026-05-04 -2000.00 EUR |  |  | B']);
    expect(warnings).toEqual(['decimal_sign_assumed', 'date_order_assumed', 'currency_assumed']);
  });

  it('reads as it is answered, and asks no more', async () => {
    const { lines, questions, warnings } = await readSample(open, { csv: { dateOrder: 'mdy', decimalSign: '.', currency: 'USD' } });
    expect(lines).toEqual(['2026-03-04 1.00 USD |  |  | A', '2026-04-05 -2.00 USD |  |  | B']);
    expect({ questions, warnings }).toEqual({ questions: [], warnings: [] });
  });

  it('does not ask for a currency that is that of the account, and lets the file contradict it', async () => {
    const rows = 'Date;Description;Amount\n13/04/2026;A;1,50\n';
    expect(await readSample(rows, { accountCurrency: 'CHF' })).toMatchObject({ lines: ['2026-04-13 1.50 CHF |  |  | A'], questions: [], warnings: [] });
    expect((await readSample(rows.replace('Amount', 'Amount (GBP)'), { accountCurrency: 'CHF' })).lines).toEqual(['2026-04-13 1.50 GBP |  |  | A']);
  });

  it.each([
    ['a day beyond twelve', 'Date,Text,Amount (GBP)\n03/04/2026,A,1.50\n13/04/2026,B,1.50\n', '2026-04-03'],
    ['a month beyond twelve', 'Date,Text,Amount (USD)\n03/04/2026,A,1.50\n03/14/2026,B,1.50\n', '2026-03-04'],
    ['a decimal comma', 'Date;Text;Montant\n03/04/2026;A;1,50\n', '2026-04-03'],
    ['dots', 'Date;Text;Amount\n03.04.2026;A;1.50\n', '2026-04-03'],
    ['rows that run in one direction', 'Date,Text,Amount (USD)\n01/12/2026,A,1.50\n02/03/2026,B,1.50\n02/10/2026,B,1.50\n', '2026-01-12'],
    ['value dates close by', 'Date,Value date,Text,Amount (GBP)\n01/06/2026,03/06/2026,A,1.50\n', '2026-06-01'],
    ['the period that the file names', 'Transactions from 2026-06-01 to 2026-06-30,,\nDate,Text,Amount (USD)\n06/03/2026,A,1.50\n', '2026-06-03'],
  ])('does not ask for the order of dates that is proven by %s', async (_, file, first) => {
    const { lines, questions } = await readSample(file);
    expect(questions.filter((code) => code === 'date_order')).toEqual([]);
    expect(lines[0]!.slice(0, 10)).toBe(first);
  });

  it.each([
    ['another amount', 'Datum;Text;Betrag (EUR)\n13.04.2026;A;1.000\n13.04.2026;B;2,50\n', '1000.00'],
    ['the balance above', 'Kontostand;12,50 EUR\nDatum;Text;Betrag (EUR)\n13.04.2026;A;1.000\n', '1000.00'],
    ['balances that hold under one sign alone', 'Datum;Text;Betrag (EUR);Saldo\n13.04.2026;A;1.000;2000\n14.04.2026;A;1.000;3000\n15.04.2026;A;1.000;4000\n', '1000.00'],
    ['balances that hold under the other', 'Date;Text;Amount (EUR);Balance\n13.04.2026;A;1.000;12\n14.04.2026;A;1.000;13\n15.04.2026;A;1.000;14\n', '1.00'],
  ])('does not ask for the decimal sign that is proven by %s', async (_, file, amount) => {
    const { lines, questions } = await readSample(file);
    expect(questions).toEqual([]);
    expect(lines[0]!.split(' ')[1]).toBe(amount);
  });

  it('looks beyond the first rows: a date that comes late decides too', async () => {
    const early = '03/04/2026,Payment with some words to make the line long,1.50\n'.repeat(9_000);
    const { transactions, summary } = await readWholeStatementFile(new TextEncoder().encode(`Date,Text,Amount (USD)\n${early}03/14/2026,A,1.50\n`), { file: 'x' });
    expect({ order: summary.mapping!.dateOrder, questions: summary.questions, first: transactions[0]!.bookingDate, count: transactions.length }).toEqual({ order: 'mdy', questions: [], first: '2026-03-04', count: 9_001 });
  });

  it('asks which of two columns is money received where nothing says so', async () => {
    const rows = '30/06/2026;VIR A;;1,50\n29/06/2026;PRLV B;2,50;\n28/06/2026;PRLV C;2,50;\n';
    const { summary, questions } = await readSample(rows, { accountCurrency: 'EUR' });
    expect(questions).toEqual(['columns', 'sign']);
    const { mapping } = summary;
    const exchanged: CsvMapping = { ...mapping!, columns: mapping!.columns.map(({ title, role }) => ({ title, role: role === 'debit' ? 'credit' : role === 'credit' ? 'debit' : role })) };
    expect(await readSample(rows, { csv: { mapping: exchanged }, accountCurrency: 'EUR' })).toMatchObject({ lines: ['2026-06-30 -1.50 EUR |  |  | VIR A', '2026-06-29 2.50 EUR |  |  | PRLV B', '2026-06-28 2.50 EUR |  |  | PRLV C'], questions: [], warnings: [] });
  });
});

describe('a mapping', () => {
  const file = 'Pvä;Kuka;Mitä;Plussaa;Jäi\n13.06.2026;Virtanen Oy;Lasku 17;1250,00;2250,00\n14.06.2026;Kauppa;Korttiosto;-12,50;2237,50\n15.06.2026;Kauppa;Korttiosto;-10,00;2227,50\n';

  it('is proposed for titles that nobody knows, by what adds up', async () => {
    const { summary, questions, statements } = await readSample(file, { accountCurrency: 'EUR' });
    expect(questions).toEqual(['columns']);
    expect(summary.mapping).toEqual({
      encoding: 'utf-8', delimiter: ';', backslashEscapes: false, headerRecord: 1, dateOrder: 'dmy', decimalSign: ',', currency: 'EUR', debitIsSigned: false, positiveIsDebit: false,
      columns: [{ title: 'Pvä', role: 'bookingDate' }, { title: 'Kuka', role: 'label' }, { title: 'Mitä', role: 'label' }, { title: 'Plussaa', role: 'amount' }, { title: 'Jäi', role: 'balance' }],
    });
    expect(statements).toEqual(['- 1000.00 2227.50 true']);
  });

  it('is corrected, saved, and read by from then on, wherever the header stands', async () => {
    const { summary } = await readSample(file, { accountCurrency: 'EUR' });
    const saved = JSON.parse(JSON.stringify({ ...summary.mapping, columns: summary.mapping!.columns.map((column) => (column.title === 'Kuka' ? { ...column, role: 'party' } : column)) })) as CsvMapping;
    expect(await readSample(`Tili;FI2112345600000785\n\n${file}`, { csv: { mapping: saved } })).toMatchObject({
      lines: ['2026-06-13 1250.00 EUR | Virtanen Oy |  | Lasku 17', '2026-06-14 -12.50 EUR | Kauppa |  | Korttiosto', '2026-06-15 -10.00 EUR | Kauppa |  | Korttiosto'],
      statements: ['FI2112345600000785 1000.00 2227.50 true'], questions: [], warnings: [],
    });
  });

  it('wins over the usual meaning of titles', async () => {
    const rows = 'Date;Libellé;Montant;Référence\n30/06/2026;A;1,50;FA 7\n';
    const { summary } = await readSample(rows, { accountCurrency: 'EUR' });
    const mapping: CsvMapping = { ...summary.mapping!, positiveIsDebit: true, columns: summary.mapping!.columns.map((column) => (column.title === 'Référence' ? { ...column, role: 'label' } : column)) };
    expect((await readSample(rows, { csv: { mapping } })).lines).toEqual(['2026-06-30 -1.50 EUR |  |  | A FA 7']);
  });

  it('is not used for another export, and that is said', async () => {
    const { summary } = await readSample(file, { accountCurrency: 'EUR' });
    expect(await readSample('Date;Libellé;Montant;Devise\n30/06/2026;A;1,50;EUR\n', { csv: { mapping: summary.mapping! } })).toMatchObject({ lines: ['2026-06-30 1.50 EUR |  |  | A'], warnings: ['mapping_not_used'] });
  });

  it('reads every dialect of its own proposal as the file itself', async () => {
    for (const [rows, options] of [[file, { accountCurrency: 'EUR' }], [open, { csv: { currency: 'EUR' } }]] as const) {
      const read = await readSample(rows, options);
      expect((await readSample(rows, { csv: { mapping: read.summary.mapping! } })).lines).toEqual(read.lines);
    }
  });
});

describe('a card statement without signs', () => {
  const rows = 'Date,Merchant,Card number,Amount,Currency\n2026-06-13,GARAGE PETIT,**** 1234,120.00,EUR\n2026-06-14,HOTEL DU PORT,**** 1234,85.50,EUR\n';

  it('is taken for money spent, and that is asked', async () => {
    const { lines, summary } = await readSample(rows);
    expect(lines).toEqual(['2026-06-13 -120.00 EUR | GARAGE PETIT |  | ', '2026-06-14 -85.50 EUR | HOTEL DU PORT |  | ']);
    expect(summary.questions).toMatchObject([{ code: 'sign', assumed: 'given', readings: [{ value: 'given', text: 'an amount without a sign is money spent' }, { value: 'exchanged', text: 'an amount without a sign is money received' }] }]);
  });

  it('is read as answered, and no longer asked about', async () => {
    const { summary } = await readSample(rows);
    const received = await readSample(rows, { csv: { mapping: { ...summary.mapping!, positiveIsDebit: false } } });
    expect([received.lines[0], received.questions]).toEqual(['2026-06-13 120.00 EUR | GARAGE PETIT |  | ', []]);
    expect((await readSample(rows, { csv: { mapping: summary.mapping! } })).questions).toEqual([]);
  });

  it('asks nothing where a sign, a balance or a direction says it, or where nothing speaks of a card', async () => {
    for (const sample of [rows.replace('85.50', '-85.50'), rows.replace('85.50', '+85.50'), rows.replace('Merchant,Card number', 'Name,Details')]) expect((await readSample(sample)).questions).not.toContain('sign');
  });
});

describe('a CSV in which no dates or no amounts can be found', () => {
  // Amounts padded with zeros look like numbers of something, and nobody knows the title.
  const padded = 'Compte;FR7630006000011234567890189;;\nQuand;Quoi;Combien;Devise\n13/06/2026;VIR GUERIN FA12;000120,00;EUR\n14/06/2026;VIR PETIT FA13;000900,50;EUR\n';
  const faultOf = async (sample: string): Promise<StatementFault> => readSample(sample).then(() => { throw new Error('it was read'); }, (error: unknown) => error as StatementFault);

  it('is refused with the columns as far as they are known, its titles and its first rows', async () => {
    const { code, asks } = await faultOf(padded);
    expect(code).toBe('no_amount_column');
    expect(asks!.mapping).toMatchObject({ delimiter: ';', headerRecord: 2, decimalSign: ',', columns: [{ title: 'Quand', role: 'bookingDate' }, { title: 'Quoi' }, { title: 'Combien', role: 'ignored' }, { title: 'Devise', role: 'currency' }] });
    expect(asks!.questions).toMatchObject([{ code: 'columns', examples: ['Quand | Quoi | Combien | Devise'], rows: [['13/06/2026', 'VIR GUERIN FA12', '000120,00', 'EUR'], ['14/06/2026', 'VIR PETIT FA13', '000900,50', 'EUR']] }]);
  });

  it('is read by the mapping once someone has corrected it', async () => {
    const { asks } = await faultOf(padded);
    const roles: Readonly<Record<string, CsvMapping['columns'][number]['role']>> = { Quoi: 'label', Combien: 'amount' };
    const mapping: CsvMapping = { ...asks!.mapping, columns: asks!.mapping.columns.map((column) => ({ ...column, role: roles[column.title!] ?? column.role })) };
    expect(await readSample(padded, { csv: { mapping } })).toMatchObject({
      lines: ['2026-06-13 120.00 EUR |  |  | VIR GUERIN FA12', '2026-06-14 900.50 EUR |  |  | VIR PETIT FA13'], statements: ['FR7630006000011234567890189 - - null'], questions: [], warnings: [],
    });
  });

  it('asks for the order of dates as well where the file does not decide it', async () => {
    const { asks } = await faultOf(padded.replace('13/06', '03/06').replace('14/06', '05/04').replaceAll(',', '.'));
    expect(asks!.questions.map(({ code }) => code)).toEqual(['columns', 'date_order']);
  });

  it('shows what columns there are where none of them could be told', async () => {
    const { asks } = await faultOf('Quoi|Quand|Combien\nA|hier|beaucoup\nB|demain|peu\n');
    expect(asks!.mapping).toMatchObject({ delimiter: '|', headerRecord: 1, columns: [{ title: 'Quoi', role: 'ignored' }, { title: 'Quand', role: 'ignored' }, { title: 'Combien', role: 'ignored' }] });
    expect(asks!.questions).toMatchObject([{ code: 'columns', rows: [['A', 'hier', 'beaucoup'], ['B', 'demain', 'peu']] }]);
  });

  it('asks nothing where no delimiter makes columns of it', async () => {
    expect((await faultOf('Quoi\nA\nB\n')).asks).toBeNull();
  });
});
