import { describe, expect, it } from '@jest/globals';
import { readSample } from './read-sample.js';

// Made up in the shape of each bank's export.
describe('French and belgian exports', () => {
  it('LCL', async () => {
    const read = await readSample(`02/06/2026;-9,99;Carte;;CB  FREE MOBILE    01/06/26;0;Divers
09/06/2026;1200,00;Virement;;VIR SEPA ATELIER DUMAS FA2026-17;0;Divers
17/06/2026;-254,90;Prélèvement;;PRLV GENERALI;0;Divers
30/06/2026;3224,90;;02222 000000X`);
    expect(read.lines).toEqual([
      '2026-06-02 -9.99 EUR |  |  | CB FREE MOBILE 01/06/26',
      '2026-06-09 1200.00 EUR |  |  | VIR SEPA ATELIER DUMAS FA2026-17',
      '2026-06-17 -254.90 EUR |  |  | PRLV GENERALI',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['02222 000000X - 3224.90 null'], warnings: [], questions: [] });
  });

  it('LCL with a header', async () => {
    const read = await readSample(`Date;Montant;Type;Numéro de chèque;Libellé;Compte;Catégorie
02/06/2026;-9,99;Carte;;CB  FREE MOBILE    01/06/26;02222 000000X;Divers
09/06/2026;1200,00;Virement;;VIR SEPA ATELIER DUMAS FA2026-17;02222 000000X;Divers`);
    expect(read.lines).toEqual([
      '2026-06-02 -9.99 EUR |  |  | CB FREE MOBILE 01/06/26',
      '2026-06-09 1200.00 EUR |  |  | VIR SEPA ATELIER DUMAS FA2026-17',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['02222 000000X - - null'], warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('Fortuneo', async () => {
    const read = await readSample(`Date opération;Date valeur;libellé;Débit;Crédit;
30/06/2026;30/06/2026;VIR ATELIER DUMAS FA 12;;1 250,00;
29/06/2026;29/06/2026;CARTE 28/06 AMAZON;-39,90;;`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR |  |  | VIR ATELIER DUMAS FA 12',
      '2026-06-29 -39.90 EUR |  |  | CARTE 28/06 AMAZON',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('La Banque Postale', async () => {
    const read = await readSample(`Numéro compte;1234567A020
Type;CCP
Compte tenu en;euros
Date;30/06/2026
Solde (EUROS);1204,33

Date;Libellé;Montant(EUROS)
29/06/2026;"VIREMENT DE SNC LE HAVRE REFERENCE : 88213";310,00
27/06/2026;"ACHAT CB LA POSTE 26.06.26";-12,40`);
    expect(read.lines).toEqual([
      '2026-06-29 310.00 EUR | SNC LE HAVRE |  | ',
      '2026-06-27 -12.40 EUR |  |  | ACHAT CB LA POSTE 26.06.26',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['1234567A020 - 1204.33 null'], warnings: [], questions: [] });
  });

  it('Crédit Agricole, two accounts', async () => {
    const read = await readSample(`Téléchargement du 01/07/2026;

Compte courant n° 12345678901;
Solde au 30/06/2026 3 412,80 €

Date;Libellé;Débit euros;Crédit euros;
30/06/2026;"VIREMENT EN VOTRE FAVEUR
SA MOREL
FA2026-00117 ";;1 180,00;
26/06/2026;"PRELEVEMENT
URSSAF";412,00;;

Livret n° 98765432109;
Solde au 30/06/2026 100,00 €

Date;Libellé;Débit euros;Crédit euros;
15/06/2026;"INTERETS";;2,50;`);
    expect(read.lines).toEqual([
      '2026-06-30 1180.00 EUR | SA MOREL |  | FA2026-00117',
      '2026-06-26 -412.00 EUR | URSSAF |  | ',
      '2026-06-15 2.50 EUR |  |  | INTERETS',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['12345678901 - 3412.80 null', '98765432109 - 100.00 null'], warnings: [], questions: [] });
  });

  it('Belfius', async () => {
    const read = await readSample(`Compte;BE68539007547034
Dernier solde;1.234,56 EUR;
Date de comptabilisation à partir de;01/06/2026;

Compte;Date de comptabilisation;Numéro d'extrait;Numéro de transaction;Compte contrepartie;Nom contrepartie contient;Rue et numéro;Code postal et localité;Transaction;Date valeur;Montant;Devise;BIC;Code pays;Communications
BE68 5390 0754 7034;30/06/2026;6;41;BE71 0961 2345 6769;BRASSERIE DU LAC;RUE DU LAC 1;1000 BRUXELLES;VIREMENT DE BRASSERIE DU LAC;30/06/2026;250,00;EUR;GKCCBEBB;BE;+++010/8068/17183+++
BE68 5390 0754 7034;29/06/2026;6;40;;;;;PAIEMENT BANCONTACT;29/06/2026;-12,50;EUR;;;`);
    expect(read.lines).toEqual([
      '2026-06-30 250.00 EUR | BRASSERIE DU LAC | BE71096123456769 | VIREMENT DE BRASSERIE DU LAC +++010/8068/17183+++',
      '2026-06-29 -12.50 EUR |  |  | PAIEMENT BANCONTACT',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['BE68539007547034 - 1234.56 null'], warnings: [], questions: [] });
  });

  it('ING Belgium', async () => {
    const read = await readSample(`Numéro de compte;Nom du compte;Compte partie adverse;Numéro de mouvement;Date comptable;Date valeur;Montant;Devise;Libellés;Détails du mouvement;Message
BE68539007547034;SPRL X;BE71096123456769;123;30/06/2026;30/06/2026;250,00;EUR;Virement en euros - BRASSERIE;Nom: BRASSERIE DU LAC;facture 12
BE68539007547034;SPRL X;;122;29/06/2026;29/06/2026;-12,50;EUR;Frais;;`);
    expect(read.lines).toEqual([
      '2026-06-30 250.00 EUR |  | BE71096123456769 | Virement en euros - BRASSERIE Nom: BRASSERIE DU LAC facture 12',
      '2026-06-29 -12.50 EUR |  |  | Frais',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['BE68539007547034 - - null'], warnings: [], questions: [] });
  });

  it('BNP Paribas Fortis', async () => {
    const read = await readSample(`Nº de séquence;Date d'exécution;Date valeur;Montant;Devise du compte;Numéro de compte;Type de transaction;Contrepartie;Nom de la contrepartie;Communication;Détails;Statut;Motif du refus
2026-00012;30/06/2026;30/06/2026;250,00;EUR;BE68539007547034;Virement en euros;BE71096123456769;BRASSERIE DU LAC;facture 12;VIREMENT RECU DE BE71...;Accepté;
2026-00011;29/06/2026;29/06/2026;-12,50;EUR;BE68539007547034;Paiement par carte;;;;CARTE 1234;Accepté;
2026-00010;28/06/2026;28/06/2026;-99,00;EUR;BE68539007547034;Domiciliation;BE71096123456769;TELE;;REFUS;Refusé;Provision insuffisante`);
    expect(read.lines).toEqual([
      '2026-06-30 250.00 EUR | BRASSERIE DU LAC | BE71096123456769 | facture 12 VIREMENT RECU DE BE71...',
      '2026-06-29 -12.50 EUR |  |  | CARTE 1234',
      'information 2026-06-28 -99.00 EUR | TELE | BE71096123456769 | REFUS',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['BE68539007547034 - - null'], warnings: [], questions: [] });
  });

  it('a spreadsheet with its first line sep=', async () => {
    const read = await readSample(`sep=;
Date;Libellé;Montant;Devise
30/06/2026;VIR A;1 250,00;EUR
29/06/2026;PRLV B;(12,50);EUR
28/06/2026;PRLV C;12,50-;EUR`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR |  |  | VIR A',
      '2026-06-29 -12.50 EUR |  |  | PRLV B',
      '2026-06-28 -12.50 EUR |  |  | PRLV C',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: [], questions: [] });
  });
});
