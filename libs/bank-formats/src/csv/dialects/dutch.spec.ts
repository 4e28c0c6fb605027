import { describe, expect, it } from '@jest/globals';
import { readSample } from './read-sample.js';

// Made up in the shape of each bank's export.
describe('Dutch exports', () => {
  it('ING, Dutch', async () => {
    const read = await readSample(`"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen";"Saldo na mutatie";"Tag"
"20260630";"Bakkerij Jansen";"NL69INGB0123456789";"NL91ABNA0417164300";"OV";"Bij";"1.250,00";"Overschrijving";"Naam: Bakkerij Jansen Omschrijving: factuur 2026-17 IBAN: NL91ABNA0417164300";"3.250,00";""
"20260629";"ALBERT HEIJN 1234";"NL69INGB0123456789";"";"BA";"Af";"12,50";"Betaalautomaat";"Pasvolgnr: 001 29-06-2026 12:00";"2.000,00";""`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR | Bakkerij Jansen | NL91ABNA0417164300 | factuur 2026-17',
      '2026-06-29 -12.50 EUR | ALBERT HEIJN 1234 |  | Pasvolgnr: 001 29-06-2026 12:00',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['NL69INGB0123456789 2012.50 3250.00 true'], warnings: [], questions: [] });
  });

  it('ING, English', async () => {
    const read = await readSample(`"Date","Name / Description","Account","Counterparty","Code","Debit/credit","Amount (EUR)","Transaction type","Notifications"
"20260630","Bakkerij Jansen","NL69INGB0123456789","NL91ABNA0417164300","GT","Credit","1250,00","Online Banking","Name: Bakkerij Jansen Description: factuur 2026-17"
"20260629","AH","NL69INGB0123456789","","BA","Debit","12,50","Payment terminal","Card sequence no.: 001"`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR | Bakkerij Jansen | NL91ABNA0417164300 | factuur 2026-17',
      '2026-06-29 -12.50 EUR | AH |  | Card sequence no.: 001',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['NL69INGB0123456789 - - null'], warnings: [], questions: [] });
  });

  it('ABN AMRO', async () => {
    const read = await readSample(`123456789\tEUR\t20260601\t1000,00\t900,00\t20260601\t-100,00\tSEPA Overboeking                 IBAN: NL91INGB0417164300        BIC: INGBNL2A                    Naam: J JANSEN                   Omschrijving: factuur 12
123456789\tEUR\t20260602\t900,00\t1150,50\t20260602\t250,50\t/TRTP/SEPA OVERBOEKING/IBAN/NL91INGB0417164300/BIC/INGBNL2A/NAME/K PIETERS/REMI/2026-13/EREF/NOTPROVIDED
123456789\tEUR\t20260603\t1150,50\t1100,00\t20260603\t-50,50\tBEA   NR:AB1234   03.06.26/12.00 ALBERT HEIJN`);
    expect(read.lines).toEqual([
      '2026-06-01 -100.00 EUR | J JANSEN | NL91INGB0417164300 | factuur 12',
      '2026-06-02 250.50 EUR | K PIETERS | NL91INGB0417164300 | 2026-13',
      '2026-06-03 -50.50 EUR |  |  | BEA NR:AB1234 03.06.26/12.00 ALBERT HEIJN',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['123456789 1000.00 1100.00 true'], warnings: ['header_assumed'], questions: ['columns'] });
  });

  it('Triodos', async () => {
    const read = await readSample(`"01-06-2026","NL12TRIO0123456789","100,00","Credit","Stichting X","NL91ABNA0417164300","ET","Bijdrage 2026","1.100,00"
"02-06-2026","NL12TRIO0123456789","50,00","Debet","Energie BV","NL20INGB0001234567","IC","Maandbedrag","1.050,00"
"15-06-2026","NL12TRIO0123456789","25,50","Debet","Winkel","","BA","Betaling","1.024,50"`);
    expect(read.lines).toEqual([
      '2026-06-01 100.00 EUR |  | NL91ABNA0417164300 | Stichting X ET Bijdrage 2026',
      '2026-06-02 -50.00 EUR |  | NL20INGB0001234567 | Energie BV IC Maandbedrag',
      '2026-06-15 -25.50 EUR |  |  | Winkel BA Betaling',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['NL12TRIO0123456789 1000.00 1024.50 true'], warnings: ['header_assumed', 'currency_assumed'], questions: ['columns', 'currency'] });
  });
});
