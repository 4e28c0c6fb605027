import { describe, expect, it } from '@jest/globals';
import { readSample } from './dialects/read-sample.js';

const table = 'Date,Description,Amount\n';

describe('the currency that a file names nowhere', () => {
  it.each([
    ['USD', 'the month comes first', '06/30/2026,SHOP,-12.50'],
    ['USD', 'a way to pay of the United States', '2026-06-30,ZELLE TO ANN,-12.50'],
    ['CAD', 'a way to pay of Canada', '30/06/2026,INTERAC e-Transfer ANN,-12.50'],
    ['AUD', 'a way to pay of Australia', '30/06/2026,BPAY RATES,-12.50'],
    ['GBP', 'a way to pay of Britain', '30/06/2026,FASTER PAYMENT ANN,-12.50'],
    ['INR', 'a way to pay of India', '30/06/2026,UPI/123/ANN,-12.50'],
    ['BRL', 'a way to pay of Brazil', '30/06/2026,PIX ANA,-12.50'],
    ['CHF', 'thousands as the Swiss write them', "30/06/2026,RENT,-1'200.50"],
    ['EUR', 'nothing', '30/06/2026,SHOP,-12.50'],
  ])('%s for %s', async (currency, _why, row) => {
    const { lines, warnings, questions } = await readSample(table + row);
    expect(lines[0]).toMatch(new RegExp(` ${currency} \\|`));
    expect({ warnings, questions }).toEqual({ warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('looks at the lines above the titles and at the titles themselves', async () => {
    expect((await readSample(`Balance today:,$12.00\n\n${table}2026-06-30,SHOP,-12.50`)).lines).toEqual(['2026-06-30 -12.50 USD |  |  | SHOP']);
    expect((await readSample('Date,Description,Check Number,Amount\n2026-06-30,SHOP,,-12.50')).lines).toEqual(['2026-06-30 -12.50 USD |  |  | SHOP']);
  });

  it('believes the account before the words, and a French file with the month first is in euro', async () => {
    expect((await readSample(`Compte;GB29NWBK60161331926819\nDate;Libelle;Montant\n30/06/2026;PIX;-12,50`)).lines).toEqual(['2026-06-30 -12.50 GBP |  |  | PIX']);
    expect((await readSample('Date;Libelle;Montant\n06/30/2026;ACHAT;-12.50')).lines).toEqual(['2026-06-30 -12.50 EUR |  |  | ACHAT']);
  });

  it('takes the month to come first where the file is American and no date proves it, and asks', async () => {
    const read = await readSample('Date,Description,Amount\n6/1/2026,ZELLE TO ANN,-12.50\n6/2/2026,SHOP,-1.50');
    expect(read.lines.map((line) => line.slice(0, 10))).toEqual(['2026-06-01', '2026-06-02']);
    expect(read.questions).toEqual(['date_order', 'currency']);
    expect(read.summary.questions![0]).toMatchObject({ assumed: 'mdy', readings: [{ value: 'mdy', text: '6/1/2026 is 2026-06-01' }, { value: 'dmy', text: '6/1/2026 is 2026-01-06' }] });
  });

  it('reads signs of dollars in titles and cells', async () => {
    expect((await readSample('Date;Texto;Valor (em US$);Valor (em R$)\n30/06/2026;LOJA;0,00;-55,90\n29/06/2026;SITE;-9,99;-51,85')).lines).toEqual(['2026-06-30 -55.90 BRL |  |  | LOJA', '2026-06-29 -51.85 BRL |  |  | SITE']);
    expect((await readSample(`${table}2026-06-30,SHOP,CA$12.50\n2026-06-29,TEA,¥300`)).lines).toEqual(['2026-06-30 12.50 CAD |  |  | SHOP', '2026-06-29 300 JPY |  |  | TEA']);
  });

  it('takes the currency of the country in which most of the other sides have their accounts', async () => {
    const rows = (...accounts: string[]) => `Datum;Text;IBAN Gegenkonto;Betrag\n${accounts.map((account, i) => `30.06.2026;Rechnung ${i};${account};-12.50`).join('\n')}`;
    const [swiss, german] = ['CH9300762011623852957', 'DE89370400440532013000'];
    expect((await readSample(rows(swiss, 'CH5604835012345678009', german))).lines[0]).toContain('CHF');
    expect((await readSample(rows(swiss, german))).lines[0]).toContain('EUR');
  });
});
