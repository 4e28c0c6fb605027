import { describe, expect, it } from '@jest/globals';
import { readSample } from './read-sample.js';

// Made up in the shape of each bank's export.
describe('Low countries exports', () => {
  it('bunq with semicolons', async () => {
    const read = await readSample(`Date;Interest Date;Amount;Account;Counterparty;Name;Description
2026-06-30;2026-06-30;1,250.00;NL47BUNQ2025181418;NL91ABNA0417164300;Jansen;factuur 17
2026-06-29;2026-06-29;-12.50;NL47BUNQ2025181418;;Shop;Shop`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR | Jansen | NL91ABNA0417164300 | factuur 17',
      '2026-06-29 -12.50 EUR | Shop |  | Shop',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['NL47BUNQ2025181418 - - null'], warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('SNS and ASN, no header', async () => {
    const read = await readSample(`30-06-2026,NL12ASNB0123456789,NL91ABNA0417164300,jansen,,,,EUR,1000.00,EUR,250.00,30-06-2026,30-06-2026,9760,INT,12345,,'factuur 17',27
29-06-2026,NL12ASNB0123456789,,,,,,EUR,1012.50,EUR,-12.50,29-06-2026,29-06-2026,9761,BEA,12346,,'SHOP',27
28-06-2026,NL12ASNB0123456789,,,,,,EUR,1022.50,EUR,-10.00,28-06-2026,28-06-2026,9761,BEA,12347,,'SHOP',27`);
    expect(read.lines).toEqual([
      '2026-06-30 250.00 EUR | jansen | NL91ABNA0417164300 | factuur 17',
      '2026-06-29 -12.50 EUR |  |  | SHOP',
      '2026-06-28 -10.00 EUR |  |  | SHOP',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['NL12ASNB0123456789 - - null'], warnings: [], questions: [] });
  });

  it('KBC, French', async () => {
    const read = await readSample(`Numéro de compte;Nom de la rubrique;Nom;Devise;Numéro de l'extrait;Date;Description;Valeur;Montant;Solde;crédit;débit;numéro de compte contrepartie;BIC contrepartie;Nom contrepartie;Adresse contrepartie;communication structurée;communication libre
BE68539007547034;;SPRL X;EUR;02026006;30/06/2026;VIREMENT EUROPEEN DE BRASSERIE;30/06/2026;250,00;469,95;250,00;;BE71096123456769;GKCCBEBB;BRASSERIE DU LAC;;;facture 12
BE68539007547034;;SPRL X;EUR;02026006;28/06/2026;CONTRIBUTION;28/06/2026;-3,40;219,95;;-3,40;;;;;;`);
    expect(read.lines).toEqual([
      '2026-06-30 250.00 EUR | BRASSERIE DU LAC | BE71096123456769 | VIREMENT EUROPEEN DE BRASSERIE facture 12',
      '2026-06-28 -3.40 EUR |  |  | CONTRIBUTION',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['BE68539007547034 223.35 469.95 true'], warnings: [], questions: [] });
  });

  it('Argenta', async () => {
    const read = await readSample(`Rekening;Boekdatum;Valutadatum;Referentie;Beschrijving;Bedrag;Munt;Verrichtingsdatum;Rekening tegenpartij;Naam tegenpartij;Mededeling
BE68 5390 0754 7034;30-06-2026;30-06-2026;C6F30;Overschrijving;250,00;EUR;30-06-2026;BE71 0961 2345 6769;BROUWERIJ;factuur 12
BE68 5390 0754 7034;29-06-2026;29-06-2026;C6F29;Betaling;-12,50;EUR;29-06-2026;;;`);
    expect(read.lines).toEqual([
      '2026-06-30 250.00 EUR | BROUWERIJ | BE71096123456769 | Overschrijving factuur 12',
      '2026-06-29 -12.50 EUR |  |  | Betaling',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['BE68539007547034 - - null'], warnings: [], questions: [] });
  });

  it('Crelan', async () => {
    const read = await readSample(`Datum;Bedrag;Munt;Tegenpartij;Rekening tegenpartij;Type verrichting;Mededeling
30/06/2026;+250,00;EUR;BROUWERIJ;BE71096123456769;Overschrijving;factuur 12
29/06/2026;-12,50;EUR;;;Betaling;`);
    expect(read.lines).toEqual([
      '2026-06-30 250.00 EUR | BROUWERIJ | BE71096123456769 | factuur 12',
      '2026-06-29 -12.50 EUR |  |  | ',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: [], questions: [] });
  });
});
