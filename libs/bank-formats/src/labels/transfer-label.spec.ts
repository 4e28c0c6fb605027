import { describe, expect, it } from '@jest/globals';
import { readTransferLabel } from './transfer-label.js';

describe('the label of a transfer is taken apart', () => {
  it.each([
    ['GUTSCHRIFT AUFTRAGGEBER: ENGELHARDT & SOHNE GMBH VERWENDUNGSZWECK: RE2026-11470 EREF: E2E507100485', 'ENGELHARDT & SOHNE GMBH', 'RE2026-11470', 'E2E507100485'],
    ['GUTSCHRIFT AUFTRAGGEBER: KARTENABRECHNUNG VERWENDUNGSZWECK: EC UMSATZ 9518422 20/12', 'KARTENABRECHNUNG', 'EC UMSATZ 9518422 20/12', null],
    ['Überweisung Empfänger: Müller Bau Verwendungszweck: Rechnung 12', 'Müller Bau', 'Rechnung 12', null],
    ['BONIFICO A VOSTRO FAVORE ORD: STORMER LOGISTIK UG (HAFTUNGSBESCHR CAUSALE: RNR 906 + 933 RIF: E2E604622887', 'STORMER LOGISTIK UG (HAFTUNGSBESCHR', 'RNR 906 + 933', 'E2E604622887'],
    ['TRANSFERENCIA RECIBIDA DE STORMER LOGISTIK UG CONCEPTO R.NR. 915;944 REF E2E1', 'STORMER LOGISTIK UG', 'R.NR. 915;944', 'E2E1'],
    ['TRANSFERENCIA INMEDIATA DE FERRETERIA DE LA TORRE S.L. CONCEPTO FACTURA 12', 'FERRETERIA DE LA TORRE S.L.', 'FACTURA 12', null],
    ['SEPA OVERBOEKING NAAM: Jansen Bouw B.V. OMSCHRIJVING: Factuur 77 KENMERK: K-1', 'Jansen Bouw B.V.', 'Factuur 77', 'K-1'],
    ['BONIFICO A VOSTRO FAVORE BONIFICO SEPA DA: GIANNI ROSSI PER: saldo ft 12 COMM: 0,00 SPESE: 0,00 TRN:1001243654', 'GIANNI ROSSI', 'saldo ft 12', '1001243654'],
    ['DISPOSIZIONE DI BONIFICO BONIFICO SEPA A: EMMA BIANCHI PER: FT 3', 'EMMA BIANCHI', 'FT 3', null],
    ['Bonifico SEPA Italia Ord: Bianchi SPA Ben: ROSSI SRL Causale: FT 17', 'Bianchi SPA', 'FT 17', null],
    ['CREDIT TRANSFER FROM THORNBURY BAKERY LTD REF INVOICE 804918 /E2E9', 'THORNBURY BAKERY LTD', 'INVOICE 804918', 'E2E9'],
  ])('%s', (label, counterpartyName, remittance, reference) => {
    const read = readTransferLabel(label);
    expect(read).toMatchObject({ counterpartyName, remittance });
    expect([read!.reference, read!.endToEndId]).toEqual(label.includes('EREF') ? [null, reference] : [reference, null]);
  });

  it.each(['VIR RECU DE: X MOTIF: Y', 'CREDIT INTEREST', 'PAYMENT THANK YOU', 'TRANSFERENCIAS VARIAS', 'KAUFLAND SAGT DANKE', 'BONIFICO A VOSTRO FAVORE ORD: ROSSI SRL FATT 12', 'TRANSFERENCIA DE GARCIA SL, FACTURA 17'])('and what is none stays as it is: %s', (label) => {
    expect(readTransferLabel(label)).toBeNull();
  });

  it('with the account of the other side', () => {
    expect(readTransferLabel('Auftraggeber: Kunde GmbH Zahlungsreferenz: RG 17 IBAN Auftraggeber: AT483200000012345864 BIC Auftraggeber: RLNWATWW')).toMatchObject({ counterpartyName: 'Kunde GmbH', counterpartyIban: 'AT483200000012345864', remittance: 'RG 17' });
    expect(readTransferLabel('Zahlungsempfänger: Strom AG Zahlungsreferenz: 2026/06 IBAN Empfänger: AT483200000012345864')).toMatchObject({ counterpartyName: 'Strom AG', counterpartyIban: 'AT483200000012345864', remittance: '2026/06' });
  });
});
