import type { Country } from './identifiers.js';

export const homes = ['fr', 'de', 'en', 'nl', 'it', 'es'] as const;
/** Where the company itself is: its bank, and who sends it money that pays no invoice, with which words. */
export type Home = (typeof homes)[number];

export interface HomeWords {
  readonly country: Country;
  readonly owner: string;
  /** Letters before the numbers of invoices and credit notes, long and short. */
  readonly prefixes: readonly [invoice: string, creditNote: string, shortInvoice: string, shortCreditNote: string];
  readonly bics: readonly string[];
  readonly cards: readonly [name: string, text: string];
  readonly ownTransfer: readonly [name: string, texts: readonly string[]];
  readonly taxOffice: string;
  readonly vatRefund: string;
  readonly lenders: readonly string[];
  readonly loan: string;
  readonly insurers: readonly string[];
  readonly claim: string;
  readonly supplierRefund: string;
  readonly privateTexts: readonly string[];
  readonly subsidisers: readonly string[];
  readonly subsidy: string;
  readonly returned: string;
  readonly salaries: string;
  readonly utilities: readonly string[];
  readonly rent: string;
  readonly charges: string;
}

export const homeWords: Readonly<Record<Home, HomeWords>> = {
  fr: {
    country: 'FR', owner: 'ATELIERS DU PARC SAS', prefixes: ['FA', 'AV', 'F', 'A'], bics: ['AGRIFRPPXXX', 'BNPAFRPPXXX', 'SOGEFRPPXXX', 'CMCIFRPPXXX'],
    cards: ['REMISE CB', 'REMISE CARTES'], ownTransfer: ['NOTRE SOCIETE', ['VIREMENT INTERNE', 'VIR DE COMPTE A COMPTE', 'APPRO COMPTE COURANT']],
    taxOffice: 'DGFIP', vatRefund: 'REMBOURSEMENT CREDIT TVA', lenders: ['BPIFRANCE', 'BANQUE'], loan: 'DEBLOCAGE PRET',
    insurers: ['MAIF ASSURANCES', 'GROUPAMA', 'AXA FRANCE IARD'], claim: 'SINISTRE', supplierRefund: 'REMBOURSEMENT AVOIR',
    privateTexts: ['VIREMENT', 'DIVERS', 'REMBOURSEMENT', 'MERCI', ''], subsidisers: ['ASP', 'REGION', 'URSSAF'], subsidy: 'AIDE', returned: 'VIR REJETE',
    salaries: 'VIREMENT SALAIRES', utilities: ['EDF', 'ENGIE', 'ORANGE', 'VEOLIA EAU'], rent: 'LOYER', charges: 'COMMISSIONS ET FRAIS',
  },
  de: {
    country: 'DE', owner: 'PARKWERKSTAETTEN GMBH', prefixes: ['RE', 'GS', 'R', 'G'], bics: ['DEUTDEFF', 'COBADEFF', 'GENODEFF', 'HYVEDEMM'],
    cards: ['KARTENABRECHNUNG', 'EC UMSATZ'], ownTransfer: ['EIGENES KONTO', ['UMBUCHUNG', 'KONTOUEBERTRAG', 'LIQUIDITAET GIRO']],
    taxOffice: 'FINANZAMT', vatRefund: 'ERSTATTUNG UMSATZSTEUER', lenders: ['KFW', 'HAUSBANK'], loan: 'DARLEHENSAUSZAHLUNG',
    insurers: ['ALLIANZ VERSICHERUNG', 'HUK COBURG', 'SIGNAL IDUNA'], claim: 'SCHADEN', supplierRefund: 'ERSTATTUNG GUTSCHRIFT',
    privateTexts: ['UEBERWEISUNG', 'DIVERSES', 'RUECKZAHLUNG', 'DANKE', ''], subsidisers: ['BAFA', 'AGENTUR FUER ARBEIT', 'L-BANK'], subsidy: 'ZUSCHUSS', returned: 'RUECKUEBERWEISUNG',
    salaries: 'LOHN GEHALT', utilities: ['STADTWERKE', 'TELEKOM', 'E.ON', 'VODAFONE'], rent: 'MIETE', charges: 'KONTOFUEHRUNG ENTGELT',
  },
  en: {
    country: 'GB', owner: 'PARK WORKSHOPS LIMITED', prefixes: ['SI', 'CN', 'S', 'C'], bics: ['BARCGB22', 'LOYDGB2L', 'NWBKGB2L', 'MIDLGB22'],
    cards: ['CARD SETTLEMENT', 'MERCHANT SETTLEMENT'], ownTransfer: ['OWN ACCOUNT', ['INTERNAL TRANSFER', 'TFR BETWEEN ACCOUNTS', 'TOP UP CURRENT']],
    taxOffice: 'HMRC VAT', vatRefund: 'VAT REPAYMENT', lenders: ['BRITISH BUSINESS BANK', 'BANK LOANS'], loan: 'LOAN DRAWDOWN',
    insurers: ['AVIVA INSURANCE', 'ZURICH INS', 'RSA GROUP'], claim: 'CLAIM', supplierRefund: 'CREDIT NOTE REFUND',
    privateTexts: ['TRANSFER', 'SUNDRY', 'REFUND', 'THANKS', ''], subsidisers: ['INNOVATE UK', 'COUNCIL GRANTS', 'DBT'], subsidy: 'GRANT', returned: 'RETURNED PAYMENT',
    salaries: 'PAYROLL', utilities: ['BRITISH GAS', 'THAMES WATER', 'BT GROUP', 'EDF ENERGY'], rent: 'RENT', charges: 'ACCOUNT CHARGES',
  },
  nl: {
    country: 'NL', owner: 'PARKWERKPLAATSEN B.V.', prefixes: ['VF', 'CF', 'V', 'C'], bics: ['ABNANL2A', 'RABONL2U', 'INGBNL2A', 'TRIONL2U'],
    cards: ['PIN AFREKENING', 'BETAALAUTOMAAT'], ownTransfer: ['EIGEN REKENING', ['INTERNE OVERBOEKING', 'VAN SPAARREKENING', 'AANVULLING']],
    taxOffice: 'BELASTINGDIENST', vatRefund: 'TERUGGAAF BTW', lenders: ['QREDITS', 'BANK ZAKELIJK'], loan: 'OPNAME LENING',
    insurers: ['NATIONALE NEDERLANDEN', 'ACHMEA', 'ASR SCHADE'], claim: 'SCHADE', supplierRefund: 'TERUGBETALING CREDITNOTA',
    privateTexts: ['OVERBOEKING', 'DIVERSEN', 'TERUGBETALING', 'DANK', ''], subsidisers: ['RVO', 'UWV', 'GEMEENTE'], subsidy: 'SUBSIDIE', returned: 'RETOUR BETALING',
    salaries: 'SALARISSEN', utilities: ['VATTENFALL', 'KPN', 'VITENS', 'ENECO'], rent: 'HUUR', charges: 'KOSTEN BETALINGSVERKEER',
  },
  it: {
    country: 'IT', owner: 'OFFICINE DEL PARCO S.R.L.', prefixes: ['FT', 'NC', 'V', 'N'], bics: ['BCITITMM', 'UNCRITMM', 'BPMIITM1', 'BAPPIT21'],
    cards: ['INCASSO POS', 'ACCREDITO POS'], ownTransfer: ['CONTO PROPRIO', ['GIROCONTO', 'TRASFERIMENTO FONDI', 'GIROFONDO']],
    taxOffice: 'AGENZIA ENTRATE', vatRefund: 'RIMBORSO IVA', lenders: ['CASSA DEPOSITI', 'BANCA'], loan: 'EROGAZIONE FINANZIAMENTO',
    insurers: ['GENERALI ITALIA', 'UNIPOLSAI', 'REALE MUTUA'], claim: 'SINISTRO', supplierRefund: 'RIMBORSO NOTA CREDITO',
    privateTexts: ['BONIFICO', 'VARIE', 'RIMBORSO', 'GRAZIE', ''], subsidisers: ['INVITALIA', 'REGIONE', 'INPS'], subsidy: 'CONTRIBUTO', returned: 'STORNO BONIFICO',
    salaries: 'STIPENDI', utilities: ['ENEL ENERGIA', 'TIM', 'A2A', 'ACEA'], rent: 'AFFITTO', charges: 'COMPETENZE E SPESE',
  },
  es: {
    country: 'ES', owner: 'TALLERES DEL PARQUE S.L.', prefixes: ['FV', 'AB', 'F', 'R'], bics: ['BBVAESMM', 'CAIXESBB', 'BSCHESMM', 'BSABESBB'],
    cards: ['ABONO TPV', 'LIQUIDACION TARJETAS'], ownTransfer: ['CUENTA PROPIA', ['TRASPASO', 'TRASPASO ENTRE CUENTAS', 'PROVISION FONDOS']],
    taxOffice: 'AEAT', vatRefund: 'DEVOLUCION IVA', lenders: ['ICO', 'BANCO'], loan: 'DISPOSICION PRESTAMO',
    insurers: ['MAPFRE', 'MUTUA SEGUROS', 'CATALANA OCCIDENTE'], claim: 'SINIESTRO', supplierRefund: 'DEVOLUCION ABONO',
    privateTexts: ['TRANSFERENCIA', 'VARIOS', 'DEVOLUCION', 'GRACIAS', ''], subsidisers: ['CDTI', 'JUNTA', 'SEPE'], subsidy: 'SUBVENCION', returned: 'TRANSF DEVUELTA',
    salaries: 'NOMINAS', utilities: ['IBERDROLA', 'TELEFONICA', 'ENDESA', 'CANAL ISABEL II'], rent: 'ALQUILER', charges: 'COMISIONES',
  },
};
