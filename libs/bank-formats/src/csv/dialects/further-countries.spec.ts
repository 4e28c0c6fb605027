import { describe, expect, it } from '@jest/globals';
import { readSample } from './read-sample.js';

// Made up in the shape of each bank's export.
describe('Exports of further countries', () => {
  it('Slovenia: outflow and inflow, the account of either side, the name in a column of its own', async () => {
    const read = await readSample(`ŠT. IZPISKA;POGODBA;RAČUN;DATUM KNJIŽENJA;DATUM VALUTE;DOBRO;BREME;VALUTA;NAMEN;SKLIC V DOBRO;SKLIC V BREME;UDELEŽENEC - RAČUN;UDELEŽENEC - NAZIV;UDELEŽENEC - BIC;KODA NAMENA
6;;SI56263300012039086;29.06.2026;28.06.2026;;13,99;EUR;NAKUP;;;;TRGOVINA LIPA;;
6;;SI56263300012039086;30.06.2026;30.06.2026;1.500,00;;EUR;RAČUN 17;SI00-17;;SI56191000000123438;VRTNARSTVO ZALA D.O.O.;LJBASI2X;SCVE`);
    expect(read.lines).toEqual(['2026-06-29 -13.99 EUR | TRGOVINA LIPA |  | NAKUP', '2026-06-30 1500.00 EUR | VRTNARSTVO ZALA D.O.O. | SI56191000000123438 | RAČUN 17']);
    expect(read).toMatchObject({ statements: ['SI56263300012039086 - - null'], warnings: [], questions: [] });
  });

  it('Croatia: payments out and in, and what is left', async () => {
    const read = await readSample(`Datum valute;Datum izvršenja;Opis plaćanja;Naziv platitelja/primatelja;IBAN platitelja/primatelja;Poziv na broj primatelja;Isplate;Uplate;Stanje
29.06.2026.;29.06.2026.;Najam;ULJARA BRAČ D.O.O.;HR1723600001101234565;HR00 6-2026;450,50;;1.549,50
30.06.2026.;30.06.2026.;Račun 17;IVA MARIĆ;HR1210010051863000160;HR00 17-2026;;1.000,00;2.549,50`);
    expect(read.lines).toEqual(['2026-06-29 -450.50 EUR | ULJARA BRAČ D.O.O. | HR1723600001101234565 | Najam', '2026-06-30 1000.00 EUR | IVA MARIĆ | HR1210010051863000160 | Račun 17']);
    expect(read).toMatchObject({ statements: ['- 2000.00 2549.50 true'], questions: ['currency'] });
  });

  it('Czechia: balances and account above, one account in all rows and the other side beside it', async () => {
    const first = await readSample(`Číslo účtu;123456789;
Počáteční zůstatek;1000,00;
Konečný zůstatek;12549,50;

Datum splatnosti;Protiúčet a kód banky;Název protiúčtu;Částka;Originální částka;Originální měna;VS;Identifikace transakce;Systémový popis;Popis příkazce
30.06.2026;;;-450,50;-18,00;EUR;;001-30062026;Nákup u obchodníka;Káva
29.06.2026;987654321/0800;Eva Malá;12000,00;;;20260017;001-29062026;Příchozí úhrada;Faktura 17`);
    expect(first.lines).toEqual(['2026-06-30 -450.50 CZK |  |  | Nákup u obchodníka Káva', '2026-06-29 12000.00 CZK | Eva Malá |  | 20260017 Příchozí úhrada Faktura 17']);
    expect(first).toMatchObject({ statements: ['123456789 1000.00 12549.50 true'], questions: ['currency'] });

    const second = await readSample(`Účet;Částka;Měna;Datum zaúčtování;Valuta;Banka;Název banky;Číslo účtu;Název účtu;Detaily transakce;Detaily transakce;Reference
2106784321;-450,50;CZK;2026-06-30;2026-06-30;0800;Spořitelna;123456789;Kavárna U Mostu;PLATBA KARTOU;Káva;X1
2106784321;12 000,00;CZK;2026-06-29;2026-06-29;0100;Banka;987654321;Eva Malá;PŘÍCHOZÍ ÚHRADA;Faktura 17;X2`);
    expect(second.lines).toEqual(['2026-06-30 -450.50 CZK | Kavárna U Mostu |  | PLATBA KARTOU Káva', '2026-06-29 12000.00 CZK | Eva Malá |  | PŘÍCHOZÍ ÚHRADA Faktura 17']);
    expect(second).toMatchObject({ statements: ['2106784321 - - null'], warnings: [], questions: [] });
  });

  it('Slovakia', async () => {
    const read = await readSample(`Dátum spracovania;Dátum valuty;Suma;Mena;Typ;Popis;IBAN protiúčtu;Názov protiúčtu;Variabilný symbol;Informácia pre príjemcu;Zostatok
02.06.2026;02.06.2026;-45,50;EUR;Debet;Nákup POS;;POTRAVINY DUBA;;;954,50
13.06.2026;13.06.2026;1250,00;EUR;Kredit;Platba;SK3112000000198742637541;Eva Hájová;20260017;Faktúra 17;2204,50`);
    expect(read.lines).toEqual(['2026-06-02 -45.50 EUR | POTRAVINY DUBA |  | Nákup POS', '2026-06-13 1250.00 EUR | Eva Hájová | SK3112000000198742637541 | Platba 20260017 Faktúra 17']);
    expect(read).toMatchObject({ statements: ['- 1000.00 2204.50 true'], warnings: [], questions: [] });
  });

  it('Poland: the amount in the currency of the account is the amount, the other one the original; blocked money is none', async () => {
    const transfers = await readSample(`Data transakcji;Data księgowania;Nazwa nadawcy;Nazwa odbiorcy;Szczegóły transakcji;Kwota operacji;Waluta operacji;Kwota w walucie rachunku;Waluta rachunku;Numer rachunku nadawcy;Numer rachunku odbiorcy
30-09-2026;30-09-2026;Nasza Firma;Zofia Lis;Przelew wychodzący;-300,00;PLN;-300,00;PLN;61 1090 1014 0000 0712 1981 2874;27 1140 2004 0000 3002 0135 5387
28-09-2026;30-09-2026;;;HOTEL NAD ODRĄ;-5,00;EUR;-21,96;PLN;61 1090 1014 0000 0712 1981 2874;
07-09-2026;07-09-2026;ZOFIA LIS;Nasza Firma;Faktura 17;1000,00;PLN;1000,00;PLN;27 1140 2004 0000 3002 0135 5387;61 1090 1014 0000 0712 1981 2874`);
    expect(transfers.lines).toEqual([
      '2026-09-30 -300.00 PLN | Zofia Lis | PL27114020040000300201355387 | Przelew wychodzący',
      '2026-09-30 -21.96 PLN |  |  | HOTEL NAD ODRĄ',
      '2026-09-07 1000.00 PLN | ZOFIA LIS | PL27114020040000300201355387 | Faktura 17',
    ]);
    expect(transfers).toMatchObject({ statements: ['PL61109010140000071219812874 - - null'], warnings: [], questions: [] });

    const blocked = await readSample(`"Data transakcji";"Data księgowania";"Dane kontrahenta";"Tytuł";"Kwota transakcji (waluta rachunku)";"Waluta";"Kwota blokady/zwolnienie blokady";"Waluta";"Kwota płatności w walucie";"Waluta";"Saldo po transakcji";"Waluta"
2025-12-10;;"SKLEP";"Płatność kartą";;;-54,75;PLN;;;;
2025-12-09;2025-12-09;"Zofia Lis";"Faktura 17";100,50;PLN;;;;;1100,50;PLN
2025-12-08;2025-12-08;"KIOSK";"Płatność kartą";-50,25;PLN;;;-12,00;EUR;1000,00;PLN`);
    expect(blocked.lines).toEqual(['2025-12-09 100.50 PLN | Zofia Lis |  | Faktura 17', '2025-12-08 -50.25 PLN | KIOSK |  | Płatność kartą']);
    expect(blocked).toMatchObject({ statements: ['- 1050.25 1100.50 true'], warnings: ['row_skipped'], questions: [] });
  });

  it('Latvia and Lithuania: debit and credit by a letter, the own account behind all that', async () => {
    const latvian = await readSample(`"Dok. numurs";"Datums";"Valūta";"Summa";"Nosaukums";"Konts";"Maksājuma mērķis";"Atsauce";"Transakcijas veids";"Debets/Kredīts";"Summa konta valūtā";"Konta numurs";"Konta valūta"
"1";"30.06.2026";"EUR";"12,50";"SIA Bērzs";"LV97HABA0012345678910";"Pirkums";"RO123";"CARD";"D";"12,50";"LV80BANK0000435195001";"EUR"
"2";"29.06.2026";"EUR";"250,00";"Anna Kalniņa";"LV97HABA0012345678911";"Rēķins 17";"RO124";"TRF";"C";"250,00";"LV80BANK0000435195001";"EUR"`);
    expect(latvian.lines).toEqual(['2026-06-30 -12.50 EUR | SIA Bērzs | LV97HABA0012345678910 | Pirkums', '2026-06-29 250.00 EUR | Anna Kalniņa | LV97HABA0012345678911 | Rēķins 17']);
    expect(latvian).toMatchObject({ statements: ['LV80BANK0000435195001 - - null'], warnings: [], questions: [] });

    const lithuanian = await readSample(`"DOK NR.";"DATA";"VALIUTA";"SUMA";"MOKĖTOJO ARBA GAVĖJO PAVADINIMAS";"SĄSKAITA";"MOKĖJIMO PASKIRTIS";"DEBETAS/KREDITAS";"SUMA SĄSKAITOS VALIUTA";"SĄSKAITOS NR";"SĄSKAITOS VALIUTA"
"1";"2026-06-02";"EUR";"45,50";"UAB Ąžuolas";"LT467300010000000001";"Pirkinys";"D";"45,50";"LT121000011101001000";"EUR"
"2";"2026-06-13";"EUR";"1250,00";"Rasa Petraitė";"LT737300010000000000";"Sąskaita 17";"C";"1250,00";"LT121000011101001000";"EUR"`);
    expect(lithuanian.lines).toEqual(['2026-06-02 -45.50 EUR | UAB Ąžuolas | LT467300010000000001 | Pirkinys', '2026-06-13 1250.00 EUR | Rasa Petraitė | LT737300010000000000 | Sąskaita 17']);
    expect(lithuanian).toMatchObject({ statements: ['LT121000011101001000 - - null'], warnings: [], questions: [] });
  });

  it('Romania: the currency behind the account, months by their names, a text that goes on in rows of its own', async () => {
    const first = await readSample(`Extras de cont
Numar cont: RO49AAAA1B31007593840000 RON
Sold initial;1000,00;
Data tranzactie;Data valuta;Descriere;Referinta tranzactiei;Debit;Credit;Sold contabil
2026-06-02;2026-06-02;Plata la POS;123BTR;-45,50;;954,50
2026-06-03;2026-06-03;Factura 17 MARIA DOBRE;124BTR;;250,00;1.204,50`);
    expect(first.lines).toEqual(['2026-06-02 -45.50 RON |  |  | Plata la POS', '2026-06-03 250.00 RON |  |  | Factura 17 MARIA DOBRE']);
    expect(first.statements).toEqual(['RO49AAAA1B31007593840000 1000.00 1204.50 true']);

    const second = await readSample(`Data;;;Detalii tranzactie;;Debit;;Credit
02 iunie 2026;;;Cumparare POS;;45,50;;
;;;Terminal: MAGAZIN;;;;
03 august 2026;;;Incasare;;;;1.250,00
;;;Detalii: factura 17;;;;`);
    expect(second.lines).toEqual(['2026-06-02 -45.50 RON |  |  | Cumparare POS Terminal: MAGAZIN', '2026-08-03 1250.00 RON |  |  | Incasare Detalii: factura 17']);
    expect(second).toMatchObject({ warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('Greece, Bulgaria and Turkey', async () => {
    const greek = await readSample(`Ημερομηνία;Περιγραφή;Ποσό;Πρόσημο ποσού;Υπόλοιπο
02/06/2026;ΑΓΟΡΑ;45,50;Χ;954,50
13/06/2026;ΤΙΜΟΛΟΓΙΟ 17;1.250,00;Π;2.204,50`);
    expect(greek.lines).toEqual(['2026-06-02 -45.50 EUR |  |  | ΑΓΟΡΑ', '2026-06-13 1250.00 EUR |  |  | ΤΙΜΟΛΟΓΙΟ 17']);
    expect(greek.statements).toEqual(['- 1000.00 2204.50 true']);

    const bulgarian = await readSample(`"Дата и час","Приход","Разход","Системен код","Кореспондент","Описание"
"01.04.2026 09:14:08","0.00","1.96","1234567890123456","Аптека Роза","Покупка"
"23.05.2026 11:22:51","10.00","0.00","1234567890123457","Мария Илиева","Фактура 17"`);
    expect(bulgarian.lines).toEqual(['2026-04-01 -1.96 EUR | Аптека Роза |  | Покупка', '2026-05-23 10.00 EUR | Мария Илиева |  | Фактура 17']);

    const turkish = await readSample(`İşlem Tarihi;Açıklama;Tutar;Bakiye;Dekont No
02.06.2026;MARKET;-45,50;954,50;S00001
13.06.2026;FATURA 17 AYLA DEMİR;1.250,00;2.204,50;S00002`);
    expect(turkish.lines).toEqual(['2026-06-02 -45.50 TRY |  |  | MARKET', '2026-06-13 1250.00 TRY |  |  | FATURA 17 AYLA DEMİR']);
    expect(turkish).toMatchObject({ statements: ['- 1000.00 2204.50 true'], questions: ['currency'] });
  });

  it('Norway and Finland: the other side by the way that the money goes', async () => {
    const norwegian = await readSample(`Utført dato;Bokført dato;Rentedato;Beskrivelse;Type;Fra konto;Avsender;Til konto;Mottakernavn;Beløp inn;Beløp ut;Valuta;Status
15.08.2026;17.08.2026;15.08.2026;Husleie;Betaling innland;9053 06 20149;Vårt Verksted;9053 71 01163;Siri Dahl;;-5000.00;NOK;Bokført
06.05.2026;06.05.2026;06.05.2026;Faktura 17;Betaling innland;1111 22 33334;BYGG AS;9053 06 20149;Vårt Verksted;25000.00;;NOK;Bokført`);
    expect(norwegian.lines).toEqual(['2026-08-17 -5000.00 NOK | Siri Dahl |  | Husleie', '2026-05-06 25000.00 NOK | BYGG AS |  | Faktura 17']);
    expect(norwegian).toMatchObject({ statements: ['9053 06 20149 - - null'], warnings: [], questions: [] });

    const finnish = await readSample(`"Tapahtumapäivä";"Kirjauspäivä";"Summa";"Valuutta";"Selite";"Maksaja";"Saaja";"Arkistointitunnus"
"2026-05-20";"2026-06-09";"-342,25";"EUR";"AUTOTALO";"OMA YRITYS OY";"AUTOTALO KOIVU";"74463656189601898056439"
"2026-05-07";"2026-05-08";"211,10";"EUR";"Lasku 17";"VIRTA OY";"OMA YRITYS OY";"202606185FVT00223666"`);
    expect(finnish.lines).toEqual(['2026-06-09 -342.25 EUR | AUTOTALO KOIVU |  | AUTOTALO', '2026-05-08 211.10 EUR | VIRTA OY |  | Lasku 17']);
  });

  it('Russia: what is paid abroad, and what still waits', async () => {
    const card = await readSample(`Номер карты/счета/договора;Дата операции;Дата обработки;Сумма операции;Валюта операции;Сумма пересчитанная в валюту счета;Валюта счета;Основание;Статус
4622 7428;2026-06-29 00:00:00;2026-06-30;-4,50;EUR;-336,15;RUB;ЛАВКА;Исполнено
4622 7428;2026-06-30 10:48:55;;-600,00;RUB;-600,00;RUB;СВЯЗЬ;В обработке`);
    expect(card.lines).toEqual(['2026-06-29 -336.15 RUB |  |  | ЛАВКА', 'pending 2026-06-30 -600.00 RUB |  |  | СВЯЗЬ']);
    const account = await readSample('Тип счёта;Номер счета;Валюта;Дата операции;Референс проводки;Описание операции;Приход;Расход\nСчет;40817810000000000001;RUB;30.06.26;QW1;Оплата 17;250,50;0\nСчет;40817810000000000001;RUB;29.06.26;QW2;Комиссия;0;50');
    expect(account.lines).toEqual(['2026-06-30 250.50 RUB |  |  | Оплата 17', '2026-06-29 -50.00 RUB |  |  | Комиссия']);
    expect(account.statements).toEqual(['40817810000000000001 - - null']);
  });
});
