import { describe, expect, it } from '@jest/globals';
import { readSample } from './read-sample.js';

// Made up in the shape of each bank's export.
describe('Swiss exports', () => {
  it('UBS', async () => {
    const read = await readSample(`Kontonummer:;0230 00123456.78;
IBAN:;CH93 0076 2011 6238 5295 7;
Von:;2026-06-01;
Bis:;2026-06-30;
Anfangssaldo:;2000.00;
Schlusssaldo:;3237.50;
Bewertet in:;CHF;
Anzahl Transaktionen in diesem Zeitraum:;2;

Abschlussdatum;Abschlusszeit;Buchungsdatum;Valutadatum;Währung;Belastung;Gutschrift;Einzelbetrag;Saldo;Transaktions-Nr.;Beschreibung1;Beschreibung2;Beschreibung3;Fussnoten;
2026-06-30;12:00:00;2026-06-30;2026-06-30;CHF;;1250.00;;3237.50;9930181ZC1;"Meier AG;Bahnhofstrasse 1";"Gutschrift";"Referenz-Nr. QRR: 21 00000 00003 13947 14300 09017; Zahlungsgrund: RE 17";;
2026-06-29;12:00:00;2026-06-29;2026-06-29;CHF;-12.50;;;1987.50;9930181ZC0;"Coop";"Kartenzahlung";;;`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 CHF | Meier AG |  | Gutschrift Referenz-Nr. QRR: 21 00000 00003 13947 14300 09017; Zahlungsgrund: RE 17',
      '2026-06-29 -12.50 CHF | Coop |  | Kartenzahlung',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['CH9300762011623852957 2000.00 3237.50 true'], warnings: [], questions: [] });
  });

  it('UBS, English', async () => {
    const read = await readSample(`Trade date;Trade time;Booking date;Value date;Currency;Debit;Credit;Individual amount;Balance;Transaction no.;Description1;Description2;Description3;Footnotes;
2026-06-30;;2026-06-30;2026-06-30;CHF;;1'250.00;;3'237.50;9930181ZC1;"Meier AG";"Credit";"RE 17";;
2026-06-29;;2026-06-29;2026-06-29;CHF;-12.50;;;1'987.50;9930181ZC0;"Coop";"Card";;;`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 CHF | Meier AG |  | Credit RE 17',
      '2026-06-29 -12.50 CHF | Coop |  | Card',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 2000.00 3237.50 true'], warnings: [], questions: [] });
  });

  it('PostFinance', async () => {
    const read = await readSample(`Datum von:;="01.06.2026"
Datum bis:;="30.06.2026"
Buchungsart:;="Alle Buchungen"
Konto:;="CH9309000000250097798"
Währung:;="CHF"

Datum;Avisierungstext;Gutschrift in CHF;Lastschrift in CHF;Label;Kategorie;Valuta;Saldo in CHF
30.06.2026;"GUTSCHRIFT VON FREMDBANK MEIER AG RE 17";1250;;;Einnahmen;30.06.2026;3237.5
29.06.2026;"KAUF/DIENSTLEISTUNG COOP";;-12.5;;Lebensmittel;29.06.2026;

Disclaimer:
Der Dokumentinhalt wurde durch Filtereinstellungen der Kundin oder des Kunden generiert.`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 CHF |  |  | GUTSCHRIFT VON FREMDBANK MEIER AG RE 17',
      '2026-06-29 -12.50 CHF |  |  | KAUF/DIENSTLEISTUNG COOP',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['CH9309000000250097798 2000.00 3237.50 true'], warnings: ['row_skipped', 'row_skipped'], questions: [] });
  });

  it('Raiffeisen', async () => {
    const read = await readSample(`IBAN;Booked At;Text;Credit/Debit Amount;Balance;Valuta Date
CH9300762011623852957;2026-06-30 00:00:00.0;Gutschrift Meier AG;1250.00;3237.50;2026-06-30 00:00:00.0
CH9300762011623852957;2026-06-29 00:00:00.0;Coop;-12.50;1987.50;2026-06-29 00:00:00.0`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 CHF |  |  | Gutschrift Meier AG',
      '2026-06-29 -12.50 CHF |  |  | Coop',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['CH9300762011623852957 2000.00 3237.50 true'], warnings: ['currency_assumed'], questions: ['currency'] });
  });
});
