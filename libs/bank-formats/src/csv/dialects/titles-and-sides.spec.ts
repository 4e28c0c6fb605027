import { describe, expect, it } from '@jest/globals';
import { readSample } from './read-sample.js';

// Made up: what the titles and cells say of columns, directions, accounts and currencies.
describe('titles and sides', () => {
  it.each([
    ['K and D', 'Radnr,Konto,Bokföringsdag,Referens,Belopp,Valuta,D/K', '1,8105912345,2026/06/15,ICA,155.50,SEK,D\n2,8105912345,2026/06/25,LÖN,250.00,SEK,K', ['2026-06-15 -155.50 SEK |  |  | ICA', '2026-06-25 250.00 SEK |  |  | LÖN']],
    ['Kredit and Debet under a title of kinds', 'Dátum zaúčtovania,Suma,Mena,Typ,Popis transakcie', '15.06.2026,250.50,EUR,Kredit,Platba\n16.06.2026,12.50,EUR,Debet,Nákup', ['2026-06-15 250.50 EUR |  |  | Platba', '2026-06-16 -12.50 EUR |  |  | Nákup']],
    ['amounts that go out and come in', 'Datum der Transaktion,Referenz,Zahlungsreferenz,Rechnungsbetrag ausgehend,Rechnungsbetrag eingehend,Zahlungswährung', '"29.06.26, 13:56",Anna Maier,RG 17,840.12,0.00,EUR\n"28.06.26, 09:19",Max Huber,RG 18,0.00,40.00,EUR', ['2026-06-29 -840.12 EUR |  |  | Anna Maier RG 17', '2026-06-28 40.00 EUR |  |  | Max Huber RG 18']],
    ['sides within the title of an amount', 'Data di registrazione;Testo;Importo di addebito (CHF);Importo di accredito (CHF)', '30.06.2026;Spese;47.60;\n29.06.2026;Rossi;;312.00', ['2026-06-30 -47.60 CHF |  |  | Spese', '2026-06-29 312.00 CHF |  |  | Rossi']],
    ['sides as one word', 'Buchungsdatum;Text;Belastungsbetrag (CHF);Gutschriftsbetrag (CHF)', '30.06.2026;Miete;47.60;\n29.06.2026;Meier;;312.00', ['2026-06-30 -47.60 CHF |  |  | Miete', '2026-06-29 312.00 CHF |  |  | Meier']],
    ['Norwegian sides', 'Dato;Innbetaling;Utbetaling;Tekst', '05.06.2026;994,00;;Nettbank\n06.06.2026;;155,50;REMA', ['2026-06-05 994.00 NOK |  |  | Nettbank', '2026-06-06 -155.50 NOK |  |  | REMA']],
    ['Spanish sides', 'Fecha operacion,Concepto,Debe,Haber', '25/06/2026,Tarjeta,55.20,\n24/06/2026,Transferencia,,350.00', ['2026-06-25 -55.20 EUR |  |  | Tarjeta', '2026-06-24 350.00 EUR |  |  | Transferencia']],
    ['Hungarian sides, and weekdays behind the dates', 'Könyvelés dátuma;Összeg;Terhelés vagy jóváírás (T/J);Közlemény', '2026.06.22., hétfő;7 291,00 HUF;T;bolt\n2026.06.23., kedd;12 000,00 HUF;J;számla 17', ['2026-06-22 -7291.00 HUF |  |  | bolt', '2026-06-23 12000.00 HUF |  |  | számla 17']],
    ['an amount of parts beside debit and credit', 'Date de comptabilisation;Description;Monn.;Sous-montant;Débit;Crédit', '30.06.2026;Loyer;CHF;;47.60;\n30.06.2026;Frais;CHF;-0.60;;\n29.06.2026;Meier;CHF;;;312.00', ['2026-06-30 -47.60 CHF |  |  | Loyer', '2026-06-29 312.00 CHF |  |  | Meier']],
    ['the currency as the title of the amounts', 'Data;Descrizione;EUR;Caus.', '30.06.2026;Bollo;-12.41;198\n29.06.2026;Rossi;66.98;280', ['2026-06-30 -12.41 EUR |  |  | Bollo', '2026-06-29 66.98 EUR |  |  | Rossi']],
    ['the currency under the title, the amount beside it', 'Datum,Omschrijving,Mutatie,,Saldo,', '30-06-2026,Rente,EUR,"0,19",EUR,"13,88"\n29-06-2026,Kosten,EUR,"-0,03",EUR,"13,69"', ['2026-06-30 0.19 EUR |  |  | Rente', '2026-06-29 -0.03 EUR |  |  | Kosten']],
  ])('%s', async (_, header, rows, lines) => {
    expect((await readSample(`${header}\n${rows}`)).lines).toEqual(lines);
  });

  it('purchases of a card without a sign', async () => {
    const read = await readSample(`Account Number,Transaction Date,Merchant Name,Amount,Currency,Posted Date,Transaction Type
****9940,13/06/2026,CAFE,10,GBP,14/06/2026,PURCHASE
****9940,15/06/2026,PAYMENT THANK YOU,-110.50,GBP,16/06/2026,PAYMENT`);
    expect(read.lines).toEqual(['2026-06-14 -10.00 GBP | CAFE |  | PURCHASE', '2026-06-16 110.50 GBP | PAYMENT THANK YOU |  | PAYMENT']);
  });

  it('the day of execution is the booking date, and the account of the other side is nobody\'s own', async () => {
    const read = await readSample(`Volgnummer;Uitvoeringsdatum;Valutadatum;Rekening;Omschrijving;Bedrag;Valuta rekening
1;27/06/2026;26/06/2026;BE68 5390 0754 7034;Storting Janssens;250,00;EUR
2;25/06/2026;25/06/2026;-;Kaart bakker;-12,50;EUR`);
    expect(read.lines).toEqual(['2026-06-27 250.00 EUR |  | BE68539007547034 | Storting Janssens', '2026-06-25 -12.50 EUR |  |  | Kaart bakker']);
    expect({ statements: read.statements, questions: read.questions }).toEqual({ statements: ['- - - null'], questions: [] });
  });

  it('an own account beside the accounts of partners', async () => {
    const read = await readSample(`IBAN;Buchungsdatum;Waehrung;Betrag;Umsatztext;Name des Partners;Kontoverbindung des Partners
AT611904300234573201;2026-06-30;EUR;-40,51;Abschluss;;
AT611904300234573201;2026-06-29;EUR;-52,32;RG 17;Maier GmbH;AT483200000012345864`);
    expect(read.lines).toEqual(['2026-06-30 -40.51 EUR |  |  | Abschluss', '2026-06-29 -52.32 EUR | Maier GmbH | AT483200000012345864 | RG 17']);
    expect(read.statements).toEqual(['AT611904300234573201 - - null']);
  });

  it('names, kinds and references of a Dutch and an Estonian export', async () => {
    const dutch = await readSample(`Rekeningnummer;Transactiedatum;Valutacode;CreditDebet;Bedrag;Tegenrekeningnummer;Tegenrekeninghouder;Valutadatum;Betaalwijze;Omschrijving;Machtigingsnummer;Referentie;Boekdatum;
"NL91ABNA0417164300";"28-06-2026";"EUR";"D";"827,75";"FR7630006000011234567890189";"J. Jansen";"28-06-2026";"Overboeking";"Huur";"";"B1";"29-06-2026";`);
    expect(dutch.lines).toEqual(['2026-06-29 -827.75 EUR | J. Jansen | FR7630006000011234567890189 | Huur']);
    const estonian = await readSample(`Account;Date;Beneficiary's account;"Beneficiary's name";(D/C);Amount;Archive ID;"Description";Currency
"EE382200221020145685";"28.06.2026";"EE471000001020145685";"OÜ Tamm";"C";30,00;"RO1";"Arve 17";"EUR"`);
    expect(estonian.lines).toEqual(['2026-06-28 30.00 EUR | OÜ Tamm | EE471000001020145685 | Arve 17']);
  });

  it('a text under a title that nobody knows', async () => {
    const read = await readSample('"Date","Remarque inconnue","Montant"\n"2026/6/22","DÉPÔT 17","50.00"\n"2026/6/23","Loyer","-10.00"');
    expect(read.lines).toEqual(['2026-06-22 50.00 EUR |  |  | DÉPÔT 17', '2026-06-23 -10.00 EUR |  |  | Loyer']);
  });

  it('the creditor identifier is no reference, and a mark without a field is text', async () => {
    const read = await readSample(`Buchungstag;Begünstigter / Auftraggeber;Verwendungszweck;IBAN / Kontonummer;Gläubiger ID;Betrag;Währung
30.6.2026;Stadtwerke;Order ID: 316, Abschlag;DE89370400440532013000;DE98ZZZ09999999999;-12,50;EUR`);
    expect(read.lines).toEqual(['2026-06-30 -12.50 EUR | Stadtwerke | DE89370400440532013000 | Order ID: 316, Abschlag']);
    expect(read.summary.mapping?.columns.map(({ role }) => role)).not.toContain('reference');
  });

  it('names of months in full, and months before days', async () => {
    const italian = await readSample('Data operazione;Descrizione;Entrate;Uscite\n29 gennaio 2026;Rossi;1001,00;\n26 maggio 2026;Bar;;-0,50');
    expect(italian.lines).toEqual(['2026-01-29 1001.00 EUR |  |  | Rossi', '2026-05-26 -0.50 EUR |  |  | Bar']);
    const english = await readSample('Completed Date ; Reference ; Paid Out (EUR) ; Paid In (EUR)\nApr 8, 2026 ; Shop A ; 11.00 ; \nApr 2, 2026 ; Top-Up ; ; 200.00');
    expect(english.lines).toEqual(['2026-04-08 -11.00 EUR |  |  | Shop A', '2026-04-02 200.00 EUR |  |  | Top-Up']);
  });

  it('amounts that all have three decimals are asked about, and not taken for thousands', async () => {
    const amounts = ['53.100', '475.000', '16.100', '12.850', '4.350', '10.300', '2.600', '16.050'];
    const read = await readSample(`Date,Details,Amount,Currency\n${amounts.map((amount, i) => `2026-06-${10 + i},Shop ${i},-${amount},CHF`).join('\n')}`);
    expect(read.lines[0]).toBe('2026-06-10 -53.10 CHF |  |  | Shop 0');
    expect(read.questions).toEqual(['decimal_sign']);
  });

  it('a currency that was withdrawn since', async () => {
    expect((await readSample('Date;Description;Amount;Currency\n2012-06-30;Shop;-12.50;LTL')).lines).toEqual(['2012-06-30 -12.50 LTL |  |  | Shop']);
  });

  it('a currency that nothing names is likely that of the country or the language, and asked', async () => {
    const swiss = await readSample('IBAN;Datum;Text;Betrag\nCH9300762011623852957;30.06.2026;Coop;-12.50\nCH9300762011623852957;29.06.2026;Meier;90.00');
    expect({ lines: swiss.lines[0], questions: swiss.summary.questions?.map(({ assumed }) => assumed) }).toEqual({ lines: '2026-06-30 -12.50 CHF |  |  | Coop', questions: ['CHF'] });
    const known = await readSample('Datum;Text;Betrag\n30.06.2026;Coop;-12.50', { accountCurrency: 'CHF' });
    expect({ line: known.lines[0], warnings: known.warnings, questions: known.questions }).toEqual({ line: '2026-06-30 -12.50 CHF |  |  | Coop', warnings: [], questions: [] });
  });

  it('a side under a title that nobody knows is where the other one is not', async () => {
    const rows = '2026-06-30;Faktura 17;;-155.50;11095.00\n2026-06-29;Berg AB;250.00;;11250.50';
    for (const title of ['Insättningar', 'Tillgodo', 'Vinstre']) {
      const read = await readSample(`Bokförd;Text;${title};Uttag;Bokfört saldo\n${rows}`);
      expect(read.lines).toEqual(['2026-06-30 -155.50 SEK |  |  | Faktura 17', '2026-06-29 250.00 SEK |  |  | Berg AB']);
      expect(read).toMatchObject({ statements: ['- 11000.50 11095.00 true'], warnings: ['currency_assumed'] });
    }
    // What has figures beside the debits as well is something else.
    const taxed = await readSample('Datum;Text;Uttag;Moms\n2026-06-30;Faktura 17;155.50;31.10\n2026-06-29;Hyra;250.00;');
    expect(taxed.lines).toEqual(['2026-06-30 -155.50 SEK |  |  | Faktura 17', '2026-06-29 -250.00 SEK |  |  | Hyra']);
  });

  it('a title that names both sides is that of the other one, or of its account', async () => {
    const read = await readSample('Fecha;Concepto;Destinatario / Emisor;Beneficiario/ordenante;IBAN beneficiario/ordenante;Banco beneficiario/ordenante;Importe\n30/06/2026;FRA 17;;Cliente SL;ES9121000418450200051332;CAIXESBB;250,50\n29/06/2026;Recibo;;Luz SA;;;-12,50');
    expect(read.lines).toEqual(['2026-06-30 250.50 EUR | Cliente SL | ES9121000418450200051332 | FRA 17', '2026-06-29 -12.50 EUR | Luz SA |  | Recibo']);
  });

  it('the number of an invoice is what people are paid for', async () => {
    for (const title of ['Rechnungsnummer', 'Invoice Number', 'Numéro de facture', 'Factuurnummer']) {
      expect((await readSample(`Datum;Name;Betrag;Währung;Transaktionscode;Beschreibung;${title}\n30.06.2026;Kunde GmbH;250,50;EUR;A1;Zahlung;RG 17\n29.06.2026;Bäcker;-12,50;EUR;A2;Kauf;`)).lines).toEqual(['2026-06-30 250.50 EUR | Kunde GmbH |  | Zahlung RG 17', '2026-06-29 -12.50 EUR | Bäcker |  | Kauf']);
    }
  });

  it('From and To are names, and a reference beside the number of the transaction is text', async () => {
    const read = await readSample('Date,Transaction ID,Transaction description,Amount,Currency,From,To,Reference\n2026-06-30,a-1,Client Ltd,250.50,GBP,Client Ltd,,INV 17\n2026-06-29,a-2,Card,-12.50,GBP,,Baker,');
    expect(read.lines).toEqual(['2026-06-30 250.50 GBP | Client Ltd |  | Client Ltd INV 17', '2026-06-29 -12.50 GBP | Baker |  | Card']);
  });
});
