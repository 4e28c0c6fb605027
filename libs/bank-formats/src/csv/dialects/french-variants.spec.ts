import { describe, expect, it } from '@jest/globals';
import { readSample } from './read-sample.js';

// Made up in the shape of each bank's export.
describe('French variants exports', () => {
  it('Hello bank, no titles', async () => {
    const read = await readSample(`Crédit immobilier;Crédit immobilier;****1234;30/06/2026;;-100 000,00
30/06/2026;Virement reçu;;VIR SEPA RECU /DE DUMAS /MOTIF FA 1 /REF X1;1 250,00
29/06/2026;Carte;;CARTE 28/06 AMAZON;-39,90`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR | DUMAS |  | FA 1',
      '2026-06-29 -39.90 EUR |  |  | Carte CARTE 28/06 AMAZON',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: ['header_assumed', 'row_skipped', 'currency_assumed'], questions: ['columns', 'currency'] });
  });

  it('Caisse d’Epargne, older export', async () => {
    const read = await readSample(`Code de la banque : 11315;Code de l'agence : 00001;Date de début de téléchargement : 01/06/2026;Date de fin de téléchargement : 30/06/2026;
Numéro de compte : 04123456789;Nom du compte : COMPTE COURANT;Devise : EUR;

Solde en fin de période;;;;1204,33

Date;Numéro d'opération;Libellé;Débit;Crédit;Détail;
30/06/26;1001;VIR SEPA DUMAS;;+310,00;FA 2026-1;
27/06/26;1002;CB LA POSTE;-12,40;;;
Solde en début de période;;;;906,73`);
    expect(read.lines).toEqual([
      '2026-06-30 310.00 EUR |  |  | VIR SEPA DUMAS FA 2026-1',
      '2026-06-27 -12.40 EUR |  |  | CB LA POSTE',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['04123456789 906.73 1204.33 true'], warnings: [], questions: [] });
  });

  it('states and a column of the other side', async () => {
    const read = await readSample(`Date;Libellé;Tiers;Débit;Crédit;Solde;Devise;Statut
2026-06-30;Virement reçu FA 17;Dumas;;1250.00;3250.00;EUR;Validé
2026-06-29;Paiement;Amazon;12.50;;2000.00;EUR;Validé
2026-06-28;Paiement annulé;Amazon;99.00;;;EUR;Annulé`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR | Dumas |  | Virement reçu FA 17',
      '2026-06-29 -12.50 EUR | Amazon |  | Paiement',
      'information 2026-06-28 -99.00 EUR | Amazon |  | Paiement annulé',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 2012.50 3250.00 true'], warnings: [], questions: [] });
  });

  it('CIC with debit and credit', async () => {
    const read = await readSample(`Date;Valeur;Libellé;Débit;Crédit
02/06/2026;02/06/2026;CARTE 01/06 PAPETERIE;45,10;
09/06/2026;09/06/2026;VIR DE SARL BRETON;;1300,00
17/06/2026;18/06/2026;PRLV GENERALI;254,90;`);
    expect(read.lines).toEqual([
      '2026-06-02 -45.10 EUR |  |  | CARTE 01/06 PAPETERIE',
      '2026-06-09 1300.00 EUR |  |  | VIR DE SARL BRETON',
      '2026-06-17 -254.90 EUR |  |  | PRLV GENERALI',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('Credit Mutuel with one amount', async () => {
    const read = await readSample(`Date;Date de valeur;Montant;Libellé;Solde
02/06/2026;02/06/2026;-45,10;CARTE 01/06 PAPETERIE;954,90
09/06/2026;09/06/2026;1300,00;VIR DE SARL BRETON;2254,90`);
    expect(read.lines).toEqual([
      '2026-06-02 -45.10 EUR |  |  | CARTE 01/06 PAPETERIE',
      '2026-06-09 1300.00 EUR |  |  | VIR DE SARL BRETON',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 1000.00 2254.90 true'], warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('Societe Generale, whole label', async () => {
    const read = await readSample(`="0201600512345678";17/06/2026;30/06/2026;2;30/06/2026;4 210,55 EUR

date_comptabilisation;libellé_complet_operation;montant_operation;devise;
30/06/2026;VIR INST RE 552190004411 DE: GARAGE PETIT DATE: 30/06/2026 13:05 MOTIF: RELIQUAT JUIN REF: 2606;120,50;EUR;
17/06/2026;000001 VIR EUROPEEN EMIS   LOGITEL POUR: DUMAS SARL 17 06 BQ 30003 CPT 0001 REF: 12 MOTIF: FA 7 CHEZ: SOGEFRPP;-61,20;EUR;`);
    expect(read.lines).toEqual([
      '2026-06-30 120.50 EUR | GARAGE PETIT |  | RELIQUAT JUIN',
      '2026-06-17 -61.20 EUR | DUMAS SARL |  | FA 7',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['0201600512345678 - - null'], warnings: [], questions: [] });
  });

  it('no-break spaces and a euro sign', async () => {
    const read = await readSample(`Date;Libellé;Montant (€)
13/06/2026;A;-1 012,50 €
14/06/2026;B;12 250,00 €`);
    expect(read.lines).toEqual([
      '2026-06-13 -1012.50 EUR |  |  | A',
      '2026-06-14 12250.00 EUR |  |  | B',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: [], questions: [] });
  });
});
