import { describe, expect, it } from '@jest/globals';
import { inUtf16, readSample } from './read-sample.js';

// Made up in the shape of each bank's export.
describe('German and austrian exports', () => {
  it('Deutsche Bank', async () => {
    const read = await readSample(`Umsätze Girokonto (00);;;Kundennummer: 123 1234567
01.06.2026 - 30.06.2026
Letzter Kontostand;;;;5.000,00;EUR
Vorgemerkte und noch nicht gebuchte Umsätze sind nicht Bestandteil dieser Übersicht.
Buchungstag;Wert;Umsatzart;Begünstigter / Auftraggeber;Verwendungszweck;IBAN;BIC;Kundenreferenz;Mandatsreferenz ;Gläubiger ID;Fremde Gebühren;Betrag;Abweichender Empfänger;Anzahl der Aufträge;Anzahl der Schecks;Soll;Haben;Währung
30.06.2026;30.06.2026;"SEPA-Überweisung von";Müller Bau GmbH;RE 2026-17;DE89370400440532013000;COBADEFF;NOTPROVIDED;;;;;;;;;1.200,00;EUR
29.06.2026;29.06.2026;"SEPA-Lastschrift an";Stadtwerke;Abschlag;DE89370400440532013000;COBADEFF;E-1;M-77;DE98ZZZ09999999999;;;;;;-144,69;;EUR
Kontostand;30.06.2026;;;6.055,31;EUR`);
    expect(read.lines).toEqual([
      '2026-06-30 1200.00 EUR | Müller Bau GmbH | DE89370400440532013000 | RE 2026-17',
      '2026-06-29 -144.69 EUR | Stadtwerke | DE89370400440532013000 | Abschlag',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 5000.00 6055.31 true'], warnings: [], questions: [] });
  });

  it('HypoVereinsbank in UTF-16', async () => {
    const read = await readSample(inUtf16(`Kontonummer;Buchungsdatum;Valuta;Empfaenger 1;Empfaenger 2;Verwendungszweck;Betrag;Waehrung
12345678;30.06.2026;30.06.2026;Müller Bau GmbH;;RE 2026-17;1.200,00;EUR
12345678;29.06.2026;29.06.2026;Stadtwerke;;Abschlag;-144,69;EUR`));
    expect(read.lines).toEqual([
      '2026-06-30 1200.00 EUR | Müller Bau GmbH |  | RE 2026-17',
      '2026-06-29 -144.69 EUR | Stadtwerke |  | Abschlag',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: [], questions: [] });
  });

  it('Volksbank, older export', async () => {
    const read = await readSample(`Volksbank Musterstadt eG

Umsatzanzeige

BLZ:;12345678;;Datum:;30.06.2026
Konto:;123456789;;Uhrzeit:;12:00:00
Abfrage von:;Max Muster;;Kontoinhaber:;Max Muster

Zeitraum:;;von:;01.06.2026;bis:;30.06.2026
Betrag in Euro:;;von:;;bis:;
Sortiert nach:;Buchungstag;absteigend

Buchungstag;Valuta;Auftraggeber/Zahlungsempfänger;Empfänger/Zahlungspflichtiger;Konto-Nr.;IBAN;BLZ;BIC;Vorgang/Verwendungszweck;Kundenreferenz;Währung;Umsatz; 
30.06.2026;30.06.2026;Meine GmbH;Müller Bau GmbH;;DE89370400440532013000;;COBADEFF;"Überweisungsgutschr.
RE 2026-17";;EUR;1.200,00;H
29.06.2026;29.06.2026;Meine GmbH;Stadtwerke;;DE89370400440532013000;;COBADEFF;"Basislastschrift
Abschlag";;EUR;144,69;S

01.06.2026;;;;;;;;;Anfangssaldo;EUR;100,00;H
30.06.2026;;;;;;;;;Endsaldo;EUR;1.155,31;H`);
    expect(read.lines).toEqual([
      '2026-06-30 1200.00 EUR | Müller Bau GmbH | DE89370400440532013000 | Überweisungsgutschr. RE 2026-17',
      '2026-06-29 -144.69 EUR | Stadtwerke | DE89370400440532013000 | Basislastschrift Abschlag',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['123456789 100.00 1155.31 true'], warnings: [], questions: [] });
  });

  it('Bank Austria', async () => {
    const read = await readSample(`Buchungsdatum;Valutadatum;Buchungstext;Interne Notiz;Währung;Betrag;Belegdaten;Belegnummer;Auftraggebername;Auftraggeberkonto;Auftraggeber BLZ;Empfängername;Empfängerkonto;Empfänger BLZ;Zahlungsgrund
30.06.2026;30.06.2026;Gutschrift;;EUR;1.250,00;;1;Gruber GmbH;AT611904300234573201;;;;;RE 17
29.06.2026;29.06.2026;Bezahlung Karte;;EUR;-12,50;;2;;;;Spar;;;`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR | Gruber GmbH | AT611904300234573201 | RE 17',
      '2026-06-29 -12.50 EUR | Spar |  | ',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: [], questions: [] });
  });

  it('Erste Bank in UTF-16', async () => {
    const read = await readSample(inUtf16(`Buchungsdatum,Partnername,Partner IBAN,BIC/SWIFT,Partner Kontonummer,Bankleitzahl,Betrag,Währung,Buchungs-Details,Buchungsreferenz,Notiz
30.06.2026,Gruber GmbH,AT611904300234573201,BKAUATWW,,,"1.250,00",EUR,RE 17,2011026,
29.06.2026,Spar,,,,,"-12,50",EUR,SPAR DANKT,2011027,`));
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR | Gruber GmbH | AT611904300234573201 | RE 17',
      '2026-06-29 -12.50 EUR | Spar |  | SPAR DANKT',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: [], questions: [] });
  });
});
