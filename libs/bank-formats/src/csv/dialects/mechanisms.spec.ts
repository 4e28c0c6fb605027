import { describe, expect, it } from '@jest/globals';
import { readSample } from './read-sample.js';

// Each a way in which exports differ, whatever the bank.
describe('What exports of many banks have in common', () => {
  it('titles whose words are told apart by capitals alone', async () => {
    const read = await readSample(`"Date","Account","Amount","CounterpartyAccount","BIC","CounterpartyName","TransactionType","Communication","RunningBalance"
"21-05-2026","BE68539007547034","480,00","BE71096123456769","AXABBE22","Nora Claes","SCT","Facture 17","497,98"
"22-05-2026","BE68539007547034","-74,74","","","Energie Noord","SDD","Acompte","423,24"`);
    expect(read.lines).toEqual(['2026-05-21 480.00 EUR | Nora Claes | BE71096123456769 | Facture 17', '2026-05-22 -74.74 EUR | Energie Noord |  | Acompte']);
    expect(read.statements).toEqual(['BE68539007547034 17.98 423.24 true']);
  });

  it('signed amounts under a title that elsewhere says debit or credit, and an identifier of the creditor that is no reference', async () => {
    const read = await readSample(`Kontonummer;Buchungstag;Wertstellung;Soll/Haben;Buchungsart;Empfänger/Auftraggeber Name;Empfänger/Auftraggeber IBAN;Glaeubiger-ID;Vwz.0;Vwz.1
1234567890;17.04.2026;17.04.2026;-25,99;Lastschrift;Strom und Gas GmbH;DE89370400440532013000;DE98ZZZ09999999999;Ihre Rechnung 123;vom 14.04.
1234567890;18.04.2026;18.04.2026;125,99;Gutschrift;Anna Berg;DE02120300000000202051;;Rechnung 17;`);
    expect(read.lines).toEqual(['2026-04-17 -25.99 EUR | Strom und Gas GmbH | DE89370400440532013000 | Ihre Rechnung 123 vom 14.04.', '2026-04-18 125.99 EUR | Anna Berg | DE02120300000000202051 | Rechnung 17']);
    expect(read).toMatchObject({ statements: ['1234567890 - - null'], questions: ['currency'] });
  });

  it('the currency of the country beside the figures', async () => {
    const read = await readSample(`Datum;Text;Typ;Belopp;Saldo
2026-01-17;Närbutik;Korttransaktion;-144,75 kr;419,87 kr
2026-02-01;Faktura 17;Insättning;2 500,00 kr;2 919,87 kr`);
    expect(read.lines).toEqual(['2026-01-17 -144.75 SEK |  |  | Närbutik', '2026-02-01 2500.00 SEK |  |  | Faktura 17']);
    expect(read).toMatchObject({ statements: ['- 564.62 2919.87 true'], questions: ['currency'] });
    const coded = await readSample('Dátum;Közlemény;Összeg\n2026.09.10.;Bolt;-12 345 Ft\n2026.09.11.;Számla 17;180 000 Ft\n');
    expect(coded).toMatchObject({ lines: ['2026-09-10 -12345.00 HUF |  |  | Bolt', '2026-09-11 180000.00 HUF |  |  | Számla 17'], questions: [] });
  });

  it('the same title over the amount abroad and over that of the account; the balance in the last line', async () => {
    const read = await readSample(`Belegdatum;Eingangstag;Verwendungszweck;Fremdwährung;Betrag;Kurs;Betrag;Währung
02.01.2026;02.01.2026;Tankstelle;;;;- 12,34;EUR
03.01.2026;03.01.2026;Hotel;USD;- 130,45;1,05670;- 123,45;EUR
Saldo:;;;;;;-135,79;EUR`);
    expect(read.lines).toEqual(['2026-01-02 -12.34 EUR |  |  | Tankstelle', '2026-01-03 -123.45 EUR |  |  | Hotel']);
    expect(read).toMatchObject({ statements: ['- - -135.79 null'], warnings: [], questions: [] });
  });

  it('one balance in all rows is that of the day of the export', async () => {
    const read = await readSample(`KontoNr;BLZ;Auszugsdatum;Saldo;Währung;Buchungsdatum;Verwendungszweck;Empfänger;Betrag;Währung
111111111;22222222;09.09.2026;+780,56;EUR;16.08.2026;RE 123;WERKSTATT IM HOF;-600,30;EUR
111111111;22222222;09.09.2026;+780,56;EUR;17.08.2026;RE 17;EVA KLEIN;+150,00;EUR`);
    expect(read).toMatchObject({ lines: ['2026-08-16 -600.30 EUR | WERKSTATT IM HOF |  | RE 123', '2026-08-17 150.00 EUR | EVA KLEIN |  | RE 17'], statements: ['111111111 - - null'], warnings: [] });
  });

  it('a message without date and money is left out, and 30 February is the end of the month', async () => {
    const read = await readSample(`Buchungstag;Wertstellung;Umsatzart;Buchungstext;Betrag;Währung
;;;Abschluss Zinsen;0,00;EUR
01.03.2026;01.03.2026;Gutschrift;Rechnung 17;14,50;EUR
02.03.2026;30.02.2026;Lastschrift;Fahrkarte;-4,50;EUR`);
    expect(read).toMatchObject({ lines: ['2026-03-01 14.50 EUR |  |  | Rechnung 17', '2026-03-02 -4.50 EUR |  |  | Fahrkarte'], warnings: ['row_skipped', 'value_date_adjusted'] });
    await expect(readSample('Buchungstag;Umsatzart;Buchungstext;Betrag;Währung\n02.03.2026;L;A;-4,50;EUR\n;L;B;-1,00;EUR\n')).rejects.toMatchObject({ code: 'bad_date' });
  });

  it('a rate beside the amounts tells which sign is the decimal one', async () => {
    const read = await readSample(`TransactionId,Date,Amount,Currency,OriginalAmount,OriginalCurrency,Details,ExchangeRate
TRX1,2026-05-05,-12.900,CHF,-15.000,USD,KIOSK,0.860000
TRX2,2026-05-06,29.000,CHF,29.000,CHF,GUTSCHRIFT 17,1.000000`);
    expect(read).toMatchObject({ lines: ['2026-05-05 -12.90 CHF |  |  | KIOSK', '2026-05-06 29.00 CHF |  |  | GUTSCHRIFT 17'], questions: [] });
  });

  it('purchases without sign among a refund with one are money spent, which is asked', async () => {
    const read = await readSample(`CardId,Date,Amount,Currency,MerchantName
1234,2026-05-01,29.50,CHF,Restaurant Linde
1234,2026-05-02,10.20,CHF,Kiosk
1234,2026-05-03,12.90,CHF,Buchladen
1234,2026-05-04,-80.40,CHF,Schuhhaus`);
    expect(read.lines.map((line) => line.slice(0, 21))).toEqual(['2026-05-01 -29.50 CHF', '2026-05-02 -10.20 CHF', '2026-05-03 -12.90 CHF', '2026-05-04 80.40 CHF '].map((line) => line.slice(0, 21)));
    expect(read.questions).toEqual(['sign']);
  });

  it('the number of a card is no amount, and titles that are not those of the rows say nothing', async () => {
    const card = await readSample(`1111222233330000;28.12.2026;28.12.2026;STEUER;;;-0,17
1111222233330000;21.01.2026;18.01.2026;TANKSTELLE;;;-15,00
1111222233330000;07.01.2026;07.01.2026;+ 15.0 PUNKTE;;;
1111222233330000;21.01.2026;18.01.2026;RABATT;;;0,75`);
    expect(card.lines).toEqual(['2026-12-28 -0.17 EUR |  |  | STEUER', '2026-01-21 -15.00 EUR |  |  | TANKSTELLE', '2026-01-21 0.75 EUR |  |  | RABATT']);
    expect(card).toMatchObject({ warnings: ['header_assumed', 'currency_assumed', 'row_skipped'], questions: ['columns', 'currency'] });

    const shifted = await readSample(`Date,Bank,Address,City,Country,Name,Memo,Amount,
2026:03:01,KREDITBANK,",Vilnius,LT","UAB Beržas","Faktura 17",889.81,
2026:03:06,,",,","","Mokestis",-.46,`);
    expect(shifted.lines.map((line) => line.slice(0, 21))).toEqual(['2026-03-01 889.81 EUR', '2026-03-06 -0.46 EUR ']);
    expect(shifted.questions).toEqual(['columns', 'currency']);
  });

  it('what is not booked, in the words of many banks', async () => {
    const read = await readSample(`Datum;Name;Status;Währung;Betrag
01.06.2026;A;Abgeschlossen;EUR;1,00
02.06.2026;B;Nicht ausgeführt;EUR;2,00
03.06.2026;C;Ausstehend;EUR;3,00
04.06.2026;D;W realizacji;EUR;4,00
05.06.2026;E;Zamítnuto;EUR;5,00
06.06.2026;F;Échouée;EUR;6,00
07.06.2026;G;Gebucht;EUR;7,00
* noch nicht ausgeführte Umsätze;;;;`);
    expect(read.lines.map((line) => line.split(' ')[0])).toEqual(['2026-06-01', 'information', 'pending', 'pending', 'information', 'information', '2026-06-07']);
    expect(read.warnings).toEqual([]);
  });

  it('dates with months by their names, days of the week and times without signs', async () => {
    const dates = ['30 czerwca 2026', '2026. szeptember 10.', '13 Haz 2026', 'lun. 15 juin 2026', 'Mon 15/06/2026', '20260615143000', '15JUN2026', 'Dec 12, 2026', '3. kesäkuuta 2026', '2026 m. birželio 13 d.', '1 Μαΐου 2026', '5 października 2026'];
    const read = await readSample(`Date;Text;Amount EUR\n${dates.map((date) => `${date};A;1,50`).join('\n')}\n`);
    expect(read.lines.map((line) => line.slice(0, 10))).toEqual([
      '2026-06-30', '2026-09-10', '2026-06-13', '2026-06-15', '2026-06-15', '2026-06-15', '2026-06-15', '2026-12-12', '2026-06-03', '2026-06-13', '2026-05-01', '2026-10-05',
    ]);
  });

  it('encodings of the East', async () => {
    const cyrillic = Uint8Array.from([...'Дата;Основание;Сума\n02.06.2026;Фактура 17;45,50\n'].map((letter) => (letter.charCodeAt(0) < 128 ? letter.charCodeAt(0) : letter.charCodeAt(0) - 0x410 + 0xc0)));
    const read = await readSample(cyrillic);
    expect(read.lines).toEqual(['2026-06-02 45.50 EUR |  |  | Фактура 17']);
    expect(read.summary.encoding).toBe('windows-1251');
  });

  it('IBANs under a title that nobody knows, and accounts under one of names', async () => {
    const read = await readSample(`#;Account;Date;Amount;Currency;Name;Number;Reason
1;DE89370400440532013000;2026-02-20;100,00;EUR;"Jane Roth";"DE02120300000000202051";"Invoice 17"
2;DE89370400440532013000;2026-02-08;-63,89;EUR;"Fuel Ltd";"BE71096123456769";"Fuel"`);
    expect(read.lines).toEqual(['2026-02-20 100.00 EUR | Jane Roth | DE02120300000000202051 | Invoice 17', '2026-02-08 -63.89 EUR | Fuel Ltd | BE71096123456769 | Fuel']);
    const mixed = await readSample(`Uitvoeringsdatum;Bedrag;Valuta rekening;Rekeningnummer;Tegenpartij;Naam van de tegenpartij;Mededeling
13/01/2026;-5,30;EUR;BE68539007547034;BETALING MET BANKKAART;BAKKERIJ LINDE;brood
14/01/2026;97,57;EUR;BE68539007547034;BE71096123456769;NORA CLAES;factuur 17`);
    expect(mixed.lines).toEqual(['2026-01-13 -5.30 EUR | BAKKERIJ LINDE |  | brood', '2026-01-14 97.57 EUR | NORA CLAES | BE71096123456769 | factuur 17']);
  });

  it('an account beside some names and not beside others is theirs', async () => {
    const read = await readSample(`Datum;Text;Soll EUR;Haben EUR;Auftraggeber/Empfänger;Konto;Saldo
02.06.2026;Einkauf;45,50;;BAUMARKT NORD;;954,50
13.06.2026;Rechnung 17;;1250,00;EVA KLEIN;DE02120300000000202051;2204,50`);
    expect(read).toMatchObject({ lines: ['2026-06-02 -45.50 EUR | BAUMARKT NORD |  | Einkauf', '2026-06-13 1250.00 EUR | EVA KLEIN | DE02120300000000202051 | Rechnung 17'], statements: ['- 1000.00 2204.50 true'] });
  });

  it('a line of the account above rows without titles, also by the mapping that is kept of it', async () => {
    const rows = '02/10/2026;PAIEMENT CARTE;BOULANGERIE;-12,34\n03/10/2026;VIREMENT;SARL DURAND FA 17;500,00\n14/10/2026;PRELEVEMENT;TELECOM;-45,90\n';
    const lines = ['2026-10-02 -12.34 EUR |  |  | PAIEMENT CARTE BOULANGERIE', '2026-10-03 500.00 EUR |  |  | VIREMENT SARL DURAND FA 17', '2026-10-14 -45.90 EUR |  |  | PRELEVEMENT TELECOM'];
    const file = `Compte de chèques;****1234;31/10/2026;1 234,56\n${rows.repeat(3)}`;
    const read = await readSample(file);
    expect(read).toMatchObject({ lines: [...lines, ...lines, ...lines], questions: ['columns', 'currency'] });
    expect((await readSample(file, { csv: { mapping: read.summary.mapping! } })).lines).toEqual(read.lines);
    // A date that does not exist makes no line of the account.
    await expect(readSample(`31/02/2026;03/03/2026;BOULANGERIE;-12,34\n02/10/2026;02/10/2026;PAIN;-1,00\n03/10/2026;03/10/2026;PAIN;-2,00\n04/10/2026;04/10/2026;PAIN;-2,00\n05/10/2026;05/10/2026;PAIN;-2,00\n06/10/2026;06/10/2026;PAIN;-2,00\n07/10/2026;07/10/2026;PAIN;-2,00\n`)).rejects.toMatchObject({ code: 'bad_date' });
  });
});
