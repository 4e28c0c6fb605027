import { describe, expect, it } from '@jest/globals';
import { readSample } from './read-sample.js';

// Made up in the shape of each bank's export.
describe('Nordic exports', () => {
  it('Handelsbanken', async () => {
    const read = await readSample(`Kontohavare:;Bolag AB
Kontonummer:;123 456 789
Saldo:;12 345,00

Reskontradatum;Transaktionsdatum;Text;Belopp;Saldo
2026-06-30;2026-06-29;Swish Anna Berg;1 250,00;12 345,00
2026-06-28;2026-06-28;ICA;-155,50;11 095,00`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 SEK |  |  | Swish Anna Berg',
      '2026-06-28 -155.50 SEK |  |  | ICA',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['123456789 11250.50 12345.00 true'], warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('Nordea, Sweden', async () => {
    const read = await readSample(`Bokföringsdag;Belopp;Avsändare;Mottagare;Namn;Rubrik;Saldo;Valuta
2026/06/30;1250,00;;1234 56 78901;Anna Berg;Faktura 17;12345,00;SEK
2026/06/29;-155,50;1234 56 78901;;ICA;Kortköp ICA;11095,00;SEK`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 SEK | Anna Berg |  | Faktura 17',
      '2026-06-29 -155.50 SEK | ICA |  | Kortköp ICA',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['1234 56 78901 11250.50 12345.00 true'], warnings: [], questions: [] });
  });

  it('Nordea, Finland', async () => {
    const read = await readSample(`Kirjauspäivä;Määrä;Maksaja;Maksunsaaja;Nimi;Otsikko;Viitenumero;Valuutta
2026/06/30;1250,00;FI2112345600000785;;Virtanen Oy;Lasku 17;1232;EUR
2026/06/29;-155,50;;FI2112345600000785;Kauppa;Korttiosto;;EUR`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR |  | FI2112345600000785 | Lasku 17',
      '2026-06-29 -155.50 EUR |  | FI2112345600000785 | Korttiosto',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: [], questions: [] });
  });

  it('OP', async () => {
    const read = await readSample(`"Kirjauspäivä";"Arvopäivä";"Määrä EUROA";"Laji";"Selitys";"Saaja/Maksaja";"Saajan tilinumero";"Saajan pankin BIC";"Viite";"Viesti";"Arkistointitunnus"
2026-06-30;2026-06-30;1250,00;"506";"TILISIIRTO";"Virtanen Oy";"";"";"ref=1232";"Viesti: Lasku 17";"20260630/5ABC"
2026-06-29;2026-06-29;-155,50;"101";"KORTTIOSTO";"Kauppa";"FI2112345600000785";"OKOYFIHH";"";"";"20260629/5ABD"`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR | Virtanen Oy |  | Viesti: Lasku 17',
      '2026-06-29 -155.50 EUR | Kauppa | FI2112345600000785 | ',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('SEB', async () => {
    const read = await readSample(`Bokföringsdatum;Valutadatum;Verifikationsnummer;Text;Belopp;Saldo
2026-06-30;2026-06-30;5490990004;FAKTURA 17;1250,000;12345,000
2026-06-29;2026-06-29;5490990003;ICA;-155,500;11095,000`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 SEK |  |  | FAKTURA 17',
      '2026-06-29 -155.50 SEK |  |  | ICA',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 11250.50 12345.00 true'], warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('DNB', async () => {
    const read = await readSample(`"Dato";"Forklaring";"Rentedato";"Ut fra konto";"Inn på konto"
"30.06.2026";"Fra: Hansen AS Faktura 17";"30.06.2026";"";"1.250,00"
"29.06.2026";"Varekjøp Rema";"29.06.2026";"155,50";""
"28.06.2026";"Varekjøp Kiwi";"28.06.2026";"55,50";""`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 NOK |  |  | Fra: Hansen AS Faktura 17',
      '2026-06-29 -155.50 NOK |  |  | Varekjøp Rema',
      '2026-06-28 -55.50 NOK |  |  | Varekjøp Kiwi',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('Danske Bank', async () => {
    const read = await readSample(`"Dato";"Tekst";"Beløb";"Saldo";"Status";"Afstemt"
"28.06.2026";"Netto";"-155,50";"11.094,50";"Udført";"Nej"
"30.06.2026";"Hansen ApS faktura 17";"1.250,00";"12.344,50";"Udført";"Nej"
"01.07.2026";"Husleje";"-5.000,00";"";"Venter";"Nej"`);
    expect(read.lines).toEqual([
      '2026-06-28 -155.50 DKK |  |  | Netto',
      '2026-06-30 1250.00 DKK |  |  | Hansen ApS faktura 17',
      'pending 2026-07-01 -5000.00 DKK |  |  | Husleje',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 11250.00 12344.50 true'], warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('Swedbank', async () => {
    const read = await readSample(`* Transaktioner Period 2026-06-01 – 2026-06-30 Skapad 2026-07-01 12:00 CET
Radnummer,Clearingnummer,Kontonummer,Produkt,Valuta,Bokföringsdag,Transaktionsdag,Valutadag,Referens,Beskrivning,Belopp,Bokfört saldo
1,81059,123456789,"Företagskonto",SEK,2026-06-30,2026-06-30,2026-06-30,"FAKTURA 17","Bg-bet. via internet",1250.00,12345.00
2,81059,123456789,"Företagskonto",SEK,2026-06-29,2026-06-29,2026-06-29,"ICA","Kortköp",-155.50,11095.00`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 SEK |  |  | FAKTURA 17 Bg-bet. via internet',
      '2026-06-29 -155.50 SEK |  |  | ICA Kortköp',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['123456789 11250.50 12345.00 true'], warnings: [], questions: [] });
  });
});
