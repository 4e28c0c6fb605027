import type { CsvProfile } from '../csv-profile.js';

/** The balance of the account is repeated in every row; it is no running balance. */
export const boursobank: CsvProfile = {
  name: 'boursobank',
  bank: 'BoursoBank',
  signature: ['dateop', 'dateval', 'accountnum'],
  columns: { accountbalance: 'ignored', comment: 'ignored' },
  currency: 'EUR',
};
