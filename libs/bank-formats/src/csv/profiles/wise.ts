import type { CsvProfile } from '../csv-profile.js';

/** Days stand before months. "Total fees" are in the amount already. */
export const wise: CsvProfile = {
  name: 'wise',
  bank: 'Wise',
  signature: ['transferwise id', 'running balance', 'total fees'],
  columns: { 'total fees': 'ignored', merchant: 'party' },
  dateOrder: 'dmy',
};
