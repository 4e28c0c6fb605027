import { describe, expect, it } from '@jest/globals';
import { readSample } from './read-sample.js';

// Made up: what stands around the transactions, and rows that are not as wide as the header.
describe('shapes of the table', () => {
  it('texts that go on beyond the last title', async () => {
    const read = await readSample(`Kontonummer;Buchungsdatum;Valutadatum;Waehrung;Betrag;Buchungstext;Umsatztext
11223344;2026-06-30;2026-06-30;EUR;150,00;"Gutschrift";Maier GmbH;"RG 17";"Danke"
11223344;2026-06-29;2026-06-29;EUR;-12,50;"Kartenzahlung";"Bäckerei"`);
    expect(read.lines).toEqual(['2026-06-30 150.00 EUR |  |  | Maier GmbH RG 17 Danke', '2026-06-29 -12.50 EUR |  |  | Bäckerei']);
    expect(read.warnings).toEqual([]);
  });

  it('cells beyond the header where columns follow the text', async () => {
    await expect(readSample('Datum;Text;Betrag\n29.06.2026;Huber;12,50\n30.06.2026;Maier;GmbH;150,00')).rejects.toThrow(/4 cells and the header 3/);
  });

  it('a header longer than its rows, names in quotation marks, balances and turnovers as rows', async () => {
    const read = await readSample(`"Sąskaitos Nr.","","Data","Gavėjas","Paaiškinimai","Suma","Valiuta","D/K","Įrašo Nr.","Kodas","Dok. Nr.","Kliento kodas",
"LT121000011101001000","10","2026-06-01","","Likutis pradžiai","100.00","EUR","K","","AS",
"LT121000011101001000","20","2026-06-02","UAB "Beržas"","Prekės 17","12.50","EUR","D","2026060200001","K",
"LT121000011101001000","20","2026-06-03","Ona Onaitė","Sąskaita 18","250.00","EUR","K","2026060300002","MK",
"LT121000011101001000","82","2026-06-30","","Apyvarta","12.50","EUR","D","","K2",
"LT121000011101001000","82","2026-06-30","","Apyvarta","250.00","EUR","K","","K2",
"LT121000011101001000","86","2026-06-30","","Likutis pabaigai","337.50","EUR","K","","LS",
`);
    expect(read.lines).toEqual(['2026-06-02 -12.50 EUR | UAB "Beržas" |  | Prekės 17', '2026-06-03 250.00 EUR | Ona Onaitė |  | Sąskaita 18']);
    expect({ statements: read.statements, warnings: read.warnings }).toEqual({ statements: ['LT121000011101001000 100.00 337.50 true'], warnings: [] });
  });

  it('a section of movements that are not booked yet', async () => {
    const read = await readSample(`;;Numero conto:;100200300400;;
;;Controvalore in:;EUR;;
;;;;;
Data contabile;Data valuta;Descrizione;Accrediti;Addebiti;Descrizione estesa
;;Saldo contabile iniziale in Euro;;1000,00;
28.06.26;28.06.26;BONIFICO;640,00;;ROSSI SRL FT 17
29.06.26;29.06.26;PAGAMENTO POS;;-22,50;BAR
;;Saldo contabile finale in Euro;;1617,50;
;;;Operazioni non contabilizzate;;
;30.06.26;PRENOTAZIONE;;-746,30;BOLLETTINO`);
    expect(read.lines).toEqual(['2026-06-28 640.00 EUR |  |  | BONIFICO ROSSI SRL FT 17', '2026-06-29 -22.50 EUR |  |  | PAGAMENTO POS BAR', 'pending 2026-06-30 -746.30 EUR |  |  | PRENOTAZIONE BOLLETTINO']);
    expect({ statements: read.statements, warnings: read.warnings }).toEqual({ statements: ['100200300400 1000.00 1617.50 true'], warnings: [] });
  });

  it('balances below the rows in the columns of the amounts, and a word for the value date', async () => {
    const read = await readSample(`DATA;VALUTA;DARE;AVERE;DIVISA;DESCRIZIONE_OPERAZIONE;CAUSALE_ABI
29/06/2026;27/06/2026;100,00;;EUR;PAGAMENTO BAR;43
30/06/2026;30/06/2026;;41,05;EUR;BONIFICO ROSSI;48
30/06/2026;prenotata;33,35;;EUR;PRE-ADDEBITO;
30/06/2026;;;555,39;EUR;Saldo contabile;
30/06/2026;;;555,39;EUR;Saldo liquido;
30/06/2026;;;777,04;EUR;Disponibilita al;`);
    expect(read.lines).toEqual(['2026-06-29 -100.00 EUR |  |  | PAGAMENTO BAR', '2026-06-30 41.05 EUR |  |  | BONIFICO ROSSI', 'pending 2026-06-30 -33.35 EUR |  |  | PRE-ADDEBITO']);
    expect(read.statements).toEqual(['- - 555.39 null']);
  });

  it('both balances in one row above, and totals below', async () => {
    const read = await readSample(`Numero Conto,0000011122233,,Data Aggiornamento,,29/06/2026,
Saldo Iniziale,"100,00 EUR",,Saldo Finale,,"137,50 EUR",
,,,,,,
Data Op.,Data Val.,Causale,Descrizione,Importo,Div.,
28/06/2026,28/06/2026,BONIFICO,ROSSI SRL FT 17,50.00,EUR,
29/06/2026,29/06/2026,POS,BAR,-12.50,EUR,
,,,,,,
,,,Totale Entrate €,50.00,,
,,,Totale Movimenti €,37.50,,`);
    expect(read.lines).toEqual(['2026-06-28 50.00 EUR |  |  | BONIFICO ROSSI SRL FT 17', '2026-06-29 -12.50 EUR |  |  | POS BAR']);
    expect({ statements: read.statements, warnings: read.warnings }).toEqual({ statements: ['0000011122233 100.00 137.50 true'], warnings: [] });
  });

  it('letters spaced out for a balance', async () => {
    const read = await readSample(`"Data","Histórico","Número do documento","Valor",
"01/06/2026","Saldo Anterior","0","12.75",
"02/06/2026","Compra com Cartão","123456","-2.75",
"15/06/2026","Recebimento","123457","90.00",
"30/06/2026","S A L D O","0","100.00",`);
    expect(read.lines).toEqual(['2026-06-02 -2.75 EUR |  |  | Compra com Cartão', '2026-06-15 90.00 EUR |  |  | Recebimento']);
    expect(read.statements).toEqual(['- 12.75 100.00 true']);
  });

  it('the text of a movement in rows of its own, under the title of its kind', async () => {
    const read = await readSample(`Date;Nature de l'opération;Débit;Crédit;Devise;Date de valeur;Libellé interbancaire
"17/06/2026";"VIR RECU 8527975563S";"";"115,00";"EUR";"17/06/2026";"VIR SEPA RECU"
"";"DE: DUMAS SARL";"";"";"";"";""
"";"MOTIF: FACTURE FA17";"";"";"";"";""
"18/06/2026";"CARTE X4611 14/06 BOULANGERIE";"-9,00";"";"EUR";"18/06/2026";"FACTURES CARTES PAYEES"`);
    expect(read.lines).toEqual(['2026-06-17 115.00 EUR | DUMAS SARL |  | FACTURE FA17', '2026-06-18 -9.00 EUR |  |  | CARTE X4611 14/06 BOULANGERIE FACTURES CARTES PAYEES']);
    expect(read.warnings).toEqual([]);
  });

  it('filters above the header that read like one', async () => {
    const read = await readSample(`Boekingsdatum vanaf; Boekingsdatum tot en met; Bedrag vanaf; Bedrag tot en met; Mededeling; Rekening tegenpartij;
;;;;;;
Laatste saldo;250,00 EUR

Rekening;Boekingsdatum;Afschriftnummer;Transactienummer;Rekening tegenpartij;Naam tegenpartij bevat;Transactie;Valutadatum;Bedrag;Devies;Mededelingen
BE68 5390 0754 7034;24/06/2026;00010;52;;;KAART BAKKER;22/06/2026;-67,90;EUR;
BE68 5390 0754 7034;23/06/2026;00010;51;BE71096123456769;Janssens BV;OVERSCHRIJVING;23/06/2026;150,00;EUR;Factuur 17`);
    expect(read.lines).toEqual(['2026-06-24 -67.90 EUR |  |  | KAART BAKKER', '2026-06-23 150.00 EUR | Janssens BV | BE71096123456769 | OVERSCHRIJVING Factuur 17']);
    expect(read.warnings).toEqual([]);
  });

  it('remarks about the next card are no text of the last row', async () => {
    const read = await readSample('Date;Libellé;Débit euros;Crédit euros;\n18/06/2026;"3446335 \nREMISE DE CHEQUE REF: 77\n";;30,13;\n19/06/2026;VIREMENT DUMAS;;20,00;\n\nVISA no 4533 07xx;\n\n;Pas d\'opération pour cette carte;');
    expect(read.lines).toEqual(['2026-06-18 30.13 EUR |  |  | 3446335 REMISE DE CHEQUE', '2026-06-19 20.00 EUR |  |  | VIREMENT DUMAS']);
  });

  it('a date in the line above is no account', async () => {
    const read = await readSample(`"Relevé de compte de:";"2026-06-01"
"Relevé de compte jusqu'au:";"2026-06-30"
;
"Date";"Libellé";"Numéro de référence";"Montant";"Valeur"
"29.06.2026";"Boulangerie";"85 1";"-15,50";"28.06.2026"`);
    expect(read.statements).toEqual(['- - - null']);
  });

  it('lines about the account above rows without titles', async () => {
    const read = await readSample('1234567890;EUR;01.06.2026\nMax Mustermann;;;\n;;;\n01.06.2026;Miete;-800,00;200,00\n02.06.2026;Gehalt;1.500,00;1.700,00');
    expect(read.lines).toEqual(['2026-06-01 -800.00 EUR |  |  | Miete', '2026-06-02 1500.00 EUR |  |  | Gehalt']);
    expect({ statements: read.statements.map((each) => each.slice(0, 10)), warnings: read.warnings }).toEqual({ statements: ['1234567890'], warnings: ['header_assumed'] });
  });

  it('amounts without a sign, of which some are called direct debits', async () => {
    const rows = (kind: string): string => `Buchungstag;Buchungstext;Verwendungszweck;Betrag;Waehrung\n01.06.2026;LASTSCHRIFT;REWE;50,00;EUR\n15.06.2026;${kind};Gehalt;3500,00;EUR`;
    // Where every kind says which way the money goes, it is believed; else a person is asked.
    expect((await readSample(rows('GUTSCHRIFT'))).lines.map((line) => line.slice(11, 19))).toEqual(['-50.00 E', '3500.00 ']);
    expect((await readSample(rows('ONLINE-UEBERWEISUNG'))).questions).toEqual(['sign']);
  });
});
