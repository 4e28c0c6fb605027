import type { CsvProfile } from '../csv-profile.js';

/** ASN, SNS and RegioBank, no header: date, account, other side, its name, balance before, amount, dates, codes, number, text in apostrophes. */
export const asnBank: CsvProfile = {
  name: 'asn-bank',
  bank: 'ASN Bank, SNS, RegioBank',
  positions: [
    'bookingDate', 'account', 'partyAccount', 'party', 'ignored', 'ignored', 'ignored', 'ignored', 'ignored', 'currency', 'amount', 'ignored', 'valueDate', 'ignored', 'code', 'reference',
    'structuredReference', 'label', 'ignored',
  ],
  cells: [/^\d\d-\d\d-\d{4}$/, /^NL\d\d[A-Z]{4}\d{10}$/, /^(?:[A-Z]{2}\d\d\w+)?$/, /^/, /^/, /^/, /^/, /^[A-Z]{3}$/, /^-?\d+\.\d\d$/, /^[A-Z]{3}$/, /^-?\d+\.\d\d$/],
  dateOrder: 'dmy',
  decimalSign: '.',
};
