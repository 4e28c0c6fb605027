import type { CsvProfile } from '../csv-profile.js';

/** A Swiss bank that never names the currency of the account. */
export const neon: CsvProfile = {
  name: 'neon',
  bank: 'neon',
  signature: ['wise', 'spaces', 'original currency', 'subject'],
  columns: { description: 'party' },
  currency: 'CHF',
};
