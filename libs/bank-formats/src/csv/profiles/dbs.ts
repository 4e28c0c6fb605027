import type { CsvProfile } from '../csv-profile.js';

/** No header: date, transaction code, debit, credit, three lines of text. */
export const dbs: CsvProfile = {
  name: 'dbs',
  bank: 'DBS / POSB',
  positions: ['bookingDate', 'code', 'debit', 'credit', 'label', 'label', 'label'],
  cells: [/^\d{1,2} \p{L}{3} \d{4}$/u, /^[A-Z-]{2,6}$/, /^(?:[\d,]+\.\d{2})?$/, /^(?:[\d,]+\.\d{2})?$/],
  currency: 'SGD',
};
