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
});
