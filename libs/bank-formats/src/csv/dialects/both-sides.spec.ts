import { describe, expect, it } from '@jest/globals';
import { readSample } from './read-sample.js';

describe('exports with an account of each side', () => {
  const header = 'Buchungsdatum;Valutadatum;Auftraggeber;Auftraggeber IBAN;Empfänger;Empfänger IBAN;Verwendungszweck;Betrag;Währung\n';
  const own = 'AT611904300234573201';

  it('the own account is the one that stands in all rows, the other side follows from the direction', async () => {
    const rows = `${header}13.06.2026;13.06.2026;Huber GmbH;DE89 3704 0044 0532 0130 00;Eigene Firma;${own};RE 2026-17;1.250,00;EUR\n14.06.2026;15.06.2026;Eigene Firma;${own};Vermieter AG;AT022050302101023600;Miete Juni;-900,50;EUR\n`;
    expect(await readSample(rows)).toMatchObject({
      lines: ['2026-06-13 1250.00 EUR | Huber GmbH | DE89370400440532013000 | RE 2026-17', '2026-06-14 -900.50 EUR | Vermieter AG | AT022050302101023600 | Miete Juni'],
      statements: [`${own} - - null`], questions: [], warnings: [],
    });
  });

  it('English titles, and a charge of the bank without another side', async () => {
    const rows = `Date,Payer,Payer account,Payee,Payee account,Details,Amount,Currency\n2026-06-13,Huber GmbH,DE89370400440532013000,Us,${own},Invoice 17,1250.00,EUR\n2026-06-30,Us,${own},,,Fee,-3.50,EUR\n`;
    expect((await readSample(rows)).lines).toEqual(['2026-06-13 1250.00 EUR | Huber GmbH | DE89370400440532013000 | Invoice 17', '2026-06-30 -3.50 EUR |  |  | Fee']);
  });

  it('no account that is in all rows: then nothing is taken for the own one', async () => {
    const rows = `Date,Payer,Payer account,Payee,Payee account,Details,Amount,Currency\n2026-06-13,A,DE89370400440532013000,Us,${own},x,1.00,EUR\n2026-06-30,B,AT022050302101023600,C,DE02120300000000202051,y,-3.50,EUR\n`;
    expect((await readSample(rows)).summary.mapping!.columns.map(({ role }) => role)).not.toContain('payerAccount');
  });

  it('a number that stands beside three names is the own account', async () => {
    const read = await readSample(`Datum;Name;IBAN;Verwendungszweck;Betrag
28.06.2026;Atelier GmbH;DE89370400440532013000;RE 17;1.250,00
29.06.2026;Laden;DE89370400440532013000;Einkauf;-12,50
30.06.2026;Stadtwerke;DE89370400440532013000;Strom;-80,00`);
    expect(read.statements[0]).toBe('DE89370400440532013000 - - null');
    expect(read.lines[0]).toBe('2026-06-28 1250.00 EUR | Atelier GmbH |  | RE 17');
  });

  it('an IBAN with the bank behind it', async () => {
    const read = await readSample('Kirjauspäivä;Määrä EUROA;Saaja/Maksaja;Saajan tilinumero ja pankin BIC;Viesti\n30.06.2026;-12,50;Kauppa Oy;FI21 1234 5600 0007 85 NDEAFIHH;Lasku 17');
    expect(read.lines).toEqual(['2026-06-30 -12.50 EUR | Kauppa Oy | FI2112345600000785 | Lasku 17']);
  });

  it('where both accounts are the same in all rows, money that comes in is paid to the own one', async () => {
    const read = await readSample(`Buchungsdatum;Betrag;Währung;Auftraggebername;Auftraggeber IBAN/Kto.Nr.;Empfängername;Empfänger IBAN/Kto.Nr.;Verwendungszweck
29.06.2026;11,00;EUR;Atelier GmbH;AT022050302101023601;Co AG;AT022050302101023600;RE 17
30.06.2026;10,00;EUR;Atelier GmbH;AT022050302101023601;Co AG;AT022050302101023600;RE 18`);
    expect(read.statements).toEqual(['AT022050302101023600 - - null']);
    expect(read.lines[0]).toBe('2026-06-29 11.00 EUR | Atelier GmbH | AT022050302101023601 | RE 17');
  });
});
