import { expect, it } from '@jest/globals';
import { readFrenchLabel, readLineLabel } from './french-label.js';
import { readGermanLabel } from './german-label.js';
import { readKeyedLabel } from './keyed-label.js';
import { readSepaKeywords } from './sepa-keywords.js';

const lean = (parts: object | null) => parts && Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null && value !== ''));

it('takes French labels apart', () => {
  expect(lean(readFrenchLabel('VIR SEPA RECU /DE ATELIER DUMAS /MOTIF FA2026-0142 /REF 26-17'))).toEqual({ counterpartyName: 'ATELIER DUMAS', remittance: 'FA2026-0142', reference: '26-17' });
  expect(lean(readFrenchLabel('VIR RECU 8527975563S DE: MENUISERIE GAUTIER MOTIF: FACTURE 26-0311 REF: 26-0311/A'))).toEqual({ counterpartyName: 'MENUISERIE GAUTIER', remittance: 'FACTURE 26-0311', reference: '26-0311/A' });
  expect(lean(readFrenchLabel('PRLV SEPA EDF ENTREPRISES ECH/160626 ID EMETTEUR/FR47EDF001007 MDT/E0004412 REF/778812 LIB/FACTURE JUIN'))).toEqual({ counterpartyName: 'EDF ENTREPRISES', remittance: 'FACTURE JUIN', reference: '778812', mandateId: 'E0004412' });
  expect(lean(readFrenchLabel('EDF /MOTIF PRLV SEPA 7988'))).toEqual({ counterpartyName: 'EDF', remittance: 'PRLV SEPA 7988' });
  expect(readFrenchLabel('CARTE DU 13/06/26 LIBRAIRIE DU PORT')).toBeNull();
  expect(lean(readLineLabel('VIREMENT EN VOTRE FAVEUR\nSA BOULANGERIE MOREL\nFA2026-00117 '))).toEqual({ counterpartyName: 'SA BOULANGERIE MOREL', remittance: 'FA2026-00117' });
});

it('takes a line for the name only below a kind of operation alone', () => {
  for (const kind of ['VIREMENT EN VOTRE FAVEUR', 'VIR SEPA RECU', 'Virement instantané reçu', 'VIR RECU 8527975563S', 'PRÉLÈVEMENT EUROPÉEN', 'PRLV']) expect(lean(readLineLabel(`${kind}\nDUPONT SA\nFA 12\nFA 13`))).toEqual({ counterpartyName: 'DUPONT SA', remittance: 'FA 12 FA 13' });
  for (const text of ['VIREMENT SEPA RECU DUPONT SA\nFACTURE 12', 'VIR DUPONT SA\nFACTURE F12', 'VIR "A; B"\nligne 2', 'VIREMENT DE SALAIRE\nJUIN']) expect(readLineLabel(text)).toBeNull();
});

it('takes German labels apart', () => {
  expect(lean(readGermanLabel('Empfänger: Name1 Name2Kto/IBAN: DE74823743947247234 BLZ/BIC: AAACCCBBBDDD1 Buchungstext: Rechnung 7 Ref. DE987654321/1'))).toEqual({ counterpartyName: 'Name1 Name2', counterpartyIban: 'DE74823743947247234', remittance: 'Rechnung 7', reference: 'DE987654321/1' });
  expect(lean(readSepaKeywords('EREF+RNR 5MREF+KD7CRED+DE20KDSVWZ+02/2026 Rechnung'))).toEqual({ endToEndId: 'RNR 5', mandateId: 'KD7', remittance: '02/2026 Rechnung' });
  expect(readSepaKeywords('1+1 Telecom')).toBeNull();
});

it('takes the words apart that comdirect writes out', () => {
  expect(lean(readSepaKeywords('LASTSCHRIFT Karte 88 END-TO-END-REF.: E2E 7 CORE / MANDATSREF.: M-12 GLÄUBIGER-ID: DE98ZZZ09999999999 Ref. IL8/6716'))).toEqual({ remittance: 'LASTSCHRIFT Karte 88', endToEndId: 'E2E 7', mandateId: 'M-12', reference: 'IL8/6716' });
  expect(lean(readSepaKeywords('ÜBERTRAG END-TO-END-REF.: NICHT ANGEGEBEN Ref. 7T2C/1'))).toEqual({ remittance: 'ÜBERTRAG', reference: '7T2C/1' });
});

it('takes a Belgian label apart that names the party before its IBAN, in three languages', () => {
  const parts = { counterpartyName: 'JANSSENS BV', counterpartyIban: 'BE68539007547034', remittance: 'Instant op 18/11' };
  for (const word of ['Van', 'Naar', 'De', 'Vers', 'From', 'To']) expect(lean(readKeyedLabel(`Instant op 18/11 ${word}: JANSSENS BV IBAN: BE68539007547034`))).toEqual(parts);
  expect(lean(readKeyedLabel('Instant Naar: JANSSENS BV IBAN: BE68539007547034 Mededeling: factuur 12'))).toMatchObject({ remittance: 'factuur 12' });
  expect(readKeyedLabel('Van: maandag')).toBeNull();
  expect(readKeyedLabel('IBAN: BE68539007547034 Van: maandag')).toBeNull();
  // What stands before a mark is no name where it has a word for a field itself.
  expect(lean(readFrenchLabel('Instant Von: MEIER IBAN: BE68539007547034'))).toMatchObject({ remittance: 'Instant Von: MEIER', counterpartyIban: 'BE68539007547034' });
});
