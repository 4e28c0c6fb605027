import type { CsvProfile } from '../csv-profile.js';

/** No header: date, description, card scheme, holder, category, what was paid in, what was spent. */
export const barclaycard: CsvProfile = {
  name: 'barclaycard',
  bank: 'Barclaycard',
  positions: ['bookingDate', 'label', 'ignored', 'ignored', 'code', 'credit', 'debit'],
  cells: [/^\d{1,2} \p{L}{3} \d{2}$/u, /\p{L}/u, /^(?:Visa|Mastercard|Amex|Amazon)\b/i],
  currency: 'GBP',
};
