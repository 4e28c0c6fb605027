import type { CsvProfile } from '../csv-profile.js';

/** What the payer wrote stands in "Reference"; the bank's own reference is the transaction id. Days stand before months. */
export const qonto: CsvProfile = {
  name: 'qonto',
  bank: 'Qonto',
  signature: ['settlement date utc', 'total amount incl vat'],
  columns: { 'settlement date utc': 'bookingDate', 'operation date utc': 'valueDate', reference: 'label', 'transaction id': 'reference' },
  dateOrder: 'dmy',
};

export const qontoFrench: CsvProfile = {
  name: 'qonto-fr',
  bank: 'Qonto',
  signature: ['date de la valeur utc', 'montant total ttc'],
  columns: { 'date de la valeur utc': 'bookingDate', 'date de l operation utc': 'valueDate', reference: 'label', 'identifiant de transaction': 'reference' },
  dateOrder: 'dmy',
};
