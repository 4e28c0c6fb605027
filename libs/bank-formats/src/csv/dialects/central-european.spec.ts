import { describe, expect, it } from '@jest/globals';
import { readSample } from './read-sample.js';

// Made up in the shape of each bank's export.
describe('Central european exports', () => {
  it('Consorsbank', async () => {
    const read = await readSample(`"Buchung";"Valuta";"Sender / Empfänger";"IBAN";"BIC";"Buchungstext";"Verwendungszweck";"Kategorie";"Betrag in EUR"
"30.06.2026";"30.06.2026";"Müller Bau";"DE89370400440532013000";"COBADEFF";"Gutschrift";"RE 17";"";"1.200,00"
"29.06.2026";"29.06.2026";"Stadtwerke";"DE89370400440532013000";"COBADEFF";"Lastschrift";"Abschlag";"";"-144,69"`);
    expect(read.lines).toEqual([
      '2026-06-30 1200.00 EUR | Müller Bau | DE89370400440532013000 | RE 17',
      '2026-06-29 -144.69 EUR | Stadtwerke | DE89370400440532013000 | Abschlag',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: [], questions: [] });
  });

  it('Targobank, no header', async () => {
    const read = await readSample(`30.06.2026;Gehalt Müller Bau;1.200,00;;2.000,00
29.06.2026;Lastschrift Stadtwerke;-144,69;;800,00`);
    expect(read.lines).toEqual([
      '2026-06-30 1200.00 EUR |  |  | Gehalt Müller Bau',
      '2026-06-29 -144.69 EUR |  |  | Lastschrift Stadtwerke',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: ['header_assumed', 'currency_assumed'], questions: ['columns', 'currency'] });
  });

  it('minus and plus behind the amount', async () => {
    const read = await readSample(`Datum;Text;Betrag;Saldo
13.06.2026;SHOP;12,50-;987,50+
14.06.2026;GUTSCHRIFT;1.250,00+;2.237,50+`);
    expect(read.lines).toEqual([
      '2026-06-13 -12.50 EUR |  |  | SHOP',
      '2026-06-14 1250.00 EUR |  |  | GUTSCHRIFT',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 1000.00 2237.50 true'], warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('S and H beside the amount', async () => {
    const read = await readSample(`Buchungsdatum;Text;Betrag;S/H;Währung
13.06.2026;A;12,50;S;EUR
14.06.2026;B;10,00;H;EUR`);
    expect(read.lines).toEqual([
      '2026-06-13 -12.50 EUR |  |  | A',
      '2026-06-14 10.00 EUR |  |  | B',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: [], questions: [] });
  });

  it('CSOB', async () => {
    const read = await readSample(`"číslo účtu";"datum zaúčtování";"částka";"měna";"zůstatek";"číslo protiúčtu";"název protiúčtu";"označení operace";"zpráva"
"123456789/0300";"30.06.2026";"1250,00";"CZK";"3250,00";"987654321/0100";"Novák s.r.o.";"Příchozí úhrada";"faktura 17"
"123456789/0300";"29.06.2026";"-12,50";"CZK";"2000,00";"";"OBCHOD";"Platba kartou";""`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 CZK | Novák s.r.o. |  | faktura 17',
      '2026-06-29 -12.50 CZK | OBCHOD |  | ',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['123456789/0300 2012.50 3250.00 true'], warnings: [], questions: [] });
  });

  it('Fio', async () => {
    const read = await readSample(`"accountId";"2900123456"
"bankId";"2010"
"currency";"CZK"
"iban";"CZ6508000000192000145399"
"openingBalance";"2012,50"
"closingBalance";"3250,00"
"dateStart";"01.06.2026"
"dateEnd";"30.06.2026"

"ID operace";"Datum";"Objem";"Měna";"Protiúčet";"Název protiúčtu";"Kód banky";"Zpráva pro příjemce";"Typ"
"26962199069";"30.06.2026";"1250,00";"CZK";"987654321";"Novák s.r.o.";"0100";"faktura 17";"Bezhotovostní příjem"
"26962199068";"29.06.2026";"-12,50";"CZK";"";"";"";"OBCHOD";"Platba kartou"`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 CZK | Novák s.r.o. |  | faktura 17',
      '2026-06-29 -12.50 CZK |  |  | OBCHOD',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['CZ6508000000192000145399 2012.50 3250.00 true'], warnings: [], questions: [] });
  });

  it('OTP', async () => {
    const read = await readSample(`"Könyvelés dátuma";"Értéknap";"Összeg";"Devizanem";"Partner neve";"Partner számlaszáma";"Közlemény"
"2026.06.30";"2026.06.30";"125000";"HUF";"Kovács Kft";"HU42117730161111101800000000";"számla 17"
"2026.06.29";"2026.06.29";"-1250";"HUF";"BOLT";"";""`);
    expect(read.lines).toEqual([
      '2026-06-30 125000.00 HUF | Kovács Kft | HU42117730161111101800000000 | számla 17',
      '2026-06-29 -1250.00 HUF | BOLT |  | ',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: [], questions: [] });
  });

  it('a small table above that looks like a header', async () => {
    const read = await readSample(`Konto;Saldo;Datum
DE89370400440532013000;1.000,00 EUR;30.06.2026

Buchungstag;Verwendungszweck;Betrag
30.06.2026;RE 17;1.200,00
29.06.2026;Abschlag;-144,69`);
    expect(read.lines).toEqual([
      '2026-06-30 1200.00 EUR |  |  | RE 17',
      '2026-06-29 -144.69 EUR |  |  | Abschlag',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['DE89370400440532013000 - 1000.00 null'], warnings: [], questions: [] });
  });
});
