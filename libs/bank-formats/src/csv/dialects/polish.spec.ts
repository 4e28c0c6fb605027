import { describe, expect, it } from '@jest/globals';
import { readSample } from './read-sample.js';

// Made up in the shape of each bank's export.
describe('Polish exports', () => {
  it('mBank', async () => {
    const read = await readSample(`mBank S.A. Bankowość Detaliczna;
Skrytka Pocztowa 2108;

#Klient;
JAN KOWALSKI;

#Waluta;#Saldo początkowe;#Saldo końcowe;
PLN;1 000,00;2 094,50;

#Data operacji;#Data księgowania;#Opis operacji;#Tytuł;#Nadawca/Odbiorca;#Numer konta;#Kwota;#Saldo po operacji;
2026-06-29;2026-06-29;ZAKUP PRZY UŻYCIU KARTY;"SKLEP WARSZAWA";"  ";'';-155,50;844,50;
2026-06-30;2026-06-30;PRZELEW ZEWNĘTRZNY PRZYCHODZĄCY;"FAKTURA 17";"FIRMA SP Z O O  UL. DŁUGA 1";'12345678901234567890123456';1 250,00;2 094,50;

;;;;;;#Saldo końcowe;2 094,50 PLN;`);
    expect(read.lines).toEqual([
      '2026-06-29 -155.50 PLN |  |  | SKLEP WARSZAWA',
      '2026-06-30 1250.00 PLN | FIRMA SP Z O O UL. DŁUGA 1 | PL12345678901234567890123456 | FAKTURA 17',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 1000.00 2094.50 true'], warnings: [], questions: [] });
  });

  it('mBank, newer export', async () => {
    const read = await readSample(`#Data operacji;#Opis operacji;#Rachunek;#Kategoria;#Kwota;
2026-06-30;"PRZELEW FIRMA FAKTURA 17";"mBiznes 1234";"Wpływy";1 250,00 PLN;;
2026-06-29;"SKLEP";"mBiznes 1234";"Zakupy";-155,50 PLN;;`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 PLN |  |  | PRZELEW FIRMA FAKTURA 17',
      '2026-06-29 -155.50 PLN |  |  | SKLEP',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['mBiznes 1234 - - null'], warnings: [], questions: [] });
  });

  it('PKO', async () => {
    const read = await readSample(`"Data operacji","Data waluty","Typ transakcji","Kwota","Waluta","Saldo po transakcji","Opis transakcji","","",""
"2026-06-30","2026-06-30","Przelew na konto","+1250.00","PLN","+2094.50","Rachunek nadawcy : 12 3456","Nazwa nadawcy : FIRMA","Tytuł : FAKTURA 17",""
"2026-06-29","2026-06-28","Płatność kartą","-155.50","PLN","+844.50","Tytuł : 000","Lokalizacja : SKLEP","",""`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 PLN | FIRMA |  | FAKTURA 17',
      '2026-06-29 -155.50 PLN |  |  | Tytuł : 000 Lokalizacja : SKLEP',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 1000.00 2094.50 true'], warnings: [], questions: [] });
  });

  it('ING: Polish letters, numbers of others beside the name of the own account, and what is only blocked is no more of the text above it', async () => {
    const text = `"Data transakcji";"Data księgowania";"Dane kontrahenta";"Tytuł";"Nr rachunku";"Szczegóły";"Nr transakcji";"Kwota transakcji (waluta rachunku)";"Waluta";"Kwota blokady/zwolnienie blokady";"Waluta";"Konto";"Saldo po transakcji";"Waluta"
2026-06-30;2026-06-30;" ŁĄCKI SP Z O O ";" Zapłata za fakturę 17 ";'61109010140000071219812874 ';"PRZELEW ";202630412;1250,00;PLN;;;Konto Direct;3000,00;PLN
2026-06-29;;" PIEKARZ ";" Płatność kartą 28.06.2026 ";'';"";;;;-45,10;PLN;Konto Direct;;
2026-06-27;2026-06-27;" BIURO ";" Wpłata ";'50102055619000361245650240 ';"PRZELEW ";202630411;50,00;PLN;;;Konto Direct;1750,00;PLN`;
    const ofPoland = [...'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ'], bytes = [0xb9, 0xe6, 0xea, 0xb3, 0xf1, 0xf3, 0x9c, 0x9f, 0xbf, 0xa5, 0xc6, 0xca, 0xa3, 0xd1, 0xd3, 0x8c, 0x8f, 0xaf];
    const read = await readSample(Uint8Array.from([...text], (letter) => bytes[ofPoland.indexOf(letter)] ?? letter.charCodeAt(0)));
    expect(read.lines).toEqual(['2026-06-30 1250.00 PLN | ŁĄCKI SP Z O O | PL61109010140000071219812874 | Zapłata za fakturę 17 PRZELEW', '2026-06-27 50.00 PLN | BIURO | PL50102055619000361245650240 | Wpłata PRZELEW']);
    expect(read).toMatchObject({ statements: ['Konto Direct 1700.00 3000.00 true'], warnings: ['row_skipped'], questions: [] });
  });
});
