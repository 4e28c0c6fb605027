import type { CsvProfile } from '../csv-profile.js';

/** A card statement: what was spent has no sign, payments to the card have a minus. */
export const amex: CsvProfile = {
  name: 'amex',
  bank: 'American Express',
  signature: ['card member', 'amount'],
  columns: { account: 'ignored', 'account number': 'ignored' },
  positiveIsDebit: true,
};
